import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { datasets } from '../../demo/datasets/index.js';
import { startDemo, type Demo } from '../support/demo.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

describe('the server of the demo', () => {
  let demo: Demo;
  before(async () => {
    demo = await startDemo();
  });
  after(() => demo?.stop());

  /** What goes over the wire, unlike `fetch`, which decodes bodies and tidies paths. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(demo.origin);
      const asked = request({ hostname, port, path, headers, method }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
      });
      asked.on('error', reject);
      asked.end();
    });

  it('sends data compressed to those who take it, with the same content', async () => {
    const plain = await get('/data/airports.csv');
    const brotli = await get('/data/airports.csv', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await get('/data/airports.csv', { 'accept-encoding': 'gzip, br;q=0' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.ok(brotliDecompressSync(brotli.body).equals(plain.body));
    assert.ok(gunzipSync(gzip.body).equals(plain.body));
    assert.ok(brotli.body.length < plain.body.length / 2);
    assert.notEqual(brotli.headers.etag, plain.headers.etag);
  });

  for (const { file, rows, unit } of datasets) {
    it(`sends all ${rows} ${unit}`, async () => {
      const { status, body, headers } = await get(`/data/${file}`);
      assert.equal(status, 200);
      const text = body.toString('utf8');
      assert.equal(headers['content-type'], file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/geo+json');
      const found = file.endsWith('.csv') ? text.trimEnd().split(/\r?\n/).length - 1 : (JSON.parse(text) as { features: unknown[] }).features.length;
      assert.equal(found, rows);
    });
  }

  it('says countries, regions and continents in words', async () => {
    const { body } = await get('/data/world-places.csv');
    const text = body.toString('utf8');
    assert.ok(text.startsWith('name,country,region,continent,latitude,longitude\r\n'));
    assert.match(text, /^Lyon,France,Auvergne-Rhône-Alpes,Europe,45\.7\d+,4\.8\d+\r$/m);
  });

  it('says 304 to those who have it already', async () => {
    for (const path of ['/data/airports.csv', '/cdn/civic.js', '/say.html']) {
      const { headers } = await get(path);
      const again = await get(path, { 'if-none-match': String(headers.etag) });
      assert.equal(again.status, 304, path);
      assert.equal(again.body.length, 0, path);
    }
  });

  it('sends the range of bytes that is asked for', async () => {
    const { body: whole } = await get('/data/airports.csv');
    const part = await get('/data/airports.csv', { range: 'bytes=10-19', 'accept-encoding': 'br' });
    assert.equal(part.status, 206);
    assert.equal(part.headers['content-range'], `bytes 10-19/${whole.length}`);
    assert.ok(part.body.equals(whole.subarray(10, 20)));
    const end = await get('/data/airports.csv', { range: 'bytes=-5' });
    assert.ok(end.body.equals(whole.subarray(-5)));
    const beyond = await get('/data/airports.csv', { range: `bytes=${whole.length}-` });
    assert.equal(beyond.status, 416);
    assert.equal(beyond.headers['content-range'], `bytes */${whole.length}`);
    const changed = await get('/data/airports.csv', { range: 'bytes=0-9', 'if-range': '"something-else"' });
    assert.equal(changed.status, 200);
  });

  it('sends nothing from outside its folders', async () => {
    for (const path of ['/data/../hub.db', '/data/..%2fhub.db', '/data/%2e%2e/hub.db', '/data/..%5chub.db', '/cdn/../../package.json', '/cdn/..%2f..%2fpackage.json', '/assets/..%2fstart.ts', '/data//etc/passwd', '/data/%00', '/data/%ff']) {
      const { status, body } = await get(path);
      assert.ok(status === 404 || status === 400, `${path} gave ${status}`);
      assert.ok(!/SQLite|"name": "civic-elements"|createHub|root:/.test(body.toString('latin1')), path);
    }
  });

  it('lets pages of other origins have scripts and data', async () => {
    for (const path of ['/cdn/civic.js', '/cdn/sources.js', '/data/airports.csv', '/promises.json', '/api/3/action/package_show?id=us-airports', '/dataset/us-airports']) {
      const { status, headers } = await get(path, { origin: 'https://other.example' });
      assert.equal(status, 200, path);
      assert.equal(headers['access-control-allow-origin'], '*', path);
      assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
    }
  });

  it('lets chunks be kept for ever, because their name changes with their content, and nothing else', async () => {
    const { body } = await get('/cdn/civic-rating.js');
    const chunk = /\.\/(chunks\/[\w.-]+\.js)/.exec(body.toString())?.[1];
    assert.ok(chunk);
    assert.match(String((await get(`/cdn/${chunk}`)).headers['cache-control']), /immutable/);
    assert.match(String((await get('/cdn/civic.js')).headers['cache-control']), /no-cache/);
  });

  it('answers as a CKAN portal does', async () => {
    const { body } = await get('/api/3/action/package_show?id=world-places');
    const { success, result } = JSON.parse(body.toString()) as { success: boolean; result: { title: string; license_url: string; organization: { title: string }; resources: { url: string }[] } };
    assert.equal(success, true);
    assert.equal(result.organization.title, 'GeoNames');
    assert.equal(result.license_url, 'https://creativecommons.org/licenses/by/4.0/');
    assert.equal(result.resources[0]?.url, `${demo.origin}/data/world-places.csv`);
    const missing = await get('/api/3/action/package_show?id=nothing');
    assert.equal(missing.status, 404);
    assert.equal((JSON.parse(missing.body.toString()) as { success: boolean }).success, false);
  });

  it('takes answers from its own pages, not from those of others', async () => {
    const send = (origin: string): Promise<Response> =>
      fetch(`${demo.origin}/hub/v1/ratings`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: '{}' });
    assert.equal((await send('https://other.example')).status, 403);
    assert.equal((await send(demo.origin)).status, 422);
  });
});
