import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { DatasetOptions } from '../../src/sources/source.js';
import type { Dataset } from '../../src/model/dataset.js';
import { accounted, column, failure, place, read, values } from '../support/dataset.js';
import { json, serve } from '../support/fake-fetch.js';

const stations = { last_updated: 1_700_000_000, ttl: 0, version: '2.3', data: { stations: [{ station_id: '1', name: 'Harbour', lat: 53.5, lon: 10, capacity: 20 }, { station_id: '2', name: 'Market', lat: 53.6, lon: 10.1, capacity: 10 }] } };
const status = { last_updated: 1_700_000_060, ttl: 45, version: '2.3', data: { stations: [{ station_id: '2', num_bikes_available: 4, is_renting: 1, last_reported: 1_700_000_050 }, { station_id: '1', num_bikes_available: 12, is_renting: 0, last_reported: 1_700_000_055, vehicle_types_available: [{ vehicle_type_id: 'e', count: 5 }] }] } };
const types = { last_updated: 1, ttl: 0, data: { vehicle_types: [{ vehicle_type_id: 'e', name: 'E-bike' }] } };
const bikes = { last_updated: 1_700_000_060, ttl: 0, data: { bikes: [{ bike_id: 'a', lat: 53.5, lon: 10, is_disabled: 0 }, 'nonsense', { bike_id: 'b', station_id: '1' }] } };
const zones = { last_updated: 1_700_000_060, ttl: 3600, data: { geofencing_zones: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[[[10, 53], [11, 53], [11, 54], [10, 53]]]] }, properties: { name: [{ text: 'Park', language: 'en' }, { text: 'Stadtpark', language: 'de' }], rules: [{ ride_end_allowed: false }] } }] } } };

const system = (names: readonly string[]): unknown => ({ last_updated: 1, ttl: 0, data: { de: { feeds: [] }, en: { feeds: names.map((name) => ({ name, url: `https://bikes.example/${name}.json` })) } } });

async function open(address: string, table: Record<string, unknown>, options: DatasetOptions = {}): Promise<Dataset> {
  const { restore } = serve(Object.fromEntries(Object.entries(table).map(([path, body]) => [path, json(body)])));
  try {
    return await openDataset(`https://bikes.example${address}`, options);
  } finally {
    restore();
  }
}

describe('GBFS', () => {
  const all = { '/gbfs.json': system(['station_information', 'station_status', 'free_bike_status', 'vehicle_types', 'geofencing_zones']), '/station_information.json': stations, '/station_status.json': status, '/free_bike_status.json': bikes, '/vehicle_types.json': types, '/geofencing_zones.json': zones };

  it('joins stations with their status, and says how fast it changes', async () => {
    const dataset = await open('/gbfs.json', all);
    expect(values(dataset, 'name')).to.deep.equal(['Harbour', 'Market']);
    expect(values(dataset, 'num_bikes_available')).to.deep.equal([12, 4]);
    expect(values(dataset, 'vehicle_types_available.E-bike')).to.deep.equal([5, undefined]);
    expect(values(dataset, 'is_renting')).to.deep.equal(['false', 'true']);
    expect(column(dataset, 'last_reported').type).to.equal('date');
    expect(place(dataset, 1)).to.deep.equal([10.1, 53.6]);
    expect(dataset.live).to.deep.equal({ every: 45_000, at: 1_700_000_060_000 });
    const { free, capacity, id } = dataset.roles;
    expect([free, capacity, id].map((index) => dataset.columns[index!]!.name)).to.deep.equal(['num_bikes_available', 'capacity', 'station_id']);
    expect(dataset.report.choices?.map(({ name }) => name)).to.deep.equal(['vehicles', 'geofencing_zones']);
  });

  it('reads free vehicles and zones as layers', async () => {
    const vehicles = await open('/gbfs.json', all, { layer: 'vehicles' });
    expect([vehicles.length, vehicles.report.located, vehicles.report.read]).to.deep.equal([2, 1, 3]);
    expect(accounted(vehicles)).to.equal(true);
    const areas = await open('/gbfs.json', all, { layer: 'geofencing_zones' });
    expect(areas.places!.kind(0)).to.equal('area');
    expect(values(areas, 'ride_end_allowed')).to.deep.equal(['false']);
    expect(['Park', 'Stadtpark']).to.include(values(areas, 'name')[0]);
  });

  it('finds the status beside the information, and does without it', async () => {
    const both = await open('/station_information.json', { '/station_information.json': stations, '/station_status.json': status });
    expect(values(both, 'num_bikes_available')).to.deep.equal([12, 4]);
    const alone = await open('/station_information.json', { '/station_information.json': stations });
    expect([alone.length, alone.report.located, alone.live!.every]).to.deep.equal([2, 2, 60_000]);
    const nowhere = await open('/station_status.json', { '/station_status.json': status });
    expect([nowhere.length, nowhere.places]).to.deep.equal([2, undefined]);
  });

  it('reads a copy of a system whose feeds lie beside it', async () => {
    const elsewhere = { last_updated: 1, ttl: 0, data: { feeds: [{ name: 'station_information', url: 'https://gone.example/x' }, { name: 'station_status', url: 'file:status.json' }] } };
    const dataset = await open('/copy/gbfs.json', { '/copy/gbfs.json': elsewhere, '/copy/station_information.json': stations, '/copy/station_status.json': status });
    expect(values(dataset, 'num_bikes_available')).to.deep.equal([12, 4]);
  });

  it('names the systems of a manifest, and reads the one that is asked for', async () => {
    const manifest = { last_updated: 1, ttl: 0, data: { datasets: ['north', 'south'].map((id) => ({ system_id: id, versions: [{ version: '2.3', url: 'https://bikes.example/old.json' }, { version: '3.0', url: 'https://bikes.example/gbfs.json' }] })) } };
    const table = { '/manifest.json': manifest, ...all };
    expect((await failure(open('/manifest.json', table))).message).to.contain('layer="north"');
    expect((await open('/manifest.json', table, { layer: 'south' })).length).to.equal(2);
  });

  it('keeps hours of a day, which are no moments, and lists the versions of a system where none answers', async () => {
    const hours = await open('/system_hours.json', { '/system_hours.json': { last_updated: 1, ttl: 0, data: { rental_hours: [{ user_types: ['member'], start_time: '05:00:00', end_time: '23:59:59' }] } } });
    expect(values(hours, 'start_time')).to.deep.equal(['05:00:00']);
    const versions = { last_updated: 1, ttl: 0, data: { versions: [{ version: '2.3', url: 'https://gone.example/2' }, { version: '3.0', url: 'https://gone.example/3' }] } };
    expect(values(await open('/gbfs_versions.json', { '/gbfs_versions.json': versions }), 'url')).to.deep.equal(['https://gone.example/2', 'https://gone.example/3']);
  });

  it('does not run in circles, and says which feeds do not answer', async () => {
    const circle = { last_updated: 1, ttl: 0, data: { versions: [{ version: '2.3', url: 'https://bikes.example/gbfs_versions.json' }] } };
    expect((await failure(open('/gbfs_versions.json', { '/gbfs_versions.json': circle }))).reason).to.equal('unknown');
    expect((await failure(open('/gbfs.json', { '/gbfs.json': system(['station_information']) }))).reason).to.equal('unreachable');
  });

  it('lets no name in the data reach the prototypes', async () => {
    const hostile = '{"last_updated":1,"ttl":0,"data":{"stations":[{"station_id":"1","__proto__":{"polluted":1},"constructor":"x","lat":1,"lon":1}]}}';
    const dataset = await read(hostile);
    expect(dataset.length).to.equal(1);
    expect('polluted' in {}).to.equal(false);
  });
});
