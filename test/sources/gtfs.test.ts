import { expect } from '@open-wc/testing';
import { accounted, failure, place, read, values } from '../support/dataset.js';
import { zipOf } from '../support/zip.js';

const stops = '\ufeffstop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n001,"Central, North",48.1,11.5,0,S1\nS1,Central,48.2,11.5,1,\n2,Nowhere,,,3,\n';
const files: readonly (readonly [string, string])[] = [
  ['feed/agency.txt', 'agency_id,agency_name\n1,City Transit\n'],
  ['feed/feed_info.txt', 'feed_publisher_name,feed_start_date,feed_end_date\nCity,20260101,20261231\n'],
  ['feed/stops.txt', stops],
  ['feed/routes.txt', 'route_id,route_short_name,route_color\n1.10,10,00FF00\n1.1,11,\n'],
  ['feed/trips.txt', 'route_id,trip_id,shape_id\n1.10,a,X\n1.10,b,X\n1.10,c,Y\n1.1,d,\n'],
  ['feed/shapes.txt', 'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nX,48.3,11.3,30\nY,48,11,1\nX,48.1,11.1,1\nX,48.2,11.2,2\nY,49,11,2\n'],
  ['feed/stop_times.txt', 'trip_id,stop_id\n\u0000broken'],
];

describe('A timetable', () => {
  it('is its stops, of an agency, for a time', async () => {
    const dataset = await read(await zipOf(files));
    expect(dataset.report).to.include({ format: 'gtfs', kept: 3, located: 2 });
    expect(values(dataset, 'stop_id')).to.deep.equal(['001', 'S1', '2']);
    expect(values(dataset, 'parent_station')).to.deep.equal(['S1', undefined, undefined]);
    expect(place(dataset, 0)).to.deep.equal([11.5, 48.1]);
    expect(dataset.about).to.include({ publisher: 'City Transit', description: '2026-01-01 – 2026-12-31' });
    expect(dataset.report.choices?.map(({ name }) => name)).to.deep.equal(['routes', 'shapes']);
  });

  it('has routes at the ways that their trips take, each way once', async () => {
    const dataset = await read(await zipOf(files), { layer: 'routes' });
    expect(accounted(dataset)).to.equal(true);
    expect(dataset.places!.kind(0)).to.equal('line');
    expect(dataset.places!.kind(1)).to.equal(undefined);
    expect([...dataset.places!.shapes!.parts]).to.deep.equal([0, 3, 5]);
    const shapes = await read(await zipOf(files), { layer: 'shapes' });
    expect([values(shapes, 'shape_id'), values(shapes, 'route_id')]).to.deep.equal([['X', 'Y'], ['1.10', '1.10']]);
    // By their sequence, not as they stand in the file.
    const { coordinates } = shapes.places!.shapes!;
    expect(coordinates[0]! < coordinates[2]! && coordinates[2]! < coordinates[4]!).to.equal(true);
  });

  it('may have no shapes, and says which layers it has', async () => {
    const bare = await zipOf(files.filter(([name]) => !name.includes('shapes')));
    const routes = await read(bare, { layer: 'routes' });
    expect([routes.length, routes.places]).to.deep.equal([2, undefined]);
    expect((await failure(read(bare, { layer: 'shapes' }))).message).to.contain('stops, routes');
  });
});
