import { expect } from '@open-wc/testing';
import { column, place, problems, read, values } from '../support/dataset.js';

const answer = (rest: object): string => JSON.stringify({ geometryType: 'esriGeometryPoint', spatialReference: { wkid: 4326 }, fields: [], ...rest });

describe('what ArcGIS answers', () => {
  it('is read with its dates and its codes in words', async () => {
    const dataset = await read(answer({
      fields: [{ name: 'planted', type: 'esriFieldTypeDate' }, { name: 'kind', type: 'esriFieldTypeInteger', domain: { type: 'codedValue', codedValues: [{ name: 'Oak', code: 2 }] } }],
      features: [{ attributes: { planted: 1_600_000_000_000, kind: 2 }, geometry: { x: 9.5, y: 48.5 } }, { attributes: { kind: 3 }, geometry: { x: 'NaN', y: 'NaN' } }, { attributes: { kind: null } }, 'x'],
    }));
    expect(column(dataset, 'planted').type).to.equal('date');
    expect(values(dataset, 'kind')).to.deep.equal(['Oak', '3', undefined]);
    expect(place(dataset, 0)).to.deep.equal([9.5, 48.5]);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 2, 'not-a-feature': 1 });
  });

  it('may be one feature alone', async () => {
    const dataset = await read(JSON.stringify({ feature: { attributes: { kind: 2 }, geometry: { x: 1_057_542.7, y: 6_190_443.8, spatialReference: { wkid: 102_100 } } } }));
    expect([dataset.report.format, dataset.report.located, dataset.report.crs, values(dataset, 'kind')]).to.deep.equal(['esri', 1, 'EPSG:3857', [2]]);
  });

  it('may say its grid by a newer number, by text, or at each geometry; geometry may come first', async () => {
    const metres = { x: 1_057_542.7, y: 6_190_443.8 };
    const grids: readonly unknown[] = [{ wkid: 102_100, latestWkid: 3857 }, { wkt: 'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],UNIT["Meter",1.0]]' }];
    for (const spatialReference of grids) expect((await read(answer({ spatialReference, features: [{ attributes: {}, geometry: metres }] }))).report).to.include({ crs: 'EPSG:3857', located: 1 });
    const { report } = await read(JSON.stringify({ features: [{ geometry: { ...metres, spatialReference: { wkid: 102_100 } }, attributes: { a: 1 } }] }));
    expect([report.format, report.located, report.crs]).to.deep.equal(['esri', 1, 'EPSG:3857']);
  });

  it('has lines, areas with holes, points in heaps, and curves', async () => {
    const geometries: readonly unknown[] = [
      { paths: [[[9, 48], [10, 49]]] },
      { rings: [[[9, 48], [9, 49], [10, 49], [9, 48]], [[9.1, 48.5], [9.2, 48.6], [9.1, 48.6], [9.1, 48.5]]] },
      { points: [[9, 48], [10, 49]] },
      { curveRings: [[[9, 48], { c: [[11, 48], [10, 49]] }, [9, 48]]] },
      { curvePaths: [[[9, 48], { b: [[10, 48], [9, 49], [10, 49]] }, { a: [[11, 48], [10.5, 48], 1, 1, 0, 0.5, 1] }]] },
      { rings: [] }, { curvePaths: 'x', rings: 5 },
    ];
    const dataset = await read(answer({ geometryType: 'esriGeometryPolygon', features: geometries.map((geometry) => ({ attributes: { a: 1 }, geometry })) }));
    expect(geometries.map((_, row) => dataset.places!.kind(row))).to.deep.equal(['line', 'area', 'point', 'area', 'line', undefined, undefined]);
    // A circle through three positions goes through the middle one.
    expect(dataset.places!.bounds[3]).to.be.closeTo(49, 0.01);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1, 'bad-geometry': 1 });
  });
});
