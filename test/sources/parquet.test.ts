import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { partsOf, wkbOf } from '../support/bytes.js';
import { accounted, failure, place, problems, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';
import { bytesOf, compressed, native } from '../support/parquet-files.js';
import { parquetOf, type TestColumn } from '../support/parquet.js';

const geo = (column: object, version = '1.1.0'): Record<string, string> => ({ geo: JSON.stringify({ version, primary_column: 'geometry', columns: { geometry: { encoding: 'WKB', geometry_types: [], ...column } } }) });
const points = (...at: [number, number][]): TestColumn => ({ name: 'geometry', type: 6, values: at.map(wkbOf) });
const names: TestColumn = { name: 'name', type: 6, converted: 0, values: ['Straße', '__proto__'] };

describe('GeoParquet', () => {
  it('is read in every usual compression', async () => {
    for (const [codec, file] of Object.entries(compressed)) {
      const dataset = await read(bytesOf(file));
      expect(dataset.report, codec).to.include({ format: 'geoparquet', crs: 'EPSG:4326', read: 40, kept: 40, located: 36 });
      expect(place(dataset, 39), codec).to.deep.equal([11.9, 48]);
      expect(values(dataset, 'name').slice(0, 4), codec).to.deep.equal(['Straße 0', 'Straße 1', 'Straße 2', 'Straße 0']);
      expect(values(dataset, 'note').slice(0, 2), codec).to.deep.equal([undefined, 'a note that says the same again and again']);
      expect(problems(dataset), codec).to.deep.equal({ 'no-place': 4 });
    }
  });

  it('may have geometry of lists instead of bytes, and values within values', async () => {
    const dataset = await read(bytesOf(native));
    expect([0, 1, 2, 3].map((row) => dataset.places!.kind(row))).to.deep.equal(['area', undefined, undefined, 'area']);
    expect(Array.from(dataset.places!.shapes!.parts)).to.deep.equal([0, 5, 10, 15, 20]);
    expect(values(dataset, 'tags')).to.deep.equal(['a, b', undefined, undefined, 'c']);
    expect(values(dataset, 'address.street')).to.deep.equal(['A', undefined, undefined, 'B']);
    expect(values(dataset, 'address.no')).to.deep.equal([1, undefined, 2, undefined]);
    expect(accounted(dataset)).to.equal(true);
  });

  it('is in the grid that it names', async () => {
    const metres = points([500_000, 5_316_000], [510_000, 5_316_000]);
    const parameter = (name: string, value: number, unit: string): object => ({ name, value, unit });
    const projjson = {
      type: 'ProjectedCRS', name: 'Ours',
      base_crs: { name: 'ETRS89', datum: { name: 'European Terrestrial Reference System 1989', ellipsoid: { name: 'GRS 1980', semi_major_axis: 6_378_137, inverse_flattening: 298.257222101 } } },
      conversion: { name: 'UTM', method: { name: 'Transverse Mercator' }, parameters: [parameter('Latitude of natural origin', 0, 'degree'), parameter('Longitude of natural origin', 9, 'degree'), parameter('Scale factor at natural origin', 0.9996, 'unity'), parameter('False easting', 500_000, 'metre'), parameter('False northing', 0, 'metre')] },
      coordinate_system: { axis: [{ unit: 'metre' }] },
    };
    for (const crs of [{ ...projjson, id: { authority: 'EPSG', code: 25832 } }, projjson, { type: 'BoundCRS', source_crs: projjson }, 'EPSG:25832']) {
      expect((await read(parquetOf([names, metres], geo({ crs })))).report.crs, JSON.stringify(crs)).to.equal('EPSG:25832');
    }
    expect((await failure(read(parquetOf([names, metres], geo({ crs: null }))))).reason).to.equal('crs-unknown');
    expect((await read(parquetOf([names, points([8, 48], [9, 48])], geo({ crs: { id: { authority: 'OGC', code: 'CRS84' } } }, '0.4.0')))).report.crs).to.equal('EPSG:4326');
  });

  it('may say nothing of its places: in bytes, or as columns', async () => {
    const bytes = await read(parquetOf([names, points([8, 48], [9, 49])]));
    expect(bytes.report).to.include({ format: 'geoparquet', located: 2 });
    const columns = await read(parquetOf([names, { name: 'lat', type: 5, values: [48.1, 48.2] }, { name: 'lon', type: 5, values: [8.1, 8.2] }, { name: 'at', type: 2, converted: 10, values: [1_714_557_600_000_000n, 0n] }, { name: 'id', type: 2, values: [7n, 2n ** 60n] }]));
    expect([columns.report.format, place(columns, 1)]).to.deep.equal(['parquet', [8.2, 48.2]]);
    expect([values(columns, 'name'), values(columns, 'at')[0], values(columns, 'id')]).to.deep.equal([['Straße', '__proto__'], Date.UTC(2024, 4, 1, 10), ['7', '1152921504606846976']]);
  });

  it('that is damaged ends with a sentence, soon', async () => {
    const whole = parquetOf([names, points([8, 48], [9, 49])], geo({}));
    expect((await failure(read(whole.slice(0, -10)))).reason).to.equal('unreadable');
    expect((await failure(read(parquetOf([{ ...names, claims: 2 ** 30 }])))).message).to.contain('values');
    // A run of two billion levels.
    const native2 = bytesOf(native);
    for (let at = 4; at < 400; at += 1) {
      const broken = native2.slice();
      broken.set([0xfe, 0xff, 0xff, 0xff], at);
      const outcome: unknown = await read(broken).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome.name).to.equal('SourceError');
    }
  }).timeout(20_000);

  it('of a large file transfers the groups of rows that are looked at', async () => {
    const rows = 60_000;
    const along = Array.from({ length: rows }, (_, i) => i / 1000);
    const at = (name: string, shift: number): TestColumn => ({ name: `bbox.${name}`, type: 5, values: along.map((x) => x + shift) });
    const up = (name: string): TestColumn => ({ name: `bbox.${name}`, type: 5, values: along.map(() => 48) });
    const text: TestColumn = { name: 'text', type: 6, converted: 0, values: along.map((x) => `${x} `.padEnd(300, 'x')) };
    const covering = { bbox: Object.fromEntries(['xmin', 'ymin', 'xmax', 'ymax'].map((side) => [side, ['bbox', side]])) };
    const file = parquetOf([text, { name: 'geometry', type: 6, values: along.map((x) => wkbOf([x, 48])) }, at('xmin', 0), up('ymin'), at('xmax', 0), up('ymax')], geo({ covering }), 5000);
    expect(file.length).to.be.greaterThan(20_000_000);
    const asked: string[] = [];
    const { restore } = serve({ '/large.parquet': partsOf(file, asked) });
    try {
      const dataset = await openDataset('/large.parquet', { view: [20.0005, 47, 20.0105, 49] });
      expect(dataset.report).to.include({ read: 10, total: rows });
      expect([place(dataset, 0), values(dataset, 'text')[9]!.toString().slice(0, 6)]).to.deep.equal([[20.001, 48], '20.01 ']);
      expect(dataset.columns.map(({ name }) => name)).to.deep.equal(['text']);
      expect(asked.length).to.be.lessThan(8);
      expect((await openDataset('/large.parquet')).report).to.include({ read: 50_000, total: rows });
    } finally {
      restore();
    }
  }).timeout(20_000);

  it('says lengths of time as ISO 8601 has them', async () => {
    const length = (months: number, days: number, milliseconds: number): Uint8Array => new Uint8Array(Uint32Array.of(months, days, milliseconds).buffer);
    const dataset = await read(parquetOf([{ name: 'open', type: 6, converted: 21, values: [length(1, 3, 0), length(0, 0, 90_500), length(0, 0, 0)] }]));
    expect(values(dataset, 'open')).to.deep.equal(['P1M3D', 'PT90.5S', 'PT0S']);
  });
});
