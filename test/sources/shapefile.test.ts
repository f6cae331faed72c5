import { expect } from '@open-wc/testing';
import type { DatasetOptions } from '../../src/sources/source.js';
import type { Dataset } from '../../src/model/dataset.js';
import { accounted, column, failure, place, problems, read, values } from '../support/dataset.js';
import { dbfOf, shpOf } from '../support/shapefile.js';
import { zipOf } from '../support/zip.js';

type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
const open = async (files: Files, options?: DatasetOptions): Promise<Dataset> => read(await zipOf(Object.entries(files)), options);
const degrees = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]';
const projected = (name: string, ellipsoid: string, projection: string, parameters: Readonly<Record<string, number>>, unit = 'UNIT["Meter",1]') =>
  `PROJCS["${name}",GEOGCS["GCS",DATUM["${ellipsoid.split('|')[0]}",SPHEROID["E",${ellipsoid.split('|')[1]}]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["${projection}"],${Object.entries(parameters).map(([key, value]) => `PARAMETER["${key}",${value}]`).join(',')},${unit}]`;
const square = (x: number, y: number, size: number): [number, number][] => [[x, y], [x, y + size], [x + size, y + size], [x + size, y]];

describe('A shapefile', () => {
  it('is places and columns of the types that its table declares', async () => {
    const dbf = dbfOf([['NAME', 'C', 8], ['PLZ', 'N', 6], ['SIZE', 'F', 8], ['SINCE', 'D', 8], ['OPEN', 'L', 1]], [['Pool', '01067', '12.5', '20260131', 'T'], ['Hall', '****', '', '', '?'], ['Park', '3', '1e3', '00000000', 'n']]);
    const dataset = await open({ 'x/Sites.SHP': shpOf([[11.5, 48.1], null, [0, 0]]), 'x/sites.dbf': dbf, 'x/SITES.prj': degrees });
    expect(dataset.report).to.include({ format: 'shapefile', crs: 'EPSG:4326', read: 3, kept: 3, located: 1 });
    expect(place(dataset, 0)).to.deep.equal([11.5, 48.1]);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1, 'null-island': 1 });
    expect(values(dataset, 'PLZ')).to.deep.equal([1067, undefined, 3]);
    expect(values(dataset, 'SIZE')).to.deep.equal([12.5, undefined, 1000]);
    expect(values(dataset, 'SINCE')).to.deep.equal([Date.UTC(2026, 0, 31), undefined, undefined]);
    expect(values(dataset, 'OPEN')).to.deep.equal(['true', undefined, 'false']);
  });

  it('has lines and areas with holes, of which rings are closed', async () => {
    const dataset = await open({ 'a.shp': shpOf([{ type: 5, parts: [square(10, 48, 1), square(10.2, 48.2, 0.2)] }, { type: 3, parts: [[[10, 48], [11, 49]], [[12, 48]]] }]) });
    expect([dataset.places!.kind(0), dataset.places!.kind(1)]).to.deep.equal(['area', 'line']);
    expect([...dataset.places!.shapes!.parts]).to.deep.equal([0, 5, 10, 12]);
  });

  it('leaves out records that were deleted, and counts them', async () => {
    const dataset = await open({ 'a.shp': shpOf([[1, 2], [3, 4], [5, 6]]), 'a.dbf': dbfOf([['N', 'C', 2]], [['a'], ['b'], ['c']], { marks: ' * ' }) });
    expect(values(dataset, 'N')).to.deep.equal(['a', 'c']);
    expect(place(dataset, 1)).to.deep.equal([5, 6]);
    expect(accounted(dataset)).to.equal(true);
    expect(dataset.report.problems.find(({ dropped }) => dropped)?.rows).to.deep.equal([2]);
  });

  it('is read in the encoding that it has', async () => {
    const cases: readonly (readonly [bytes: number[], text: string, cpg: string | undefined, language: number])[] = [
      [[0xb3, 0xf3, 0x64, 0x9f], 'łódź', '1250', 0], [[0xc5, 0x82, 0xc3, 0xb3], 'łó', 'ANSI 1252', 0x57], [[0x42, 0x84, 0x64], 'Bäd', undefined, 1],
      [[0x95, 0x9f, 0x93, 0x87], '福島', undefined, 0], [[0xe9, 0x74, 0xe9], 'été', 'ISO-8859-1', 0], [[0xe9, 0x74, 0xe9], 'été', 'UTF-8', 0],
      // A character that the width of its field cut in two.
      [[0xc3, 0xa9, 0x74, 0xc3], 'ét', 'UTF-8', 0],
    ];
    for (const [bytes, text, cpg, language] of cases) {
      const dataset = await open({ 'a.shp': shpOf([[1, 2]]), 'a.dbf': dbfOf([['N', 'C', bytes.length]], [[new Uint8Array(bytes)]], { language }), ...(cpg && { 'a.cpg': cpg }) });
      expect(values(dataset, 'N'), text).to.deep.equal([text]);
    }
  });

  it('may lack its table, its index, its grid, or its geometry', async () => {
    expect((await open({ 'a.shp': shpOf([[9, 48]]) })).report).to.include({ kept: 1, located: 1 });
    const table = await open({ 'a.dbf': dbfOf([['N', 'C', 1]], [['x']]) });
    expect([table.report.format, values(table, 'N'), table.places]).to.deep.equal(['dbf', ['x'], undefined]);
    expect((await open({ 'a.shp': shpOf([[32_513_223, 5_403_015]]) })).report).to.include({ crs: 'EPSG:4647', guessedCrs: true });
    expect((await failure(open({ 'a.shp': shpOf([[2_683_186, 1_247_156]]) }))).reason).to.equal('crs-unknown');
    expect((await open({ 'a.shp': shpOf([]), 'a.dbf': dbfOf([['N', 'C', 1]], []) })).length).to.equal(0);
  });

  it('lies where its grid says, by what that computes', async () => {
    const cases: readonly (readonly [prj: string, from: [number, number], crs: string, to: [number, number]])[] = [
      [projected('Amersfoort_RD_New', 'D_Amersfoort|6377397.155,299.1528128', 'Double_Stereographic', { latitude_of_origin: 52.15616055555555, central_meridian: 5.38763888888889, scale_factor: 0.9999079, false_easting: 155_000, false_northing: 463_000 }), [155_000, 463_000], 'EPSG:28992', [5.38721, 52.15517]],
      [projected('ETRS_1989_UTM_Zone_32N', 'D_ETRS_1989|6378137,298.257222101', 'Transverse_Mercator', { False_Easting: 500_000, Central_Meridian: 9, Scale_Factor: 0.9996, Latitude_Of_Origin: 0 }), [513_223.54, 5_403_015.52], 'EPSG:25832', [9.18, 48.78]],
      [projected('NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet', 'D_North_American_1983|6378137,298.257222101', 'Lambert_Conformal_Conic', { False_Easting: 984_250, False_Northing: 0, Central_Meridian: -74, Standard_Parallel_1: 40.66666666666666, Standard_Parallel_2: 41.03333333333333, Latitude_Of_Origin: 40.16666666666666 }, 'UNIT["Foot_US",0.3048006096012192]'), [989_791.46, 212_522.52], 'EPSG:2263', [-73.98, 40.75]],
      // In no list of ours: by its parameters, and the shift of its datum.
      [projected('Hong_Kong_1980_Grid', 'D_Hong_Kong_1980|6378388,297', 'Transverse_Mercator', { False_Easting: 836_694.05, False_Northing: 819_069.8, Central_Meridian: 114.178555555556, Scale_Factor: 1, Latitude_Of_Origin: 22.3121333333333 }), [831_954.8, 823_986.75], 'Hong_Kong_1980_Grid', [114.135, 22.355]],
      [projected('Hartebeesthoek94_Lo19', 'D_Hartebeesthoek_1994|6378137,298.257223563', 'Transverse_Mercator_South_Orientated', { False_Easting: 0, False_Northing: 0, Central_Meridian: 19, Scale_Factor: 1, Latitude_Of_Origin: 0 }), [55_496.13, 3_752_731.37], 'Hartebeesthoek94_Lo19', [18.4, -33.9]],
      [projected('DHDN_Own', 'D_Deutsches_Hauptdreiecksnetz|6377397.155,299.1528128', 'Gauss_Kruger', { False_Easting: 600_000, Central_Meridian: 9, Scale_Factor: 1, Latitude_Of_Origin: 0 }), [628_378.77, 6_072_387.91], 'DHDN_Own', [9.44, 54.78]],
    ];
    for (const [prj, from, crs, to] of cases) {
      const dataset = await open({ 'a.shp': shpOf([from]), 'a.prj': prj });
      expect(dataset.report.crs).to.equal(crs);
      expect(dataset.report.guessedCrs, crs).to.equal(undefined);
      place(dataset, 0)!.forEach((value, i) => expect(value, crs).to.be.closeTo(to[i]!, 1e-4));
    }
    const old = await open({ 'a.shp': shpOf([[600_000, 5_000_000]]), 'a.prj': projected('Somewhere', 'D_Unheard_Of|6377397.155,299.15', 'Gauss_Kruger', { False_Easting: 500_000, Central_Meridian: 9 }) });
    expect(old.report).to.include({ crs: 'Somewhere', guessedCrs: true });
    const { reason, message } = await failure(open({ 'a.shp': shpOf([[600_000, 5_000_000]]), 'a.prj': 'LOCAL_CS["Site"]' }));
    expect([reason, message.includes('LOCAL_CS')]).to.deep.equal(['crs-unknown', true]);
  });

  it('may be patches: rings, and triangles that share their sides', async () => {
    const [a, b, c, d] = [[0, 0], [1, 0], [0, 1], [1, 1]] as const;
    const dataset = await open({ 'a.shp': shpOf([{ type: 31, kinds: [0, 1, 2], parts: [[a, b, c, d], [a, b, d, c], [a, b, d]] }]) });
    expect([dataset.places!.kind(0), dataset.places!.shapes!.rows[1]]).to.deep.equal(['area', 5]);
    expect(dataset.places!.bounds.map((degree) => Number(degree.toFixed(6)) + 0)).to.deep.equal([0, 0, 1, 1]);
  });

  it('may be one of several in an archive', async () => {
    const files = { 'one.shp': shpOf([[1, 2]]), 'two.shp': shpOf([[1, 2], [3, 4]]) };
    const dataset = await open(files);
    expect([dataset.length, dataset.report.choices]).to.deep.equal([2, [{ name: 'one.shp', format: 'shapefile' }]]);
    expect((await open(files, { layer: 'one' })).length).to.equal(1);
  });

  it('believes no number that its bytes do not hold', async () => {
    const shp = shpOf([{ type: 5, parts: [square(1, 2, 3)] }, [5, 6]]);
    new DataView(shp.buffer).setUint32(148, 0xffffffff, true);
    const dbf = dbfOf([['N', 'C', 2]], [['a'], ['b']]);
    new DataView(dbf.buffer).setUint32(4, 0xfffffff0, true);
    const dataset = await open({ 'a.shp': shp, 'a.dbf': dbf });
    expect(dataset.report).to.include({ read: 2, located: 1 });
    expect(problems(dataset)).to.deep.equal({ 'bad-geometry': 1 });
    expect((await open({ 'a.shp': shp.slice(0, 240), 'a.dbf': dbf })).length).to.equal(2);
    expect((await failure(open({ 'a.shp': 'nothing of the kind' }))).reason).to.equal('unreadable');
  });

  it('keeps a column that is called like what objects have', async () => {
    const dataset = await open({ 'a.shp': shpOf([[1, 2]]), 'a.dbf': dbfOf([['__proto__', 'C', 2], ['constructo', 'N', 2]], [['a', '1']]) });
    expect([column(dataset, '__proto__').value(0), column(dataset, 'constructo').value(0)]).to.deep.equal(['a', 1]);
  });
});
