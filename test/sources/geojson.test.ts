import { expect } from '@open-wc/testing';
import { accounted, column, failure, place, problems, read, values } from '../support/dataset.js';

const feature = (properties: unknown, geometry: unknown, rest: object = {}) => ({ type: 'Feature', properties, geometry, ...rest });
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const collection = (features: readonly unknown[], rest: object = {}) => JSON.stringify({ type: 'FeatureCollection', ...rest, features });

describe('GeoJSON', () => {
  it('is features with places and properties', async () => {
    const dataset = await read(collection([feature({ name: 'Pool', depth: 2.5 }, point(9.25, 48.5)), feature({ name: 'Hall' }, { type: 'LineString', coordinates: [[9, 48], [10, 48]] })], { name: 'Sport' }));
    expect(dataset.report).to.include({ format: 'geojson', crs: 'EPSG:4326', read: 2, kept: 2, located: 2 });
    expect(values(dataset, 'name')).to.deep.equal(['Pool', 'Hall']);
    expect(values(dataset, 'depth')).to.deep.equal([2.5, undefined]);
    expect(place(dataset, 0)).to.deep.equal([9.25, 48.5]);
    expect([dataset.places!.kind(0), dataset.places!.kind(1)]).to.deep.equal(['point', 'line']);
    expect(dataset.about.title).to.equal('Sport');
  });

  it('may be a feature, a geometry or a collection of geometries alone', async () => {
    const bare: readonly (readonly [unknown, number])[] = [[feature({ a: 1 }, point(1, 2)), 1], [point(1, 2), 1], [{ type: 'GeometryCollection', geometries: [point(1, 2), point(3, 4)] }, 2], [{ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 0]]] }, 1]];
    for (const [value, count] of bare) {
      const dataset = await read(JSON.stringify(value));
      expect([dataset.length, dataset.report.located], JSON.stringify(value)).to.deep.equal([count, count]);
    }
  });

  it('keeps features without a place and leaves out what is no feature; both are counted', async () => {
    const dataset = await read(collection([feature({ a: 1 }, null), 'x', feature(null, point(1, 2)), null, { type: 'Feature', geometry: { type: 'Polygon', coordinates: [] } }, feature({ a: 2 }, { type: 'Point' }), feature({}, point(0, 0)), feature({}, point(200, 95)), feature({}, point(3, 4))]));
    expect(dataset.report).to.include({ read: 9, kept: 7, located: 2 });
    expect(problems(dataset)).to.deep.equal({ 'no-place': 2, 'not-a-feature': 2, 'bad-geometry': 1, 'null-island': 1, 'outside-world': 1 });
    expect(dataset.report.problems.find(({ reason }) => reason === 'outside-world')!.rows).to.deep.equal([8]);
    expect(accounted(dataset)).to.equal(true);
  });

  it('has nested properties as columns of their own, and a second geometry as none', async () => {
    const dataset = await read(collection([feature({ name: { de: 'Bad', fr: 'Bain' }, tags: ['a', 'b'], open: true, none: null, empty: '', list: [{ x: 1 }], the_geom: point(1, 2) }, point(9, 48)), feature({ name: { de: 'See' } }, point(9, 48))]));
    expect(dataset.columns.map(({ name }) => name)).to.deep.equal(['name.de', 'name.fr', 'tags', 'open', 'list']);
    expect(values(dataset, 'name.de')).to.deep.equal(['Bad', 'See']);
    expect(values(dataset, 'tags')[0]).to.equal('a, b');
    expect(values(dataset, 'open')).to.deep.equal(['true', undefined]);
  });

  it('reads numbers and dates that are written as text, and mixes without losing either', async () => {
    const dataset = await read(collection([feature({ free: '12', since: '2024-05-06', code: 7 }, point(9, 48)), feature({ free: '7', since: '2024-05-07', code: 'B7' }, point(9, 48))]));
    expect([column(dataset, 'free').type, column(dataset, 'since').type, column(dataset, 'code').type]).to.deep.equal(['number', 'date', 'text']);
    expect(values(dataset, 'code')).to.deep.equal(['7', 'B7']);
  });

  it('takes the id of a feature as a column, unless a property is called so', async () => {
    expect(values(await read(collection([feature({ a: 1 }, null, { id: 'x.1' }), feature({ a: 2 }, null, { id: 'x.2' })])), 'id')).to.deep.equal(['x.1', 'x.2']);
    expect(values(await read(collection([feature({ id: 5 }, null, { id: 'x.1' })])), 'id')).to.deep.equal([5]);
  });

  it('honours the crs of 2008 before or behind the features, and calls EPSG:4326 longitude first', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } };
    const text = collection([feature({}, { type: 'Point', coordinates: [513_223.54, 5_403_015.52] })], { crs });
    const behind = `${collection([feature({}, { type: 'Point', coordinates: [513_223.54, 5_403_015.52] })]).slice(0, -1)},"crs":${JSON.stringify(crs)}}`;
    for (const body of [text, behind]) {
      const dataset = await read(body);
      expect(place(dataset, 0)![0]).to.be.closeTo(9.18, 1e-5);
      expect([dataset.report.crs, dataset.report.guessedCrs]).to.deep.equal(['EPSG:25832', undefined]);
    }
    const geographic = await read(collection([feature({}, point(8.4, 49))], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } } }));
    expect(place(geographic, 0)).to.deep.equal([8.4, 49]);
  });

  it('says how many the service has where it gave only some', async () => {
    expect((await read(collection([feature({}, point(1, 2))], { numberMatched: 84_312, numberReturned: 1 }))).report.total).to.equal(84_312);
    expect((await read(collection([feature({}, point(1, 2))], { totalFeatures: 1 }))).report.total).to.equal(undefined);
  });

  it('may be spaced, escaped and arrive in pieces that cut anything in two', async () => {
    const { openDataset } = await import('../../src/sources/open.js');
    const { serve } = await import('../support/fake-fetch.js');
    const text = JSON.stringify({ type: 'FeatureCollection', features: [feature({ 'a "b" [{,': 'x\\"]},{"' }, point(1, 2)), feature({ 'a "b" [{,': 'ü \u2028 😀' }, point(3, 4))] }, undefined, 2).replace('"features":', '"features"  :\n');
    const bytes = new TextEncoder().encode(`\ufeff${text}`);
    for (const size of [1, 7, 100]) {
      let at = 0;
      const stream = () => new ReadableStream<Uint8Array>({ pull: (controller) => (at < bytes.length ? controller.enqueue(bytes.slice(at, (at += size))) : controller.close()) });
      const { restore } = serve({ '/data': () => new Response(stream()) });
      const dataset = await openDataset('/data').finally(restore);
      expect(values(dataset, 'a "b" [{,'), String(size)).to.deep.equal(['x\\"]},{"', 'ü \u2028 😀']);
    }
  });

  it('is told from its first bytes, whatever the server calls it', async () => {
    const dataset = await read(collection([feature({ a: 1 }, point(1, 2))]), {}, { 'content-type': 'text/csv' });
    expect(dataset.report.format).to.equal('geojson');
  });

  it('that is old may be in windows-1252', async () => {
    const text = collection([feature({ name: 'Köln' }, point(7, 51))]);
    expect(values(await read(Uint8Array.from(text, (letter) => letter.charCodeAt(0))), 'name')).to.deep.equal(['Köln']);
  });

  it('without features is an empty table', async () => {
    const dataset = await read(collection([]));
    expect([dataset.length, dataset.report.read, dataset.places]).to.deep.equal([0, 0, undefined]);
  });
});

describe('GeoJSON that is broken', () => {
  it('says at which line and column it breaks off', async () => {
    const whole = JSON.stringify({ type: 'FeatureCollection', features: [feature({ a: 1 }, point(1, 2)), feature({ a: 2 }, point(1, 2))] }, undefined, 1);
    const cut = whole.slice(0, whole.lastIndexOf('"a"') + 5);
    const lines = cut.split('\n');
    const { reason, message } = await failure(read(cut));
    expect(reason).to.equal('unreadable');
    expect(message).to.contain(`breaks off at line ${lines.length}, column ${lines.at(-1)!.length + 1}`);
  });

  it('says where something stands that is no JSON', async () => {
    const { reason, message } = await failure(read('{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{"a":1},"geometry":null},\n{"type":"Feature","properties":{"a":NaN},"geometry":null}]}'));
    expect(reason).to.equal('unreadable');
    expect(message).to.contain('line 3, column 37');
  });

  it('says so if it has no features', async () => {
    expect((await failure(read('{"type":"FeatureCollection"}'))).message).to.contain('no list of features');
  });

  it('is no map where its coordinates are those of a drawing, whatever grid it was drawn from', async () => {
    const drawing = { type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:3857' } }, 'hc-transform': { default: { crs: '+proj=merc', scale: 0.001 } }, features: [feature({ n: 1 }, point(3000, 4000))] };
    const error = await failure(read(JSON.stringify(drawing)));
    expect(error.reason).to.equal('crs-unknown');
    expect(error.message).to.contain('a drawing');
  });
});

describe('GeoJSON with a feature a line', () => {
  it('is read line by line, broken ones left out and counted', async () => {
    const lines = [feature({ n: 1 }, point(1, 2)), feature({ n: 2 }, point(3, 4))].map((each) => JSON.stringify(each));
    for (const body of [lines.join('\n'), `\u001e${lines.join('\n\u001e')}\n`, `${lines.join('\r\n')}\r\n`]) {
      const dataset = await read(body);
      expect(dataset.report.format).to.equal('geojson-seq');
      expect(values(dataset, 'n')).to.deep.equal([1, 2]);
    }
    const dataset = await read(`${lines[0]}\n${lines[1]}\n\n{"type":"Feature","prop\n${lines[0]}`);
    expect(dataset.report.problems).to.deep.equal([{ reason: 'not-a-feature', count: 1, rows: [3], dropped: true }]);
    expect(accounted(dataset)).to.equal(true);
  });
});
