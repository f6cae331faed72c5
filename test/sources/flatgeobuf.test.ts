import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { f64, joined, partsOf, u16, u32, u64, utf8 } from '../support/bytes.js';
import { accounted, failure, place, problems, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';
import { flatgeobufOf, type FlatShape } from '../support/flatgeobuf.js';

const value = (column: number, bytes: Uint8Array | readonly number[]): Uint8Array => joined([u16(column), bytes]);
const textValue = (column: number, text: string): Uint8Array => value(column, joined([u32(utf8(text).length), utf8(text)]));
const square = (x: number, y: number, size: number): number[] => [x, y, x + size, y, x + size, y + size, x, y + size, x, y];

describe('FlatGeobuf', () => {
  it('is places and columns of all its types', async () => {
    const columns = [['byte', 0], ['truth', 2], ['long', 7], ['huge', 8], ['float', 9], ['double', 10], ['name', 11], ['json', 12], ['since', 13], ['bytes', 14]] as const;
    const first = joined([
      value(0, [0xfe]), value(1, [1]), value(2, u64(-5)), value(3, u64(2n ** 60n)), value(4, new Uint8Array(new Float32Array([0.1]).buffer)), value(5, f64(2.5)),
      textValue(6, 'Straße'), textValue(7, '{"a":1}'), textValue(8, '2024-05-01T10:00:00Z'), value(9, joined([u32(2), [0, 1]])),
    ]);
    const dataset = await read(flatgeobufOf({ type: 1, columns, crs: 4326, features: [{ shape: { xy: [8, 48] }, values: first }, { values: textValue(6, '') }] }));
    expect(dataset.report).to.include({ format: 'flatgeobuf', crs: 'EPSG:4326', read: 2, kept: 2, located: 1 });
    expect(dataset.about.title).to.equal('Layer');
    expect(place(dataset, 0)).to.deep.equal([8, 48]);
    expect(['byte', 'truth', 'long', 'huge', 'float', 'double', 'name', 'json', 'since'].map((name) => values(dataset, name)[0])).to.deep.equal([-2, 'true', -5, '1152921504606846976', 0.1, 2.5, 'Straße', '{"a":1}', Date.UTC(2024, 4, 1, 10)]);
    expect(dataset.columns.map(({ name }) => name)).not.to.include('bytes');
    expect(values(dataset, 'name')[1]).to.equal(undefined);
  });

  it('has shapes of every kind, also where each has its own', async () => {
    const shapes: readonly FlatShape[] = [
      { type: 4, xy: [1, 2, 3, 4] }, { type: 2, xy: [1, 2, 3, 4] }, { type: 5, xy: [1, 2, 3, 4, 5, 6, 7, 8], ends: [2, 4] },
      { type: 3, xy: [...square(8, 48, 1), ...square(8.2, 48.2, 0.2)], ends: [5, 10] }, { type: 6, parts: [{ xy: square(8, 48, 1) }, { xy: square(10, 48, 1) }] },
      { type: 7, parts: [{ type: 1, xy: [1, 2] }, { type: 3, xy: square(8, 48, 1) }] }, { type: 8, xy: [0, 0, 1, 1, 2, 0] }, { type: 10, parts: [{ type: 9, parts: [{ type: 8, xy: [0, 0, 1, 1, 2, 0] }, { type: 2, xy: [2, 0, 0, 0] }] }] },
      { type: 3, xy: [] }, { type: 99, xy: [1, 2] }, { type: 3, xy: square(8, 48, 1), ends: [99, 4] },
    ];
    const dataset = await read(flatgeobufOf({ type: 0, features: shapes.map((shape) => ({ shape })) }));
    expect(shapes.map((_, row) => dataset.places!.kind(row))).to.deep.equal(['point', 'line', 'line', 'area', 'area', 'area', 'line', 'area', undefined, undefined, undefined]);
    const { rows, parts } = dataset.places!.shapes!;
    expect(Array.from(rows).slice(0, 7)).to.deep.equal([0, 2, 3, 5, 7, 9, 10]);
    expect(parts[9]! - parts[8]!).to.equal(5);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1, 'bad-geometry': 2 });
    expect(accounted(dataset)).to.equal(true);
  });

  it('may be a single feature with an index, and triangles may be rings of one list', async () => {
    const triangles = [0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 2, 0, 1, 0];
    const dataset = await read(flatgeobufOf({ type: 16, boxes: [[0, 0, 2, 1]], features: [{ shape: { xy: triangles, ends: [4, 8] } }] }));
    expect([dataset.report.located, dataset.places!.kind(0), dataset.places!.shapes!.rows[1]]).to.deep.equal([1, 'area', 2]);
  });

  it('is read to its end where nobody counted, and says where it was cut off', async () => {
    const features = Array.from({ length: 3 }, (_, i) => ({ shape: { xy: [i, 48] } }));
    expect((await read(flatgeobufOf({ type: 1, features, isCounted: false }))).length).to.equal(3);
    const bytes = flatgeobufOf({ type: 1, features });
    expect((await failure(read(bytes.slice(0, -5)))).message).to.contain('ends within record 3 of 3');
    expect((await failure(read(flatgeobufOf({ type: 1, features, version: 2 })))).message).to.contain('version 2');
  });

  it('of a large file transfers what is looked at, or the first of it', async () => {
    const count = 60_000;
    const padding = joined([u16(0), u32(300), new Uint8Array(300).fill(97)]);
    const boxes = Array.from({ length: count }, (_, i) => [(i % 300) / 10, Math.floor(i / 300) / 10, (i % 300) / 10, Math.floor(i / 300) / 10] as const);
    const file = flatgeobufOf({ type: 1, crs: 4326, columns: [['text', 11]], boxes, features: boxes.map(([x, y]) => ({ shape: { xy: [x, y] }, values: padding })) });
    expect(file.length).to.be.greaterThan(20_000_000);
    for (const isShown of [true, false]) {
      const asked: string[] = [];
      const answer = partsOf(file, asked);
      const { restore } = serve({ '/large.fgb': (request) => {
        const response = answer(request);
        // Other sites see neither how long a file is nor which part of it an answer is, unless they are told.
        if (!isShown && response.status === 206) response.headers.delete('content-range');
        if (!isShown && response.status === 206) response.headers.set('content-length', String(request.headers.get('range')!.endsWith('-') ? file.length - 1024 : 0));
        return response;
      } });
      try {
        const dataset = await openDataset('/large.fgb', { view: [10.05, 5.05, 10.35, 5.25] });
        expect(dataset.report).to.deep.include({ read: 6, total: count, view: [10.05, 5.05, 10.35, 5.25] });
        expect(place(dataset, 0)).to.deep.equal([10.1, 5.1]);
        expect(asked.length).to.be.lessThan(9);
        const first = await openDataset('/large.fgb');
        expect(first.report).to.include({ read: 50_000, total: count });
        expect(problems(first)).to.deep.include({ 'beyond-limit': 10_000 });
      } finally {
        restore();
      }
    }
  }).timeout(20_000);

  it('is read whole where a server gives no parts', async () => {
    const features = Array.from({ length: 8000 }, (_, i) => ({ shape: { xy: [8 + i / 1e5, 48] }, values: joined([u16(0), u32(300), new Uint8Array(300).fill(97)]) }));
    const dataset = await read(flatgeobufOf({ type: 1, columns: [['text', 11]], features }));
    expect(dataset.report).to.include({ read: 8000, located: 8000 });
    expect(dataset.report.total).to.equal(undefined);
  });
});
