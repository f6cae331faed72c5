import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { createHub } from '../src/index.js';
import { readConfig } from '../src/config.js';
import { keepsTheContract } from './contract/index.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
keepsTheContract('SQLite', async () => ({ file: join(folder, `${(count += 1)}.db`) }));

it('leaves everything in the one file when it stops', async () => {
  const [file, copy] = [join(folder, 'stopped.db'), join(folder, 'copy.db')];
  const config = readConfig({ CIVIC_DATABASE: file, CIVIC_LOG: 'off', CIVIC_GUARD: 'off' });
  const hub = await createHub(config);
  const rating = { id: crypto.randomUUID(), subject: { url: 'https://city.example/page' }, profile: 'simple', score: { value: 4, min: 1, max: 5 } };
  const sent = await hub.fetch(new Request('http://hub.example/v1/ratings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rating) }));
  assert.equal(sent.status, 201);
  await hub.close();
  copyFileSync(file, copy);
  const moved = await createHub(readConfig({ CIVIC_DATABASE: copy, CIVIC_LOG: 'off', CIVIC_GUARD: 'off' }));
  const summary = await (await moved.fetch(new Request('http://hub.example/v1/ratings/summary?subject=https://city.example/page'))).json() as { n: number };
  await moved.close();
  assert.equal(summary.n, 1);
});
