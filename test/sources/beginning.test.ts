import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';

/** Reads a file that is large enough for a worker, and what was told of its beginning. */
async function read(body: string | Uint8Array<ArrayBuffer>, options: Parameters<typeof openDataset>[1] = {}): Promise<{ beginnings: Dataset[]; whole: Dataset }> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  expect(bytes.length, 'a worker reads it').to.be.greaterThan(1_000_000);
  const beginnings: Dataset[] = [];
  const { restore } = serve({ [`HEAD ${location.pathname}`]: () => new Response(), '/data': () => new Response(bytes, { headers: { 'content-length': String(bytes.length) } }) });
  const whole = await openDataset('/data', { ...options, onBeginning: (dataset) => beginnings.push(dataset) }).finally(restore);
  return { beginnings, whole };
}

/** That a beginning is what the whole begins with: row by row the same, and not all of it. */
function begins([beginning]: readonly Dataset[], whole: Dataset): void {
  expect(beginning!.report.isBeginning).to.equal(true);
  expect(whole.report.isBeginning, 'the whole is none').to.equal(undefined);
  expect(beginning!.length).to.be.within(50, whole.length - 1);
  for (const { name } of beginning!.columns) expect(values(beginning!, name)).to.deep.equal(values(whole, name).slice(0, beginning!.length));
  for (const axis of ['x', 'y'] as const) expect([...beginning!.places![axis]]).to.deep.equal([...whole.places![axis].subarray(0, beginning!.length)]);
}

const lines = (rows: number, line: (row: number) => string): string => Array.from({ length: rows }, (_, row) => line(row)).join('\n');

describe('The beginning of a large file', () => {
  it('is told while the rest is on its way: CSV, also where a field has lines of its own', async () => {
    const { beginnings, whole } = await read(`name,note,lat,lon\n${lines(20_000, (row) => `Tree ${row},"first line, ${row}\nsecond “line” of a note that is long",${48 + row / 20_000},${9 + row / 20_000}`)}\n`);
    expect(beginnings.length).to.equal(1);
    begins(beginnings, whole);
  });

  it('GeoJSON, whatever its properties look like', async () => {
    const features = Array.from({ length: 6_000 }, (_, row) => ({ type: 'Feature', properties: { name: `Field ${row}`, tags: [{ id: 1 }, { id: row, more: { a: '}, {"type":' } }], area: { unit: 'ha', value: row } }, geometry: { type: 'Point', coordinates: [9 + row / 6_000, 48] } }));
    for (const space of [undefined, 1]) {
      const { beginnings, whole } = await read(JSON.stringify({ type: 'FeatureCollection', features }, null, space));
      begins(beginnings, whole);
    }
  });

  it('one feature a line', async () => {
    const { beginnings, whole } = await read(lines(10_000, (row) => JSON.stringify({ type: 'Feature', properties: { name: `Field ${row}` }, geometry: { type: 'Point', coordinates: [9 + row / 10_000, 48] } })));
    begins(beginnings, whole);
  });

  it('is not told where nothing in it has a place, or it would say something else than the whole', async () => {
    const placeless = await read(`name,lat,lon\n${lines(4_000, (row) => `A place that nobody found ${row},,`)}\n${lines(40_000, (row) => `Tree ${row},${48 + row / 40_000},9.5`)}\n`);
    expect(placeless.beginnings).to.deep.equal([]);
    expect(placeless.whole.report.located).to.equal(40_000);
    const page = await read(`name,lat,lon\n${lines(60_000, (row) => `Tree ${row},${48 + row / 60_000},9.5`)}\n`.replaceAll(/[^]/g, '$&\0') as unknown as string).catch(() => undefined);
    expect(page?.beginnings ?? [], 'of two bytes a letter').to.deep.equal([]);
  });
});
