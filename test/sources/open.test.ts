import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type Progress } from '../../src/sources/source.js';
import { serve, status, text } from '../support/fake-fetch.js';
import { failure, read, values } from '../support/dataset.js';

const csv = 'name,lat,lon\nPool,48.5,9.25\nHall,47.5,8.25';

async function gzipped(content: string): Promise<ArrayBuffer> {
  return new Response(new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

describe('an address', () => {
  it('may be relative to the page, and is where the data was downloaded', async () => {
    const { restore } = serve({ '/trees.csv': text(csv) });
    const dataset = await openDataset('/trees.csv').finally(restore);
    expect(dataset.about.download).to.equal(new URL('/trees.csv', location.href).href);
  });

  it('is asked once, without cookies', async () => {
    const { restore, requests } = serve({ '/trees.csv': text(csv) });
    await openDataset(new URL('/trees.csv', location.href)).finally(restore);
    expect(requests.map(({ credentials }) => credentials)).to.deep.equal(['omit']);
  });

  it('of another kind than http is refused before anything is asked', async () => {
    const { restore, requests } = serve({});
    try {
      // eslint-disable-next-line no-script-url
      for (const address of ['javascript:alert(1)', 'data:text/csv,a', 'file:///etc/passwd', 'http://']) expect((await failure(openDataset(address))).reason, address).to.equal('unknown');
    } finally {
      restore();
    }
    expect(requests).to.have.length(0);
  });
});

describe('no answer', () => {
  const elsewhere = 'https://data.example/trees.csv';

  it('from a server that is there is a matter of CORS, and says what to do', async () => {
    const { restore, requests } = serve({ [elsewhere]: (request) => (request.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch'))) });
    const { reason, message } = await failure(openDataset(elsewhere)).finally(restore);
    expect(reason).to.equal('cors');
    expect(message).to.contain('data.example').and.contain('Access-Control-Allow-Origin');
    expect(requests[1]).to.include({ method: 'HEAD', mode: 'no-cors', credentials: 'omit' });
  });

  it('from a server that is not there is unreachable', async () => {
    const { restore } = serve({});
    for (const address of [elsewhere, '/gone.csv']) expect((await failure(openDataset(address))).reason).to.equal('unreachable');
    restore();
  });

  it('that nobody waits for any more is no failure', async () => {
    const stop = new AbortController();
    const { restore, requests } = serve({
      [elsewhere]: () => new Promise<Response>((_, reject) => {
        stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error));
        setTimeout(() => stop.abort());
      }),
    });
    const error: unknown = await openDataset(elsewhere, { signal: stop.signal }).catch((caught: unknown) => caught);
    restore();
    expect(error).to.have.property('name', 'AbortError');
    expect(error).to.not.be.instanceOf(SourceError);
    expect(requests).to.have.length(1);
    expect(await openDataset(elsewhere, { signal: stop.signal }).catch((caught: unknown) => (caught as Error).name)).to.equal('AbortError');
  });
});

describe('an answer', () => {
  for (const [code, reason] of [[404, 'not-found'], [410, 'not-found'], [401, 'refused'], [403, 'refused'], [429, 'refused'], [500, 'refused']] as const) {
    it(`${code} is ${reason}`, async () => {
      const { restore } = serve({ '/trees.csv': status(code) });
      const error = await failure(openDataset('/trees.csv')).finally(restore);
      expect(error.reason).to.equal(reason);
      expect(error.message).to.contain(String(code));
    });
  }

  it('that breaks off is unreachable', async () => {
    let sent = false;
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => (sent ? controller.error(new TypeError('network error')) : ((sent = true), controller.enqueue(new TextEncoder().encode(csv)))) });
    const { restore } = serve({ '/trees.csv': () => new Response(body) });
    expect((await failure(openDataset('/trees.csv')).finally(restore)).reason).to.equal('unreachable');
  });

  const others: readonly (readonly [what: string, body: string | Uint8Array<ArrayBuffer>, reason: string, says: RegExp])[] = [
    ['nothing', '', 'unreadable', /is empty/],
    ['a web page', '<!DOCTYPE html><html><body><a href="/files/trees.csv?v=2">CSV</a><a href="/files/pools.csv">CSV</a>', 'web-page', /links to 2 files.*http:.*\/files\/trees\.csv\?v=2/],
    ['a web page with an XML declaration', '<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml">', 'web-page', /web page/],
    ['a PDF', '%PDF-1.7\n%', 'unknown', /PDF document.*CSV or XLSX/],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'unknown', /\.xls workbook.*saved as CSV/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'unknown', /a picture/],
    ['a GeoTIFF', new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'unknown', /GeoTIFF.*WMS/],
    ['an SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'unknown', /picture \(SVG\)/],
    ['a drawing', 'AC1032\0\0\0', 'unknown', /DWG.*GeoPackage/],
    ['a MapInfo table', '!table\r\n!version 300\r\n!charset WindowsLatin1\r\n', 'unknown', /MapInfo/],
    ['RDF in Turtle', '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<x> a dcat:Dataset ; a <y> .', 'unknown', /Turtle.*JSON-LD/],
    ['a RAR archive', 'Rar!\x1a\x07\x01\0', 'unknown', /archive that browsers cannot open.*zip/],
    ['other XML', '<?xml version="1.0"?><invoice><total>1</total></invoice>', 'unknown', /XML/],
    ['other JSON', '{"hello":"world"}', 'unknown', /JSON without a list of records/],
    ['prose', 'Trees are nice.\nThey have leaves.', 'unknown', /none of the formats/],
    ['one word', 'Trees', 'unknown', /none of the formats/],
  ];
  for (const [what, body, reason, says] of others) {
    it(`that is ${what} is ${reason}`, async () => {
      const error = await failure(read(body, {}, { 'content-type': 'text/csv' }));
      expect(error.reason).to.equal(reason);
      expect(error.message).to.match(says);
    });
  }

  it('is read as what it is asked to be read as', async () => {
    const dataset = await read('name\nPool\nHall', { format: 'CSV' });
    expect(values(dataset, 'name')).to.deep.equal(['Pool', 'Hall']);
    const error = await failure(read(csv, { format: 'xlsx' }));
    expect(error.message).to.contain('“xlsx”').and.contain('csv');
  });

  it('that is gzipped itself is unpacked', async () => {
    expect(values(await read(await gzipped(csv)), 'name')).to.deep.equal(['Pool', 'Hall']);
  });
});

describe('progress', () => {
  const rows = `name,lat,lon\n${'Pool,48.5,9.25\n'.repeat(20_000)}`;

  async function told(headers: Record<string, string>): Promise<Progress[]> {
    const all: Progress[] = [];
    await read(rows, { onProgress: (progress) => all.push(progress) }, headers);
    return all;
  }

  it('counts up to all bytes, against the total that the server says', async () => {
    const all = await told({ 'content-length': String(rows.length) });
    expect(all.at(-1)).to.deep.equal({ loaded: rows.length, total: rows.length });
    expect(all.every(({ loaded }, i) => i === 0 || loaded > all[i - 1]!.loaded)).to.equal(true);
  });

  it('has no total where the body was compressed on its way', async () => {
    const all = await told({ 'content-length': '1234', 'content-encoding': 'gzip' });
    expect(all.at(-1)).to.deep.equal({ loaded: rows.length, total: undefined });
  });
});
