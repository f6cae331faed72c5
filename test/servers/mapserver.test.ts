import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';

/** MapServer, which others wrote: WFS, WMS and OGC API – Features over real files. */
const script = fileURLToPath(new URL('../../../shared/tools/servers/mapserver.sh', import.meta.url));
const programs = ['mapserv', 'lighttpd', 'ogr2ogr'];
const packages = ['gdal-bin', 'cgi-mapserver', 'lighttpd'];
/** Where it is installed it starts within a second; it is generous to a machine that is busy. */
const patience = 60_000;

let server: ChildProcess | undefined;
let origin = '';
let reason = existsSync(script) ? 'MapServer did not start' : 'no ../shared/tools';

const isThere = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Debian has all of it; whoever may install packages gets them. */
function install(): void {
  if (programs.every(isThere) || process.getuid?.() !== 0 || !isThere('apt-get')) return;
  const get = (...args: readonly string[]): boolean => spawnSync('apt-get', args, { stdio: 'ignore', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  const wanted = ['install', '-y', '--no-install-recommends', ...packages];
  if (!get(...wanted) && get('update')) get(...wanted);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => void probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => void probe.close(done));
  return port;
}

before(async () => {
  if (!existsSync(script)) return;
  install();
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0) {
    reason = `${missing.join(', ')} missing: apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    return;
  }
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const started = spawn('bash', [script, String(port)], { stdio: ['ignore', 'pipe', 'ignore'] });
  server = started;
  const isUp = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    const end = (up: boolean): void => {
      clearTimeout(timer);
      resolve(up);
    };
    started.stdout.on('data', (text: Buffer) => text.includes('MapServer:') && end(true));
    started.on('exit', () => end(false));
  });
  if (isUp) reason = '';
});

after(async () => {
  if (!server || server.exitCode !== null) return;
  const ended = new Promise((done) => server!.on('exit', done));
  // The script ends what it started.
  server.kill('SIGTERM');
  await ended;
});

const withServer = (test: () => Promise<void>) => async (context: TestContext) => (reason ? context.skip(`skipped: ${reason}`) : test());
const open = (path: string, options: DatasetOptions = {}): Promise<Dataset> => openDataset(`${origin}${path}`, { signal: AbortSignal.timeout(60_000), ...options });
const ows = '/?map=civic';
const api = '/civic/ogcapi';
const near = (found: readonly number[] | undefined, wanted: readonly number[], within = 0.002): void => assert.ok(found && wanted.every((value, i) => Math.abs(found[i]! - value) < within), `${found?.join()} is not near ${wanted.join()}`);

describe('MapServer', () => {
  it('gives its largest layer by WFS, as GeoJSON, and names the other', withServer(async () => {
    const dataset = await open(`${ows}&SERVICE=WFS`);
    // It cuts what it gives in degrees at the edge of its map, and counts a little otherwise: no more can be had, and that is said.
    assert.ok(dataset.length >= 2478 && dataset.length <= 2481, String(dataset.length));
    assert.equal(dataset.report.read, dataset.report.kept);
    assert.equal(dataset.report.portal, 'wfs');
    assert.deepEqual(dataset.report.choices, [{ name: 'ms:bike', title: 'Bike racks' }]);
    near(dataset.places?.bounds, [5.671, 52.0436, 5.8296, 52.1247]);
  }));

  it('gives a layer by any version of WFS, in any order of axes, in the same place', withServer(async () => {
    for (const version of ['1.0.0', '1.1.0', '2.0.0']) {
      for (const srs of ['', '&SRSNAME=EPSG:28992', '&SRSNAME=urn:ogc:def:crs:EPSG::25832', '&SRSNAME=EPSG:3857', '&SRSNAME=urn:ogc:def:crs:EPSG::4326']) {
        const dataset = await open(`${ows}&SERVICE=WFS&VERSION=${version}&REQUEST=GetFeature&TYPENAME=bike&TYPENAMES=bike${srs}`, { format: 'gml' });
        assert.equal(dataset.report.located, 353, version + srs);
        near(dataset.places?.bounds, [9.1157, 47.6561, 9.2146, 47.7483], 0.0001);
      }
    }
  }));

  it('is asked by WFS for the columns that are wanted alone, in both of its versions and in both of its forms', withServer(async () => {
    for (const version of ['1.1.0', '2.0.0']) {
      for (const layer of ['adressen', 'bike']) {
        const every = await open(`${ows}&SERVICE=WFS&VERSION=${version}`, { layer });
        const wanted = every.columns.at(-1)!.name;
        const asked: string[] = [];
        const real = globalThis.fetch;
        globalThis.fetch = (input, init) => {
          asked.push(String(input));
          return real(input, init);
        };
        const some = await open(`${ows}&SERVICE=WFS&VERSION=${version}`, { layer, fields: [wanted] }).finally(() => (globalThis.fetch = real));
        assert.deepEqual(some.columns.map(({ name }) => name), [wanted]);
        assert.equal(some.report.located, every.report.located, `${version} ${layer}`);
        near(some.places?.bounds, every.places!.bounds, 1e-6);
        assert.ok(asked.some((address) => new URL(address).searchParams.get('PROPERTYNAME')?.startsWith(`${wanted},`)), asked.at(-1));
      }
    }
  }));

  it('gives what lies in a box that an address asks for, in the order that it takes', withServer(async () => {
    const box = 'BBOX=52.10,5.70,52.124,5.75,urn:ogc:def:crs:EPSG::4326';
    assert.equal((await open(`${ows}&SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=adressen&COUNT=10&${box}`)).length, 983);
    assert.equal((await open(`${api}/collections/adressen/items?limit=100&bbox=5.70,52.10,5.75,52.124`)).length, 983);
  }));

  it('gives all items of its OGC API, from the landing page on', withServer(async () => {
    for (const path of [api, `${api}/collections`, `${api}/collections/adressen`, `${api}/collections/adressen/items?f=html&limit=2`]) {
      const dataset = await open(path);
      assert.equal(dataset.length, 2481, path);
      assert.equal(dataset.report.portal, 'ogc-features');
      assert.deepEqual(dataset.report.choices, [{ name: 'bike', title: 'Bike racks' }]);
    }
    assert.equal((await open(api, { layer: 'Bike racks' })).length, 353);
  }));

  it('gives the pictures of its WMS', withServer(async () => {
    const { tiles, report } = await open(`${ows}&SERVICE=WMS&REQUEST=GetCapabilities`);
    assert.deepEqual([tiles?.kind, tiles?.layers, tiles?.version, tiles?.format], ['wms', 'adressen', '1.3.0', 'image/png']);
    assert.deepEqual(report.choices?.map(({ name }) => name), ['civic', 'bike']);
    const picture = new URL(tiles!.url);
    for (const [name, value] of Object.entries({ SERVICE: 'WMS', VERSION: '1.3.0', REQUEST: 'GetMap', LAYERS: 'adressen', STYLES: '', CRS: 'EPSG:3857', BBOX: '620000,6800000,660000,6840000', WIDTH: '64', HEIGHT: '64', FORMAT: 'image/png' })) picture.searchParams.set(name, value);
    assert.equal((await fetch(picture)).headers.get('content-type'), 'image/png');
  }));

  it('says what it does not have, and what it has', withServer(async () => {
    for (const path of [`${ows}&SERVICE=WFS&TYPENAMES=nope`, `${ows}&SERVICE=WMS&LAYERS=nope`, `${api}/collections/nope/items`]) {
      await assert.rejects(open(path), (error: unknown) => error instanceof SourceError && error.reason === 'not-found' && error.choices.length > 1 && /adressen/.test(error.message), path);
    }
    const refused = `${ows}&SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=adressen&SORTBY=id`;
    await assert.rejects(open(refused, { format: 'gml' }), (error: unknown) => error instanceof SourceError && error.reason === 'refused');
  }));
});
