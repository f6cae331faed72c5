import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { DatasetOptions } from '../../src/sources/source.js';
import { serve } from '../support/fake-fetch.js';
import { accounted, failure, place, problems, values } from '../support/dataset.js';

interface Server {
  readonly version?: string;
  readonly formats?: readonly string[];
  /** How many trees there are. */
  readonly trees?: number;
  /** How many come at once, whatever is asked for. */
  readonly cap?: number;
  /** Takes no `startIndex`. */
  readonly isStubborn?: boolean;
  readonly cannotSort?: boolean;
  readonly noHits?: boolean;
  readonly swaps?: boolean;
}

const xml = (body: string, status = 200): Response => new Response(`<?xml version="1.0"?>${body}`, { status, headers: { 'content-type': 'text/xml' } });
const exception = (text: string, status = 200): Response => xml(`<ows:ExceptionReport version="2.0.0"><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>${text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`, status);

/** A WFS of two layers, trees in a row from west to east and one bench, as far as it is told to behave. */
function wfs({ version = '2.0.0', formats = ['application/gml+xml; version=3.2', 'application/json'], trees = 5, cap = Infinity, isStubborn, cannotSort, noHits, swaps }: Server) {
  const layer = (name: string, title: string): string => `<FeatureType><Name>app:${name}</Name><Title>${title}</Title><DefaultCRS>urn:ogc:def:crs:EPSG::4326</DefaultCRS><ows:WGS84BoundingBox><ows:LowerCorner>9 47</ows:LowerCorner><ows:UpperCorner>20 49</ows:UpperCorner></ows:WGS84BoundingBox></FeatureType>`;
  const capabilities = `<wfs:WFS_Capabilities version="${version}"><ows:ServiceIdentification><ows:Title>City</ows:Title><ows:Fees>CC BY 4.0 https://cc.example/by</ows:Fees></ows:ServiceIdentification><ows:ServiceProvider><ows:ProviderName>Parks</ows:ProviderName></ows:ServiceProvider>
    <ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:DCP><ows:HTTP><ows:Get xlink:href="https://city.example/wfs?"/></ows:HTTP></ows:DCP><ows:Parameter name="outputFormat"><ows:AllowedValues>${formats.map((format) => `<ows:Value>${format}</ows:Value>`).join('')}</ows:AllowedValues></ows:Parameter></ows:Operation></ows:OperationsMetadata>
    <FeatureTypeList>${layer('bench', 'Benches')}${layer('tree', 'Trees')}</FeatureTypeList></wfs:WFS_Capabilities>`;
  return ({ url }: Request): Response => {
    const asked = new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]));
    const request = asked.get('request')?.toLowerCase();
    if (request === 'getcapabilities') return xml(capabilities);
    if (request === 'describefeaturetype') return xml('<schema><element name="height" type="xsd:int"/><element name="gid" type="xsd:int"/></schema>');
    const all = asked.get(version === '2.0.0' ? 'typenames' : 'typename')?.endsWith('tree') ? trees : 1;
    if (asked.get('resulttype') === 'hits') return noHits ? exception('no hits here', 400) : xml(`<wfs:FeatureCollection numberMatched="${all}" numberReturned="0"/>`);
    if (asked.has('sortby') && cannotSort) return exception('does not support sorting', 400);
    const bbox = asked.get('bbox')?.split(',').map(Number);
    const start = isStubborn ? 0 : Number(asked.get('startindex') ?? 0);
    const count = Math.min(cap, Number(asked.get('count') ?? asked.get('maxfeatures') ?? Infinity));
    // South, west, north, east.
    const isIn = (lon: number): boolean => !bbox || (lon >= bbox[1]! && lon <= bbox[3]!);
    const found = Array.from({ length: all }, (_, i) => ({ i, lon: 9 + (i * 10) / all })).filter(({ lon }) => isIn(lon)).slice(start, start + count);
    if (asked.get('outputformat')) return Response.json({ type: 'FeatureCollection', features: found.map(({ i, lon }) => ({ type: 'Feature', id: `tree.${i}`, properties: { gid: i }, geometry: { type: 'Point', coordinates: swaps ? [48, lon] : [lon, 48] } })) });
    return xml(`<wfs:FeatureCollection numberMatched="unknown">${found.map(({ i, lon }) => `<wfs:member><app:tree gml:id="tree.${i}"><app:gid>${i}</app:gid><app:g><gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>48 ${lon}</gml:pos></gml:Point></app:g></app:tree></wfs:member>`).join('')}</wfs:FeatureCollection>`);
  };
}

async function open(address: string, server: Server, options: DatasetOptions = {}) {
  const { restore, requests } = serve({ '/wfs': wfs(server) });
  try {
    return { dataset: await openDataset(address, options), asked: requests.map(({ url }) => new URL(url).searchParams) };
  } finally {
    restore();
  }
}

const service = 'https://city.example/wfs';

describe('a WFS', () => {
  it('gives its largest layer as GeoJSON, names the others, and says whose it is', async () => {
    const { dataset } = await open(`${service}?SERVICE=WFS`, {});
    expect(dataset.length).to.equal(5);
    expect(dataset.report).to.include({ format: 'geojson', portal: 'wfs' });
    expect(dataset.report.choices).to.deep.equal([{ name: 'app:bench', title: 'Benches' }]);
    expect(dataset.about).to.deep.include({ title: 'Trees', publisher: 'Parks', licence: { name: 'CC BY 4.0 https://cc.example/by', url: 'https://cc.example/by' } });
  });

  it('is known by any of its addresses, and gives all of a layer of which somebody copied a preview', async () => {
    for (const address of [service, `${service}?request=GetFeature&typeName=tree&maxFeatures=2&outputFormat=csv`, `${service}?service=wfs&version=1.1.0&request=GetFeature&typename=app:tree&startindex=3`]) {
      expect((await open(address, {})).dataset.length, address).to.equal(5);
    }
    expect((await open(service, {}, { layer: 'Benches' })).dataset.length).to.equal(1);
    const error = await failure(open(`${service}?typenames=nope`, {}));
    expect(error).to.include({ reason: 'not-found' });
    expect(error.message).to.contain('app:bench, app:tree');
  });

  it('gives GML where it has nothing else, with the longitude first', async () => {
    const { dataset } = await open(service, { formats: ['text/xml; subtype=gml/3.1.1'] });
    expect(dataset.report.format).to.equal('gml');
    expect(place(dataset, 1)).to.deep.equal([11, 48]);
  });

  it('is read page by page, sorted where it can sort, until nothing more comes', async () => {
    const { dataset, asked } = await open(service, { trees: 250, cap: 100 });
    expect(dataset.length).to.equal(250);
    expect(new Set(values(dataset, 'gid')).size).to.equal(250);
    expect(asked.filter((each) => each.get('SORTBY') === 'gid').map((each) => each.get('STARTINDEX'))).to.deep.equal([null, '100', '200']);
    expect((await open(service, { trees: 250, cap: 100, cannotSort: true, noHits: true }, { layer: 'app:tree' })).dataset.length).to.equal(250);
  });

  it('stops where a service begins again, and says what is missing', async () => {
    const { dataset } = await open(service, { trees: 250, cap: 100, isStubborn: true });
    expect(dataset.length).to.equal(100);
    expect(dataset.report.total).to.equal(250);
    expect(problems(dataset)).to.deep.equal({ 'beyond-limit': 150 });
    expect(accounted(dataset)).to.equal(true);
  });

  it('is asked for the view alone where it is large, with the latitude first', async () => {
    const { dataset, asked } = await open(service, { trees: 60_000 }, { view: [9.5, 47, 10, 49] });
    expect(dataset.length).to.equal(3001);
    expect(dataset.report).to.deep.include({ total: 60_000, view: [9.5, 47, 10, 49] });
    expect(asked.at(-1)!.get('BBOX')).to.equal('47,9.5,49,10,urn:ogc:def:crs:EPSG::4326');
    expect((await open(service, { trees: 5 }, { view: [9.5, 47, 10, 49] })).dataset.length, 'a small one is read whole').to.equal(5);
  });

  it('has the longitude first in GeoJSON even where the server does not know it', async () => {
    const { dataset } = await open(service, { swaps: true });
    expect(place(dataset, 1)).to.deep.equal([11, 48]);
    expect(dataset.report.guessedCrs).to.equal(true);
  });
});
