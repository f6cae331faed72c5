import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDataset } from '../../src/sources/open.js';
import { idea, send } from './client.js';
import { startHub, type HubProcess } from './process.js';

describe('What a hub publishes is read by the elements’ own readers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
  let hub: HubProcess;
  before(async () => {
    hub = await startHub({ CIVIC_DATABASE: join(folder, 'hub.db'), CIVIC_MODERATION: 'after', CIVIC_NAME: 'City of Example', CIVIC_LOG: 'off' });
    await send(fetch, `${hub.address}/v1/ideas`, 'POST', idea({ place: { lon: 13.4, lat: 52.5 } }));
    await send(fetch, `${hub.address}/v1/ideas`, 'POST', idea());
  });
  after(async () => {
    await hub.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [path, located] of [['catalog.jsonld', 1], ['open311/v2/requests.json', 1], ['open311/v2/requests.csv', 1], ['open311/v2/requests.xml', 1], ['ideas.geojson', 1]] as const) {
    it(path, async () => {
      const { length, places, about, report } = await openDataset(`${hub.address}/v1/${path}`);
      assert.deepEqual([report.read, length, places?.located], [2, 2, located]);
      if (path === 'catalog.jsonld') assert.deepEqual([about.title, about.publisher], ['Ideas: City of Example', 'City of Example']);
    });
  }
});
