import { expect, waitUntil } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { allows } from '../../src/sources/worker-policy.js';
import { serve } from '../support/fake-fetch.js';
import { accounted, failure, place, values } from '../support/dataset.js';

const rows = 40_000;
const lines = Array.from({ length: rows }, (_, i) => `${i},Tree ${i},${i % 3 === 0 ? 'oak' : 'Eßkastanie'},${48 + i / rows},${9 + i / rows},2024-05-${String(1 + (i % 28)).padStart(2, '0')}`);
const csv = `id,name,kind,lat,lon,planted\n${lines.join('\n')}\n,,,,,\n`;
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: rows / 4 }, (_, i) => ({ type: 'Feature', properties: { name: `Field ${i}`, size: i }, geometry: i % 2 === 0 ? { type: 'Polygon', coordinates: [[[9, 48], [9.1, 48], [9.1, 48.1], [9, 48]]] } : null })),
});

const real = globalThis.Worker;
let started: Worker[] = [];

/** Counts the workers that a reading starts. */
class Counted extends real {
  isTerminated = false;

  constructor(address: string | URL, options?: WorkerOptions) {
    super(address, options);
    started.push(this);
  }

  override terminate(): void {
    this.isTerminated = true;
    super.terminate();
  }
}

async function reading(body: () => BodyInit, options: Parameters<typeof openDataset>[1] = {}, headers: HeadersInit = { 'content-type': 'text/plain' }): ReturnType<typeof openDataset> {
  const { restore } = serve({ [`HEAD ${location.pathname}`]: () => new Response(), '/data': () => new Response(body(), { headers }) });
  return openDataset('/data', options).finally(restore);
}

/** All that a page may see of a dataset. */
const whole = (dataset: Awaited<ReturnType<typeof reading>>) => ({
  ...dataset,
  columns: dataset.columns.map((column) => [column.name, column.type, values(dataset, column.name)]),
  places: dataset.places && { ...dataset.places, kind: Array.from({ length: dataset.length }, (_, row) => dataset.places!.kind(row)) },
});

describe('What is large', () => {
  beforeEach(() => {
    started = [];
    globalThis.Worker = Counted;
  });
  afterEach(() => void (globalThis.Worker = real));

  for (const [name, body] of [['CSV', csv], ['GeoJSON', geojson]] as const) {
    it(`is decoded in a worker, and is the same as without one: ${name}`, async () => {
      const loaded: number[] = [];
      const dataset = await reading(() => body, { onProgress: (progress) => loaded.push(progress.loaded) });
      expect(started.map((worker) => (worker as Counted).isTerminated)).to.deep.equal([true]);
      expect(loaded.at(-1)).to.equal(new TextEncoder().encode(body).length);
      expect(accounted(dataset)).to.equal(true);
      await reading(() => 'name,lat,lon\na,48,9\nb,48,9');
      expect(started.length, 'what is small needs none').to.equal(1);
      const { readCsv } = await import('../../src/sources/formats/csv.js');
      const { readGeojson } = await import('../../src/sources/formats/geojson.js');
      const bytes = new TextEncoder().encode(body);
      const here = await (name === 'CSV' ? readCsv : readGeojson)({ address: new URL('/data', location.href), type: 'text/plain', head: bytes.subarray(0, 65_536), body: new Blob([bytes]).stream() }, {});
      expect(whole(dataset)).to.deep.equal(whole(here));
    });
  }

  it('fails as it does without a worker', async () => {
    const { reason, message } = await failure(reading(() => geojson.slice(0, -200)));
    expect(reason).to.equal('unreadable');
    expect(message).to.contain('breaks off at line 1');
    expect((started[0] as Counted).isTerminated).to.equal(true);
  });

  it('is recognised there by its content, whatever the server calls it', async () => {
    const length = { 'content-length': String(csv.length) };
    expect((await reading(() => csv, {}, { ...length, 'content-type': 'application/geo+json' })).report.format).to.equal('csv');
    expect((await reading(() => `[${'{"name":"A","lat":48,"lon":9},'.repeat(40_000)}{"name":"B"}]`, {}, { ...length, 'content-type': 'text/csv' })).report.format).to.equal('json');
    const noise = (): string => `%PDF-1.7\n${'.'.repeat(1_200_000)}`;
    const there = await failure(reading(noise, {}, length));
    const here = await failure(reading(noise, {}, { 'content-length': '900000' }));
    expect([there.reason, there.message]).to.deep.equal([here.reason, here.message]);
    expect(started.map((worker) => (worker as Counted).isTerminated)).to.deep.equal([true, true, true]);
  });

  it('has its worker before its first bytes, where the server says about how many there will be', async () => {
    for (const headers of [{ 'content-length': '5000000' }, { 'content-length': '300000', 'content-encoding': 'br' }]) {
      let give!: () => void;
      const late = (): ReadableStream<Uint8Array> => new ReadableStream({
        start(stream) {
          give = () => {
            stream.enqueue(new TextEncoder().encode(csv));
            stream.close();
          };
        },
      });
      const before = started.length;
      const whatCame = reading(late, {}, headers);
      await waitUntil(() => started.length > before, 'it starts');
      give();
      expect((await whatCame).length).to.equal(rows);
    }
  });

  it('ends its worker when nobody waits any more', async () => {
    const controller = new AbortController();
    const pieces = [csv.slice(0, 1_200_000), ''];
    const endless = () => new ReadableStream<Uint8Array>({
      pull(stream) {
        const piece = pieces.shift();
        if (piece) stream.enqueue(new TextEncoder().encode(piece));
        else setTimeout(() => controller.abort(new DOMException('Enough', 'AbortError')), 50);
        return piece ? undefined : new Promise<void>(() => {});
      },
    });
    const error: unknown = await reading(endless, { signal: controller.signal }).catch((caught: unknown) => caught);
    expect((error as DOMException).name).to.equal('AbortError');
    expect(started.every((worker) => (worker as Counted).isTerminated)).to.equal(true);
  });

  it('is decoded in the page where its policy refuses workers, which is asked once', async () => {
    let asked = 0;
    globalThis.Worker = function refused() {
      asked += 1;
      throw new TypeError('This document requires TrustedScriptURL assignment.');
    } as unknown as typeof Worker;
    for (let i = 0; i < 2; i += 1) {
      const dataset = await reading(() => csv);
      expect([dataset.length, place(dataset, 0)]).to.deep.equal([rows, [9, 48]]);
    }
    expect(asked).to.equal(1);
  });
});

describe('The policy of a page', () => {
  it('lets workers start, or does not, as a browser reads it', () => {
    for (const policy of ['', "script-src 'self'", "default-src 'self'; img-src *", `worker-src ${location.origin}`, "default-src 'none'; worker-src 'self'", "SCRIPT-SRC 'SELF' https://cdn.example"]) expect(allows(policy, 'self'), policy).to.equal(true);
    for (const policy of ["worker-src 'none'", "default-src 'none'", "worker-src blob:; script-src 'self'", "require-trusted-types-for 'script'", "child-src https://other.example; script-src 'self'"]) expect(allows(policy, 'self'), policy).to.equal(false);
    for (const policy of ['', 'worker-src blob:', "script-src 'self' blob:"]) expect(allows(policy, 'blob'), policy).to.equal(true);
    for (const policy of ["script-src 'self'", 'worker-src *', "default-src 'self'"]) expect(allows(policy, 'blob'), policy).to.equal(false);
  });
});
