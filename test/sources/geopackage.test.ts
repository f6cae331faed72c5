import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { f64, joined, partsOf, u32, wkbOf } from '../support/bytes.js';
import { accounted, failure, place, problems, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';
import { geopackageTables, sqliteOf, type TestTable } from '../support/sqlite.js';
import { rtreeOf } from '../support/sqlite-index.js';

const packed = (wkb: Uint8Array, flags = 1, envelope: readonly number[] = []): Uint8Array => joined([[0x47, 0x50, 0, flags], u32(4326), f64(...envelope), wkb]);
const places = (rows: TestTable['rows'], name = 'places'): TestTable => ({ statement: `CREATE TABLE "${name}" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" POINT, "na""me" TEXT(40) DEFAULT 'x, (y)' /* , */, "open" BOOLEAN, [since] DATETIME, size REAL CHECK (size > 0), CONSTRAINT c UNIQUE (fid))`, rows });
const ring = [[8, 48], [9, 48], [9, 49], [8, 48]] as const;

describe('A GeoPackage', () => {
  it('is places and columns, over as many pages as they take', async () => {
    const long = 'Straße '.repeat(2000);
    const rows: TestTable['rows'] = Array.from({ length: 1500 }, (_, i) => [null, packed(wkbOf([8 + i / 1000, 48])), i === 700 ? long : `Place ${i}`, i % 2, '2024-05-01T10:00:00Z', i / 2 + 0.25]);
    const dataset = await read(sqliteOf({ ...geopackageTables([{ name: 'places' }]), places: places(rows) }));
    expect(dataset.report).to.include({ format: 'geopackage', crs: 'EPSG:4326', read: 1500, kept: 1500, located: 1500 });
    expect(dataset.about).to.include({ title: 'places title', description: 'About', updated: Date.UTC(2024, 4, 1, 10) });
    expect(place(dataset, 1499)).to.deep.equal([9.499, 48]);
    expect(values(dataset, 'fid').slice(0, 2)).to.deep.equal([1, 2]);
    expect(values(dataset, 'na"me')[700]).to.equal(long.trim());
    expect([values(dataset, 'open')[1], values(dataset, 'since')[0], values(dataset, 'size')[2]]).to.deep.equal(['true', Date.UTC(2024, 4, 1, 10), 1.25]);
  });

  it('has geometry of every kind, in either order of bytes, with heights, boxes and grids that are left there', async () => {
    const heights = joined([[0], [0, 0, 0x03, 0xe9], new Uint8Array(f64(300, 48, 8)).reverse()]);
    const extended = joined([[1], u32(0x20000001), u32(4326), f64(8, 48)]);
    const collection = joined([[1], u32(7), u32(2), wkbOf([1, 2]), wkbOf({ type: 3, parts: [[...ring]] })]);
    const arc = joined([[1], u32(8), u32(3), f64(0, 0, 1, 1, 2, 0)]);
    const geometry = [heights, extended, wkbOf({ type: 2, parts: [[[1, 2], [3, 4]]] }), wkbOf({ type: 3, parts: [[...ring], [[8.5, 48.2], [8.6, 48.2], [8.6, 48.3]]] }), collection, arc];
    const broken = [joined([[1], u32(2), u32(0xffffffff)]), joined([[1], u32(99)]), joined(Array.from({ length: 200 }, () => joined([[1], u32(7), u32(1)]))), joined([[1], u32(7), u32(0)])];
    const rows = [...geometry, ...broken].map((wkb): readonly [null, Uint8Array] => [null, packed(wkb)]);
    const dataset = await read(sqliteOf({ ...geopackageTables([{ name: 'places' }]), places: places([...rows, [null, packed(new Uint8Array(0), 0x11)], [null, null], [null, packed(wkbOf([9, 49]), 3, [9, 9, 49, 49])], [null, new Uint8Array([1, 2, 3])]]) }));
    expect(Array.from({ length: 14 }, (_, row) => dataset.places!.kind(row))).to.deep.equal(['point', 'point', 'line', 'area', 'area', 'line', undefined, undefined, undefined, undefined, undefined, undefined, 'point', undefined]);
    expect([place(dataset, 0), place(dataset, 12)]).to.deep.equal([[8, 48], [9, 49]]);
    expect(problems(dataset)).to.deep.equal({ 'bad-geometry': 4, 'no-place': 3 });
    expect(accounted(dataset)).to.equal(true);
  });

  it('gives the layer with most features, and each by its name', async () => {
    const tables = {
      ...geopackageTables([{ name: 'few' }, { name: 'many', srs: 100 }, { name: 'words', type: 'attributes' }], [[4326, 'EPSG', 4326, ''], [100, 'NONE', 100, 'PROJCS["ETRS89 / UTM zone 32N",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]']]),
      few: places([[null, packed(wkbOf([8, 48])), 'a']], 'few'),
      many: places([[null, packed(wkbOf([500_000, 5_316_000])), 'b'], [null, packed(wkbOf([500_000, 5_416_000])), 'c']], 'many'),
      words: { statement: 'CREATE TABLE words (id INTEGER, word TEXT, PRIMARY KEY (id))', rows: [[null, 'x'], [null, 'y'], [null, 'z']] },
    };
    const most = await read(sqliteOf(tables, { pageSize: 4096 }));
    expect(most.report).to.include({ crs: 'EPSG:25832', read: 2, located: 2 });
    expect(most.report.choices).to.deep.equal([{ name: 'few', title: 'few title' }, { name: 'words', title: 'words title' }]);
    expect(place(await read(sqliteOf(tables, { pageSize: 4096 }), { layer: 'few title' }), 0)).to.deep.equal([8, 48]);
    const words = await read(sqliteOf(tables, { utf16: true, pageSize: 4096 }), { layer: 'words' });
    expect([values(words, 'id'), values(words, 'word'), words.places]).to.deep.equal([[1, 2, 3], ['x', 'y', 'z'], undefined]);
    expect((await failure(read(sqliteOf(tables, { pageSize: 4096 }), { layer: 'none' }))).message).to.contain('no layer “none”');
  });

  it('may be a plain database with coordinates; what cannot be read says so', async () => {
    const plain = await read(sqliteOf({ stops: { statement: 'CREATE TABLE stops(name, lat REAL, lon REAL)', rows: [['a', 48.5, 8.5], ['b', 48.6, 8.6]] } }));
    expect(plain.report).to.include({ format: 'sqlite', located: 2 });
    expect(place(plain, 0)).to.deep.equal([8.5, 48.5]);
    const spatialite = sqliteOf({ geometry_columns: { statement: 'CREATE TABLE geometry_columns (f_table_name TEXT, f_geometry_column TEXT, spatial_index_enabled INTEGER)', rows: [] }, spatial_ref_sys: { statement: 'CREATE TABLE spatial_ref_sys (srid INTEGER)', rows: [] }, a: { statement: 'CREATE TABLE a (x)', rows: [[1]] } });
    expect((await failure(read(spatialite))).message).to.contain('SpatiaLite').and.contain('ogr2ogr');
    const tiles = sqliteOf({ tiles: { statement: 'CREATE VIEW tiles AS SELECT 1', rows: [] }, metadata: { statement: 'CREATE TABLE metadata (name text, value text)', rows: [['format', 'png']] } });
    expect((await failure(read(sqliteOf({ gpkg_contents: { statement: 'CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)', rows: [] } })))).message).to.contain('without a table');
    expect((await failure(read(tiles))).message).to.contain('MBTiles');
  });

  it('that is damaged or leads in a circle ends with a sentence', async () => {
    const whole = sqliteOf({ ...geopackageTables([{ name: 'places' }]), places: places(Array.from({ length: 300 }, (_, i) => [null, packed(wkbOf([8, 48])), `Place ${i}`])) });
    expect((await failure(read(whole.slice(0, 20_000)))).message).to.contain('damaged database');
    // Each page that branches leads to itself.
    const circle = whole.slice();
    for (let page = 1024; page < circle.length; page += 1024) if (circle[page] === 5) new DataView(circle.buffer).setUint32(page + 8, page / 1024 + 1);
    expect((await failure(read(circle))).message).to.contain('used twice');
  });

  it('of a large file transfers what is looked at, by its index, in degrees and in metres', async () => {
    const count = 60_000;
    const text = 'a'.repeat(330);
    const counts: TestTable = { statement: 'CREATE TABLE gpkg_ogr_contents(table_name TEXT NOT NULL PRIMARY KEY,feature_count INTEGER)', rows: [['places', count]] };
    const metres = [25_832, 'EPSG', 25_832, ''] as const;
    const inView = async (view: readonly [number, number, number, number] | undefined, { srs = 4326, tables = {} }: { srs?: number; tables?: Record<string, TestTable> }) => {
      const boxes = Array.from({ length: count }, (_, i) => [i % 300, Math.floor(i / 300)] as const).map(([x, y]) => (srs === 4326 ? ([x / 10, y / 10] as const) : ([400_000 + x * 500, 5_300_000 + y * 500] as const)));
      const rows = boxes.map(([x, y], i): TestTable['rows'][number] => [null, packed(wkbOf([x, y])), `Place ${i}`, 1, text, i]);
      const file = sqliteOf({ ...geopackageTables([{ name: 'places', srs }], [[4326, 'EPSG', 4326, ''], metres]), places: places(rows), rtree_places_geom_node: rtreeOf('rtree_places_geom_node', boxes.map(([x, y]) => [x, y, x, y])), ...tables }, { pageSize: 4096 });
      expect(file.length).to.be.greaterThan(20_000_000);
      const asked: string[] = [];
      const { restore } = serve({ '/large.gpkg': partsOf(file, asked) });
      try {
        const dataset = await openDataset('/large.gpkg', { view });
        const bytes = asked.reduce((sum, range) => sum + (Number(/-(\d+)$/.exec(range)?.[1]) - Number(/(\d+)-/.exec(range)?.[1]) || 0), 0);
        return { dataset, bytes };
      } finally {
        restore();
      }
    };
    const view = [10.05, 5.05, 10.35, 5.25] as const;
    const { dataset, bytes } = await inView(view, { tables: { gpkg_ogr_contents: counts } });
    expect(dataset.report).to.deep.include({ read: 6, kept: 6, located: 6, total: count, view });
    expect([place(dataset, 0), values(dataset, 'na"me')[5]]).to.deep.equal([[10.1, 5.1], 'Place 15703']);
    expect(bytes).to.be.lessThan(2_000_000);
    // Who counts nothing has an index that knows it; what it knows of a grid in metres is asked for in metres.
    const grid = await inView([8.4, 48.2, 8.5, 48.25], { srs: 25_832 });
    expect(grid.dataset.report).to.deep.include({ total: count, view: [8.4, 48.2, 8.5, 48.25], crs: 'EPSG:25832' });
    expect(grid.dataset.length).to.be.within(160, 220);
    expect(grid.bytes).to.be.lessThan(6_000_000);
    const first = await inView(undefined, { tables: { gpkg_ogr_contents: counts } });
    expect(first.dataset.report).to.include({ read: 50_000, total: count });
    expect(problems(first.dataset)).to.include({ 'beyond-limit': 10_000 });
    // All of it is looked at: then the index says nothing more than the table.
    expect((await inView([-10, -10, 60, 60], { tables: { gpkg_ogr_contents: counts } })).dataset.report).to.deep.include({ read: 50_000, total: count, view: [-10, -10, 60, 60] });
    expect((await inView([100, 10, 101, 11], {})).dataset.report).to.deep.include({ read: 0, total: count });
    // An index of which each node leads to the root.
    const entry = rtreeOf('x', [[0, 0, 40, 40]]).rows[0]![1] as Uint8Array;
    const circle: TestTable = { statement: 'CREATE TABLE "rtree_places_geom_node"(nodeno INTEGER PRIMARY KEY,data)', rows: [[null, joined([[0, 9], entry.subarray(2)])]] };
    expect((await failure(inView(view, { tables: { gpkg_ogr_contents: counts, rtree_places_geom_node: circle } }))).message).to.contain('used twice');
  }).timeout(40_000);
});
