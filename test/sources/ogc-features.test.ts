import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { DatasetOptions } from '../../src/sources/source.js';
import { serve } from '../support/fake-fetch.js';
import { failure, place, problems, values } from '../support/dataset.js';

interface Server {
  readonly trees?: number;
  readonly cap?: number;
  /** More than these at once are refused. */
  readonly limit?: number;
  readonly counts?: boolean;
  /** Forgets in its next link what it was asked. */
  readonly forgets?: boolean;
  /** Knows no parameter `f`. */
  readonly strict?: boolean;
  readonly tilesOnly?: boolean;
  readonly crs?: string;
}

const base = 'https://city.example/api/ogc/features';

function api({ trees = 5, cap = Infinity, limit = Infinity, counts = true, forgets, strict, tilesOnly, crs }: Server) {
  const link = (rel: string, href: string, type = 'application/json'): object => ({ rel, href, type });
  const collection = (id: string, title: string): object => ({ id, title, links: [tilesOnly ? link('http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector', `${base}/collections/${id}/tiles`) : link('items', `${base}/collections/${id}/items${strict ? '' : '?f=json'}`, 'application/geo+json'), link('license', 'https://cc.example/by', 'text/html')], extent: { spatial: { bbox: [[9, 47, 20, 49]] } } });
  const all: object[] = [collection('benches', 'Benches'), collection('trees', 'Trees')];
  return ({ url }: Request): Response => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace(/^\/api\/ogc\/features/, '');
    if (strict && searchParams.has('f')) return Response.json({ code: 'InvalidParameter', description: 'f is not known' }, { status: 400 });
    if (path === '') return Response.json({ title: 'City', conformsTo: [], links: [link('data', `${base}/collections`)] });
    if (path === '/collections') return Response.json({ links: [], collections: all });
    const [, , id, items] = path.split('/');
    if (!/^(trees|benches)$/.test(id!)) return Response.json({ code: 'NotFound', description: 'No such collection' }, { status: 404 });
    if (!items) return Response.json(all[id === 'trees' ? 1 : 0]);
    const asked = Number(searchParams.get('limit') ?? 10);
    if (asked > limit) return Response.json({ code: 'InvalidParameterValue', description: `limit is at most ${limit}` }, { status: 400 });
    const [west = -180, , east = 180] = searchParams.get('bbox')?.split(',').map(Number) ?? [];
    const offset = Number(searchParams.get('offset') ?? 0);
    const there = Array.from({ length: id === 'trees' ? trees : 1 }, (_, i) => ({ i, lon: 9 + (i * 10) / trees })).filter(({ lon }) => lon >= west && lon <= east);
    const found = there.slice(offset, offset + Math.min(cap, asked));
    const next = new URL(url);
    next.searchParams.set('offset', String(offset + found.length));
    if (forgets) next.searchParams.delete('bbox');
    const features = found.map(({ i, lon }) => ({ type: 'Feature', id: i, properties: { gid: i }, geometry: { type: 'Point', coordinates: crs ? [48, lon] : [lon, 48] } }));
    const more = offset + found.length < there.length ? [link('next', next.href)] : [];
    return Response.json({ type: 'FeatureCollection', features, links: more, ...(counts ? { numberMatched: there.length } : {}) }, { headers: crs ? { 'content-crs': `<${crs}>` } : {} });
  };
}

async function open(address: string, server: Server, options: DatasetOptions = {}) {
  const answer = api(server);
  const paths = ['', '/collections', ...['trees', 'benches', 'nope'].flatMap((id) => [`/collections/${id}`, `/collections/${id}/items`])];
  const { restore, requests } = serve(Object.fromEntries(paths.map((path) => [`/api/ogc/features${path}`, answer])));
  try {
    return { dataset: await openDataset(address, options), asked: requests.map(({ url }) => new URL(url)) };
  } finally {
    restore();
  }
}

describe('an OGC API – Features', () => {
  it('is read from its landing page, its collections, a collection, or some of its items', async () => {
    for (const path of ['', '/collections', '/collections/trees', '/collections/trees/items?limit=2&offset=3&f=html']) {
      const { dataset } = await open(base + path, {});
      expect(dataset.length, path).to.equal(5);
      expect(dataset.report, path).to.include({ format: 'geojson', portal: 'ogc-features' });
      expect(dataset.report.choices, path).to.deep.equal([{ name: 'benches', title: 'Benches' }]);
      expect(dataset.about.licence?.url).to.equal('https://cc.example/by');
    }
    expect((await open(base, {}, { layer: 'Benches' })).dataset.length).to.equal(1);
    const error = await failure(open(`${base}/collections/nope/items`, {}));
    expect(error).to.include({ reason: 'not-found' });
    expect(error.message).to.contain('benches, trees');
  });

  it('is read page by page with as much at once as it gives, and with what its next link forgets', async () => {
    const { dataset, asked } = await open(`${base}/collections/trees`, { trees: 2500, limit: 1000 });
    expect(new Set(values(dataset, 'gid')).size).to.equal(2500);
    expect(asked.filter(({ pathname }) => pathname.endsWith('items')).map(({ searchParams }) => searchParams.get('limit'))).to.deep.equal(['10000', '1000', '1000', '1000']);
    const { dataset: part } = await open(`${base}/collections/trees/items?bbox=9,47,10,49`, { trees: 1000, cap: 30, forgets: true });
    expect(part.length).to.equal(101);
    expect((await open(`${base}/collections/trees`, { strict: true })).dataset.length, 'without f').to.equal(5);
  });

  it('is asked for the view alone where it is large, whether it counts or not', async () => {
    for (const counts of [true, false]) {
      const { dataset } = await open(`${base}/collections/trees`, { trees: 60_000, counts }, { view: [9.5, 47, 10, 49] });
      expect(dataset.length).to.equal(3001);
      expect(dataset.report.view).to.deep.equal([9.5, 47, 10, 49]);
      expect(dataset.report.total).to.equal(counts ? 60_000 : undefined);
    }
    const { dataset } = await open(`${base}/collections/trees`, { trees: 60_000 });
    expect(dataset.length).to.equal(50_000);
    expect(problems(dataset)).to.deep.equal({ 'beyond-limit': 10_000 });
  });

  it('keeps to the order of axes that a header names, and says so where there are tiles alone', async () => {
    expect(place((await open(base, { crs: 'http://www.opengis.net/def/crs/EPSG/0/4258' })).dataset, 1)).to.deep.equal([11, 48]);
    expect((await failure(open(`${base}/collections/trees`, { tilesOnly: true }))).message).to.contain('not as features');
  });
});
