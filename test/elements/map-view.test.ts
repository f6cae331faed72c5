import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/map/civic-map.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { serve } from '../support/fake-fetch.js';
import { one, search, text, titles } from '../support/map-page.js';

const all = 84_312;
/** The rows that the service gives of a box, or of everything; as servers do, a few at a time, here never more than twelve. */
function answer({ url }: Request): Response {
  const { pathname, searchParams } = new URL(url);
  if (!pathname.endsWith('/query')) {
    return Response.json({ currentVersion: 11, id: 0, name: 'Trees', type: 'Feature Layer', geometryType: 'esriGeometryPoint', objectIdField: 'OBJECTID', maxRecordCount: 2000, capabilities: 'Query', advancedQueryCapabilities: { supportsPagination: true }, fields: [{ name: 'OBJECTID', type: 'esriFieldTypeOID' }, { name: 'name', type: 'esriFieldTypeString' }] });
  }
  const box = searchParams.get('geometry')?.split(',').map(Number);
  if (searchParams.get('returnCountOnly')) return Response.json({ count: box ? 9 : all });
  const [west, south, east, north] = box ?? [11, 48, 12, 49];
  const rows = searchParams.get('resultOffset') === '0' ? 9 : 0;
  return Response.json({
    type: 'FeatureCollection',
    features: Array.from({ length: rows }, (_, i) => ({
      type: 'Feature', id: i, properties: { OBJECTID: i + (box ? 1000 : 1), name: `${box ? 'Near' : 'Any'} tree ${i + 1}` },
      geometry: { type: 'Point', coordinates: [west! + ((east! - west!) * (i + 1)) / 10, south! + ((north! - south!) * (i + 1)) / 10] },
    })),
  });
}

describe('<civic-map> of a source that is too large to be read whole', () => {
  let served: ReturnType<typeof serve>;
  beforeEach(() => {
    served = serve({ '/arcgis/rest/services/trees/FeatureServer/0': answer, '/arcgis/rest/services/trees/FeatureServer/0/query': answer });
  });
  afterEach(() => served.restore());

  async function shown(): Promise<CivicMap> {
    const element = await fixture<CivicMap>(html`<civic-map lang="en" src="https://city.example/arcgis/rest/services/trees/FeatureServer/0"></civic-map>`);
    await waitUntil(() => element.matches(':state(drawn)'), 'the map is drawn', { timeout: 10_000 });
    return element;
  }
  const boxes = (): string[] => served.requests.map(({ url }) => new URL(url).searchParams).filter((query) => query.get('geometry') && query.get('resultOffset') === '0').map((query) => query.get('geometry')!);

  it('says how many there are in all, and reads what the reader looks at', async () => {
    const element = await shown();
    expect(text(element, '[part=count]')).to.equal('9 of 84,312 places');
    expect(titles(element)[0]).to.equal('Any tree 1');
    one(element, '[part=zoom-in]').click();
    await waitUntil(() => titles(element)[0] === 'Near tree 1', 'the rows of the view come', { timeout: 5000 });
    expect(text(element, '[part=count]')).to.equal('9 of 84,312 places');
    const [west, south, east, north] = boxes()[0]!.split(',').map(Number);
    expect(west! < east! && south! < north! && west! > 10 && north! < 50, boxes().join(' ')).to.equal(true);
  });

  it('asks no more than once while the map stands still, and leaves what the reader searches for', async () => {
    const element = await shown();
    await search(element, 'tree 3');
    one(element, '[part=zoom-in]').click();
    await waitUntil(() => titles(element)[0] === 'Near tree 3', 'the rows of the view pass the same search', { timeout: 5000 });
    const before = boxes().length;
    await new Promise((done) => void setTimeout(done, 1500));
    expect(boxes().length).to.equal(before);
    expect(before).to.be.at.most(2);
  });
});
