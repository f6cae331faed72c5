import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { readLines, readStream } from '../../src/sources/formats/geojson-stream.js';
import { failure, place, problems, read, values } from '../support/dataset.js';

/** Reads text as if it came in pieces of some bytes, as what is large does. */
async function streamed(text: string, size: number, reader = readStream): Promise<Dataset> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => (at < bytes.length ? controller.enqueue(bytes.slice(at, (at += size))) : controller.close()) });
  return reader({ address: new URL('/data', location.href), type: '', head: bytes.subarray(0, 65_536), body }, {});
}

const whole = (dataset: Dataset) => ({
  columns: dataset.columns.map((column) => [column.name, column.type, values(dataset, column.name)]),
  places: dataset.places && [[...dataset.places.x], [...dataset.places.y], dataset.places.shapes],
  problems: problems(dataset),
  report: { ...dataset.report, problems: [] },
});

const point = '"geometry":{"type":"Point","coordinates":[9.5,48.25]}';
/** Features one after the other, some written like the one before, some not. */
const written = [
  `{"type":"Feature","properties":{"name":"a","n":1.50,"b":true},${point}}`,
  `{"type":"Feature","properties":{"name":"ä ","n":-2e3,"b":false},${point}}`,
  `{"type":"Feature","properties":{"name":"\\u00e4\\n","n":12345678901234567890,"b":null},${point}}`,
  `{"type":"Feature","properties":{"name":"\u00a0x\u2003","n":0,"b":"text"},"geometry":null}`,
  `{"properties":{"n":"7","name":"","new":"later"},\n "type":"Feature", "geometry":{"coordinates":[[[9,48],[9.1,48],[9.1,48.1]]],"type":"Polygon"},"id":"x.1"}`,
  `{"type":"Feature","id":5,"bbox":[1,2,3,4],"properties":{"name":{"de":"Bad"},"tags":["a","b"]},"geometry":{"type":"MultiPoint","coordinates":[[9,48],[9.1,48.1]]}}`,
  `{"type":"Feature","properties":{"name":{"de":"See","fr":"Lac"},"tags":[{"x":"}"}]},"geometry":{"type":"LineString","coordinates":[[9,48,300],[9.1,48.1,310.5]]}}`,
  `{"type":"Feature","properties":{"name":"first","name":"last"},${point}}`,
  `{"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[9,48]]}}`,
  `{"type":"Feature","properties":{"__proto__":"p","constructor":3},"geometry":{"type":"GeometryCollection","geometries":[]}}`,
  '5',
  '{"type":"Point","coordinates":[1,2]}',
];

describe('GeoJSON that is read while it comes', () => {
  it('is the same table as by the browser’s own reader, wherever it is cut', async () => {
    const text = `\ufeff{"type":"FeatureCollection","name":"A \\"features\\":[", "features" : [\n${[...written, ...written].join(' ,\n')}\n], "numberMatched":99}\n`;
    const wanted = whole(await read(text));
    for (const size of [1, 7, 200, 100_000]) expect(whole(await streamed(text, size)), `in pieces of ${size}`).to.deep.equal(wanted);
  });

  it('says where something stands that is no JSON, or where it breaks off', async () => {
    const good = written[0]!;
    const cases: readonly (readonly [broken: string, message: RegExp])[] = [
      [`{"features":[${good},\n${good.replace('1.50', '01')}]}`, /line 2, column \d+/],
      [`{"features":[${good}\n${good}]}`, /line 2, column 1\b/],
      [`{"features":[${good},\n,${good}]}`, /line 2, column \d/],
      [`{"features":[${good},\n${good.slice(0, 40)}`, /breaks off at line 2, column 41, after 1 whole items/],
      [`{"features":[${good}]} x`, /line 1/],
      [`{"features":[${good.replace('"a"', '"a\u0001"')}]}`, /line 1, column \d+/],
    ];
    for (const [text, message] of cases) {
      const error = await failure(streamed(text, 50));
      expect([error.reason, error.message]).to.satisfy(([reason, said]: string[]) => reason === 'unreadable' && message.test(said!), `${error.message} of ${text}`);
    }
  });

  it('may be one feature a line, or many lines behind a separator', async () => {
    const lines = await streamed(`${written[0]}\n{"type":"Feature","prop\n${written[1]} x\n\n${written[2]}`, 30, readLines);
    expect(lines.report).to.deep.include({ format: 'geojson-seq', read: 4, kept: 2, problems: [{ reason: 'not-a-feature', count: 2, rows: [2, 3], dropped: true }] });
    const separated = await streamed(`\u001e${written[4]}\n\u001e${written[0]}\n`, 30, readLines);
    expect([separated.length, place(separated, 1)]).to.deep.equal([2, [9.5, 48.25]]);
  });

  it('is not held up by what is nested, repeated or cut off for ever', async () => {
    const deep = `{"type":"Feature","properties":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}},${point}}`;
    expect((await streamed(`{"features":[${deep},${written[0]}]}`, 1000)).length).to.equal(2);
    const open = `{"features":[{"type":"Feature","properties":{"a":"${'x'.repeat(3_000_000)}`;
    expect((await failure(streamed(open, 10_000))).message).to.contain('breaks off');
  });
});
