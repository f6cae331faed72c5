import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { idea, openClient, publish, rating, send } from './client.js';
import { startHub } from './process.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const metrics = 'a-secret-of-the-counters';
const authorization = `Bearer ${metrics}`;

describe('The counters', () => {
  it('tell of requests, writes and durations by words of ours alone', async () => {
    const hub = await openClient({ database: { file: join(folder, 'counted.db') }, metrics });
    const [sent, other] = [rating(), rating()];
    await hub.send('POST', '/v1/ratings', sent);
    await hub.send('POST', '/v1/ratings', sent);
    await hub.send('POST', '/v1/ratings', { ...sent, profile: 'other' });
    await hub.send('POST', '/v1/ratings', { ...other, id: 7 });
    const { id } = await publish(hub);
    await hub.send('PUT', `/v1/ideas/${id}/support`, undefined, { 'civic-supporter': randomUUID() });
    await hub.send('GET', `/v1/ideas/${id}?q=secret-question`);
    await hub.send('GET', '/v1/"}\nnothing{x="1');
    const { text, headers, status } = await hub.send('GET', '/v1/metrics', undefined, { authorization });
    await hub.close();
    assert.deepEqual([status, headers.get('content-type'), headers.get('cache-control')], [200, 'text/plain; version=0.0.4; charset=utf-8', 'no-store']);
    const lines = new Set(text.split('\n'));
    for (const line of [
      'civic_hub_writes_total{kind="ratings",result="new"} 1', 'civic_hub_writes_total{kind="ratings",result="again"} 1', 'civic_hub_writes_total{kind="ratings",result="conflict"} 1', 'civic_hub_writes_total{kind="ratings",result="refused"} 1',
      'civic_hub_writes_total{kind="ideas",result="new"} 1', 'civic_hub_writes_total{kind="ideas",result="changed"} 1', 'civic_hub_writes_total{kind="ideas/support",result="changed"} 1',
      'civic_hub_requests_total{method="POST",route="/v1/ratings",status="201"} 1', 'civic_hub_requests_total{method="GET",route="/v1/ideas/:id",status="200"} 1', 'civic_hub_requests_total{method="GET",route="-",status="404"} 1',
      'civic_hub_request_duration_seconds_bucket{method="POST",route="/v1/ratings",le="+Inf"} 4', 'civic_hub_request_duration_seconds_count{method="POST",route="/v1/ratings"} 4', '# TYPE civic_hub_request_duration_seconds histogram',
    ]) assert.ok(lines.has(line), `${line}\n${text}`);
    assert.match(text, /^process_resident_memory_bytes \d{7,}$/m);
    assert.ok(!text.includes(id) && !text.includes('secret-question') && !text.includes('nothing'));
    // Every line is a comment or a sample, as Prometheus reads it; and a series is there once.
    const samples = text.trimEnd().split('\n').filter((line) => !/^# (HELP|TYPE) [a-z_]+ .+$/.test(line));
    for (const sample of samples) assert.match(sample, /^[a-z_]+(\{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\})? [\d.e+-]+$/);
    assert.equal(new Set(samples.map((sample) => sample.replace(/ \S+$/, ''))).size, samples.length);
    const buckets = samples.filter((sample) => sample.startsWith('civic_hub_request_duration_seconds_bucket{method="POST",route="/v1/ratings"')).map((sample) => Number(sample.split(' ')[1]));
    assert.deepEqual(buckets, [...buckets].sort((a, b) => a - b), 'Each bucket holds the ones before.');
  });

  it('are for who has the token', async () => {
    const hub = await openClient({ database: { file: join(folder, 'token.db') }, metrics });
    const status = async (headers = {}): Promise<number> => (await hub.send('GET', '/v1/metrics', undefined, headers)).status;
    assert.deepEqual([await status(), await status({ authorization: 'Bearer wrong' }), await status({ authorization })], [401, 403, 200]);
    await hub.close();
    const silent = await openClient({ database: { file: join(folder, 'silent.db') } });
    assert.equal((await silent.send('GET', '/v1/metrics')).status, 404);
    await silent.close();
  });

  it('are for programs on the same machine, and for nobody through a proxy', async () => {
    const hub = await startHub({ CIVIC_DATABASE: join(folder, 'near.db'), CIVIC_METRICS: 'loopback', CIVIC_LOG: 'off' });
    const status = async (headers = {}): Promise<number> => (await send(fetch, `${hub.address}/v1/metrics`, 'GET', undefined, headers)).status;
    await send(fetch, `${hub.address}/v1/ideas`, 'POST', idea());
    assert.deepEqual([await status(), await status({ 'x-forwarded-for': '203.0.113.7' }), await status({ forwarded: 'for=203.0.113.7' })], [200, 403, 403]);
    await hub.end('SIGTERM');
    const mounted = await openClient({ database: { file: join(folder, 'mounted.db') }, metrics: 'loopback' });
    assert.equal((await mounted.send('GET', '/v1/metrics')).status, 403, 'Nobody knows where it comes from.');
    await mounted.close();
  });
});
