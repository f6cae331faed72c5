import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startReplay, trees, type Api, type Manners } from '../support/replay.js';
import { ckan } from '../support/replay-ckan.js';
import { opendatasoft } from '../support/replay-opendatasoft.js';
import { startStatic, type StaticServer } from '../support/static-server.js';

type Answer = { readonly rows: number; readonly portal: string | undefined } | { readonly reason: string; readonly message: string };

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const rows = trees(40);
const fields = [{ name: 'id', label: 'Number', type: 'int' }, { name: 'geo_point_2d', label: 'Geo Point', type: 'geo_point_2d' }];
const points = rows.map(({ id, lon, lat }) => ({ id, geo_point_2d: { lon, lat } }));

describe('a page of a town, and portals on other origins', () => {
  let town: StaticServer;
  let browser: Browser;
  let page: Page;
  before(async () => {
    town = await startStatic({
      folders: { '/cdn/': cdn },
      answer(request, response) {
        if (request.url !== '/') return false;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end('<!doctype html><html lang="en"><title>Town</title><link rel="icon" href="data:,">');
        return true;
      },
    });
    browser = await launch();
    page = await browser.newPage();
    await page.goto(town.origin);
  });
  after(async () => {
    await browser?.close();
    await town?.close();
  });

  /** What the page reads of a path of a server that answers so. */
  async function read(api: Api, path: string, manners: Manners = {}): Promise<Answer & { readonly host: string }> {
    const replay = await startReplay(api, manners);
    try {
      const answer = await page.evaluate(async (address): Promise<Answer> => {
        const module = '/cdn/sources.js';
        const { openDataset } = (await import(module)) as { openDataset: (address: string) => Promise<{ length: number; report: { portal?: string } }> };
        return openDataset(address).then(
          ({ length, report }) => ({ rows: length, portal: report.portal }),
          ({ reason, message }: { reason: string; message: string }) => ({ reason, message }),
        );
      }, replay.origin + path);
      return { ...answer, host: new URL(replay.origin).host };
    } finally {
      await replay.close();
    }
  }

  it('reads what they let it read', async () => {
    const { host: _ckan, ...table } = await read(ckan({ rows, most: 15 }), '/dataset/trees');
    assert.deepEqual(table, { rows: 40, portal: 'ckan' });
    const { host: _portal, ...records } = await read(opendatasoft({ id: 'trees', rows: points, fields }), '/explore/dataset/trees/');
    assert.deepEqual(records, { rows: 40, portal: 'opendatasoft' });
  });

  it('says whose operator can open what is closed, and how', async () => {
    const closed = await read(ckan({ rows }), '/dataset/trees', { closed: '/' });
    assert.ok('reason' in closed);
    assert.equal(closed.reason, 'cors');
    assert.ok(closed.message.includes(closed.host) && closed.message.includes('ckan.cors.origin_allow_all'), closed.message);
    const portal = await read(opendatasoft({ id: 'trees', rows: points, fields }), '/explore/dataset/trees/', { closed: '/' });
    assert.ok('reason' in portal && portal.reason === 'cors');
    assert.match(portal.message, /Access-Control-Allow-Origin/);
  });

  it('reads rows page by page where files alone are closed', async () => {
    const { host: _host, ...answer } = await read(opendatasoft({ id: 'trees', rows: points, fields }), '/explore/dataset/trees/', { closed: '/api/explore/v2.1/catalog/datasets/trees/exports' });
    assert.deepEqual(answer, { rows: 40, portal: 'opendatasoft' });
  });

  it('waits for a busy server though it may not read for how long', async () => {
    const { host: _host, ...answer } = await read(ckan({ rows, most: 15 }), '/dataset/trees', { first: { path: 'datastore_search', is: 'busy' } });
    assert.deepEqual(answer, { rows: 40, portal: 'ckan' });
  });
});
