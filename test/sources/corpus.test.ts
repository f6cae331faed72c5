import { expect } from '@open-wc/testing';
import type { Dataset, Role } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { accounted } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';
import { sharedData } from '../support/shared-data.js';

/** What other programs (GDAL, CPython) found in the real files beside the checkout. */
interface Facts {
  readonly file: string;
  readonly must_find: {
    readonly encoding?: string;
    readonly delimiter?: string;
    readonly header?: readonly string[];
    readonly data_rows?: number;
    readonly blank_rows?: number;
    readonly ragged_rows?: number;
    readonly geometry_columns?: Readonly<Record<string, { readonly numeric?: number; readonly missing: number; readonly min?: number; readonly max?: number; readonly bbox?: readonly number[]; readonly types?: Readonly<Record<string, number>> }>>;
    readonly features_python?: number;
    readonly geometry_types_python?: Readonly<Record<string, number>>;
    readonly property_keys?: readonly string[];
    readonly raw_bbox?: readonly number[];
    readonly gdal?: { readonly layers: readonly { readonly crs: string; readonly bbox_lonlat?: readonly number[]; readonly null_geometry: number }[] };
  };
}

const open = (file: string): Promise<Dataset> => openDataset(`/shared-data/${file}`);

async function facts(index: string): Promise<readonly Facts[]> {
  const bytes = await sharedData(index);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as { files: Facts[] }).files : [];
}

/** As our headers are cleaned: one line, no dBASE types, doubles numbered. */
function cleaned(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((each) => {
    const name = each.replace(/,[CN](,\d+)+$/, '').trim();
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return seen.get(name) === 1 ? name : `${name} (${seen.get(name)})`;
  });
}

/** Whether a value, or anything within it, is there. */
const isFilled = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.values(value).some(isFilled) : value !== undefined && value !== null && value !== '');

const close = (found: readonly number[] | undefined, wanted: readonly number[], within = 1e-5): void => {
  expect(found).to.have.length(4);
  found!.forEach((value, i) => expect(value, `side ${i}: ${String(found)} against ${String(wanted)}`).to.be.closeTo(wanted[i]!, within));
};

const files = await facts('open-data/index.json');
const ready = files.length > 0;

function real(title: string, check: () => Promise<void>): void {
  it(ready ? title : `${title} (skipped: no ../shared/data)`, async function test(this: Mocha.Context) {
    this.timeout(60_000);
    if (!ready) this.skip();
    await check();
  });
}

describe('real CSV files', () => {
  for (const { file, must_find: wanted } of files.filter(({ file }) => file.startsWith('csv/'))) {
    real(file, async () => {
      const dataset = await open(`open-data/${file}`);
      const { report } = dataset;
      expect(dataset.columns.map(({ name }) => name)).to.deep.equal(cleaned(wanted.header!));
      expect(report.kept).to.equal(wanted.data_rows);
      expect(report.read).to.equal(wanted.data_rows! + wanted.blank_rows!);
      expect(report.problems.find(({ reason }) => reason === 'ragged')?.count ?? 0).to.equal(wanted.ragged_rows);
      expect(report.delimiter).to.equal(wanted.delimiter === 'tab' ? '\t' : wanted.delimiter);
      expect(report.encoding).to.equal(/shift_jis/.test(wanted.encoding!) ? 'shift_jis' : /windows-1252/.test(wanted.encoding!) ? 'windows-1252' : 'utf-8');
      expect(accounted(dataset)).to.equal(true);
      // Each column that other programs took for a coordinate has the same range with us.
      for (const [header, { numeric, min, max, bbox, types }] of Object.entries(wanted.geometry_columns!)) {
        const column = dataset.columns[wanted.header!.indexOf(header)]!;
        if (bbox) {
          close(dataset.places?.bounds, bbox);
          expect(report.located).to.equal(Object.values(types!).reduce((sum, count) => sum + count));
        } else if (column.type === 'number') {
          const present = [...column.values].filter((value) => !Number.isNaN(value));
          expect([present.length, Math.min(...present), Math.max(...present)], header).to.deep.equal([numeric, min, max]);
        }
      }
    });
  }

  const located: readonly (readonly [file: string, located: number, bounds?: readonly number[]])[] = [
    ['a22-stations', 51, [10.94983541, 45.73419942, 11.64228655, 47.003889]],
    ['blank_line', 2], ['brazil', 10], ['earthquakes-au', 5984, [-130.998, 40.01, -121.398, 50.993]], ['famas-stations', 9], ['pygeoapi-stations', 79], ['sf_incidents-small', 499],
    // Two were digitised at 0, 0 or on Mars: they are in the table, not on the map.
    ['meteorite_landings', 45_716 - 7315 - 6214 - 1],
    ['us-airports', 3376], ['jp-nara', 5],
    ['flensburg-trees-gk3', 18_697, [9.362, 54.75, 9.505, 54.826]], ['flensburg-felled-trees', 230, [9.364, 54.754, 9.504, 54.825]],
    ['bietigheim-cp1252', 0], ['population-communes-fr', 0], ['unemployment', 0],
  ];
  for (const [name, count, bounds] of located) {
    real(`${name} has ${count} places`, async () => {
      const { report, places } = await open(`open-data/${files.find(({ file }) => file.startsWith(`csv/${name}.`))!.file}`);
      expect(report.located).to.equal(count);
      if (count === 0) expect(places).to.equal(undefined);
      if (bounds) close(places?.bounds, bounds, 1e-3);
      if (name.startsWith('flensburg')) expect([report.crs, report.guessedCrs]).to.deep.equal(['EPSG:31467', true]);
    });
  }

  real('tell what their columns mean', async () => {
    const wanted: Readonly<Record<string, { readonly [role in Role]?: string }>> = {
      'csv/blank_line.csv': { title: 'Organisation name', category: 'Main theme', phone: 'Telephone', address: 'Address' },
      'csv/sf_incidents-small.csv': { title: 'Descript', category: 'Category', address: 'Address' },
      'csv/reutlingen-wkt.csv': { title: 'ort', category: 'type', capacity: 'Kapazität', geometry: 'GEOM' },
      'csv/flensburg-felled-trees.csv': { address: 'Straße', latitude: 'Hochwert', longitude: 'Rechtswert' },
      'wfs/karlsruhe-geoserver.json': { title: 'parkhaus_name', phone: 'parkhaus_telefon', email: 'parkhaus_email', capacity: 'gesamte_parkplaetze', free: 'freie_parkplaetze', hours: 'tarife_oeffnungszeiten' },
      'geojson/vrn-p-r.json': { title: 'name', image: 'photo_url', link: 'public_url', address: 'address', hours: 'opening_hours', capacity: 'capacity' },
    };
    for (const [file, roles] of Object.entries(wanted)) {
      const dataset = await open(`open-data/${file}`);
      const found = Object.fromEntries(Object.entries(dataset.roles).map(([role, index]) => [role, dataset.columns[index]!.name]));
      expect(found, file).to.deep.include(roles);
    }
  });
});

describe('real GeoJSON files', () => {
  const all = files.filter(({ file }) => /^geojson\/|^wfs\/.*\.(geo)?json$/.test(file));
  for (const { file, must_find: wanted } of all) {
    real(file, async () => {
      const dataset = await open(`open-data/${file}`);
      const { report, places } = dataset;
      const [layer] = wanted.gdal!.layers;
      expect([report.read, report.kept]).to.deep.equal([wanted.features_python, wanted.features_python]);
      expect(report.located).to.equal(wanted.features_python! - layer!.null_geometry);
      expect(accounted(dataset)).to.equal(true);
      if (file.includes('birmingham')) {
        // GDAL takes what is not declared for degrees.
        expect([report.crs, report.guessedCrs]).to.deep.equal(['EPSG:3857', true]);
        close(places?.bounds, [-2.0259, 52.3904, -1.7554, 52.5962], 1e-3);
        return;
      }
      expect(report.crs).to.equal(layer!.crs);
      // GDAL turned the corners of the metres' box into degrees, which makes it larger than the places are.
      if (layer!.bbox_lonlat) close(places?.bounds, layer!.bbox_lonlat, file.includes('radvis') ? 1.2 : 2e-3);
      else close(places?.bounds, wanted.raw_bbox!);
      const names = dataset.columns.map(({ name }) => name);
      for (const key of wanted.property_keys!) {
        const isGeometry = key === 'the_geom';
        if (names.some((name) => name === key || name.startsWith(`${key}.`)) !== isGeometry) continue;
        // A property that no feature fills has no column, and a second geometry has none.
        const response = await fetch(`/shared-data/open-data/${file}`);
        const { features } = (await response.json()) as { features: { properties: Record<string, unknown> }[] };
        const filled = features.some(({ properties }) => isFilled(properties[key]));
        expect(filled && !isGeometry, key).to.equal(false);
      }
    });
  }

  real('of 16 MB', async () => {
    const dataset = await open('big/maSP-4326.geojson');
    expect(dataset.report).to.include({ read: 351, located: 351, crs: 'EPSG:4326' });
    close(dataset.places?.bounds, [-73.50821, 41.238753, -69.927507, 42.886778]);
    // GDAL counted 558,473 positions.
    expect(dataset.places?.shapes?.coordinates.length).to.equal(2 * 558_473);
  });
});

describe('real tables and real shapes', () => {
  const joined = (table: string, shapes: string, on?: string): Promise<Dataset> => openDataset(`/shared-data/open-data/${table}`, { shapes: `/shared-data/open-data/${shapes}`, on });

  real('communes in capitals, and départements with their accents', async () => {
    const { length, report, places, statistics } = await joined('csv/population-communes-fr.csv', 'topojson/fr-departments.json');
    expect(report.join).to.deep.include({ on: ['nom_dep', 'NAME_2'], isLoose: true, unnamed: 95 });
    // CPython counted 395 of 475 rows that name the département of the north; the others name none.
    expect([length, report.located, report.problems.find(({ reason }) => reason === 'no-place')?.count, statistics]).to.deep.equal([475, 395, 80, undefined]);
    expect(places!.shapes!.ends, 'one shape for all').to.not.equal(undefined);
  });

  real('JSON-stat of countries, which the shapes know by number alone', async () => {
    const error: unknown = await joined('jsonstat/eurostat-name_gpd_c.json', 'topojson/world-110m.json').catch((caught: unknown) => caught);
    expect(error).to.include({ reason: 'not-joined' });
  });
});

describe('real answers of CKAN', () => {
  async function answering(file: string, address: string): Promise<{ dataset: Promise<Dataset>; asked: string[] }> {
    const bytes = await sharedData(`open-data/ckan/${file}`);
    const { restore, requests } = serve({ [new URL(address).pathname]: () => new Response(bytes!) });
    const dataset = openDataset(address);
    await dataset.catch(() => undefined);
    restore();
    return { dataset, asked: requests.map(({ url }) => url) };
  }

  real('a table in the DataStore', async () => {
    const { dataset, asked } = await answering('aarhus-datastore_search.json', 'http://www.odaa.dk/api/3/action/datastore_search?resource_id=2a82a145-0195-4081-a13c-b0e587e9b89c');
    const { length, columns, places } = await dataset;
    expect([length, places, asked.length]).to.deep.equal([13, undefined, 1]);
    expect(columns.map(({ name }) => name)).to.deep.equal(['_id', 'date', 'garageCode', 'totalSpaces', 'vehicleCount']);
    expect(columns[1]!.type).to.equal('date');
    expect(columns[4]!.value(12)).to.equal(66);
  });

  real('a search, of which the first GeoJSON is asked for', async () => {
    const { asked } = await answering('package_search.json', 'https://data.gov.au/data/api/3/action/package_search?q=water');
    const { result } = JSON.parse(new TextDecoder().decode(await sharedData('open-data/ckan/package_search.json'))) as { result: { results: { resources: { format: string; url: string }[] }[] } };
    const wanted = new URL(result.results[0]!.resources.find(({ format }) => format === 'GeoJSON')!.url);
    expect([new URL(asked[1]!).host, new URL(asked[1]!).pathname]).to.deep.equal([wanted.host, wanted.pathname]);
  });

  real('a resource that is a map service', async () => {
    const { asked } = await answering('resource_show-wms.json', 'https://discover.data.vic.gov.au/api/3/action/resource_show?id=7fc14241-b1ff-4fef-a336-c885f9060b57');
    expect(new URL(asked.at(-1)!).hostname).to.equal('services.land.vic.gov.au');
  });
});
