import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { DatasetOptions } from '../../src/sources/source.js';
import { serve, text } from '../support/fake-fetch.js';
import { failure, read } from '../support/dataset.js';

const layer = (name: string, title: string, more = ''): string => `<Layer><Name>${name}</Name><Title>${title}</Title>${more}</Layer>`;
const wms = (grids: string): string => `<?xml version="1.0" encoding="ISO-8859-15"?><WMS_Capabilities version="1.3.0"><Service><Title>Luftbilder</Title><Fees>none</Fees><ContactInformation><ContactPersonPrimary><ContactOrganization>Vermessungsamt</ContactOrganization></ContactPersonPrimary></ContactInformation></Service>
  <Capability><Request><GetMap><Format>image/jpeg</Format><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="https://city.example/wms?map=1&amp;"/></Get></HTTP></DCPType></GetMap></Request>
  <Layer><Name>all</Name><Title>All</Title>${grids}<EX_GeographicBoundingBox><westBoundLongitude>8</westBoundLongitude><eastBoundLongitude>9</eastBoundLongitude><southBoundLatitude>47</southBoundLatitude><northBoundLatitude>48</northBoundLatitude></EX_GeographicBoundingBox>
  ${layer('a', 'Bäume', '<Attribution><Title>City</Title></Attribution><Style><Name>x</Name><LegendURL><OnlineResource xlink:href="https://city.example/legend.png"/></LegendURL></Style>')}${layer('b', 'B')}</Layer></Capability></WMS_Capabilities>`;
const latin = (said: string): Uint8Array<ArrayBuffer> => Uint8Array.from(said, (letter) => letter.charCodeAt(0));

async function open(address: string, body: string, options: DatasetOptions = {}) {
  const { restore, requests } = serve({ '/wms': text(body), '/wmts': text(body) });
  try {
    return { dataset: await openDataset(address, options), asked: requests.map(({ url }) => url) };
  } finally {
    restore();
  }
}

describe('a WMS', () => {
  it('is something to look at: its first layer, or that of a picture’s address', async () => {
    const body = wms('<CRS>EPSG:3857</CRS>');
    const { dataset } = await open('https://city.example/wms?map=1&service=WMS&request=GetCapabilities', body);
    expect(dataset.length).to.equal(0);
    expect(dataset.tiles).to.deep.equal({ kind: 'wms', url: 'https://city.example/wms?map=1', layers: 'a', version: '1.3.0', format: 'image/png', bounds: [8, 47, 9, 48], legend: 'https://city.example/legend.png' });
    expect(dataset.about).to.deep.include({ title: 'Bäume', publisher: 'Vermessungsamt', attribution: 'City', licence: undefined });
    expect(dataset.report.choices).to.deep.equal([{ name: 'all', title: 'All' }, { name: 'b', title: 'B' }]);
    expect((await open('https://city.example/wms?request=GetMap&layers=a,b&bbox=1,2,3,4&width=5', body)).dataset.tiles).to.include({ layers: 'a,b', url: 'https://city.example/wms' });
    expect((await open('https://city.example/wms?service=wms', body, { layer: 'B' })).dataset.tiles?.layers).to.equal('b');
  });

  it('is read from its capabilities in the encoding that they name', async () => {
    const dataset = await read(latin(wms('<CRS>EPSG:3857</CRS>')));
    expect(dataset.about.title).to.equal('Bäume');
    expect(dataset.tiles?.url).to.equal('https://city.example/wms?map=1');
  });

  it('says what is missing where it does not draw for web maps', async () => {
    expect((await failure(open('https://city.example/wms?service=WMS', wms('<CRS>EPSG:31467</CRS>')))).message).to.contain('EPSG:3857');
  });
});

/** Levels from `first` on, called `prefix` and a number. */
const matrices = (prefix: string, first: number, crs = 'urn:ogc:def:crs:EPSG::3857'): string => `<TileMatrixSet><ows:Identifier>set</ows:Identifier><ows:SupportedCRS>${crs}</ows:SupportedCRS>${[0, 1, 2].map((i) => `<TileMatrix><ows:Identifier>${prefix}${first + i}</ows:Identifier><ScaleDenominator>${559_082_264.0287178 / 2 ** (first + i)}</ScaleDenominator><TopLeftCorner>-20037508.34 20037508.34</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>`).join('')}</TileMatrixSet>`;
const wmts = (set: string, more = ''): string => `<Capabilities xmlns="http://www.opengis.net/wmts/1.0" version="1.0.0"><ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="https://city.example/wmts?"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
  <Contents><Layer><ows:Title>Photos</ows:Title><ows:Identifier>ortho</ows:Identifier><Style isDefault="true"><ows:Identifier>normal</ows:Identifier></Style><Format>image/jpeg</Format><TileMatrixSetLink><TileMatrixSet>set</TileMatrixSet></TileMatrixSetLink>${more}</Layer>${set}</Contents></Capabilities>`;

describe('a WMTS', () => {
  it('becomes a template of tiles, by its addresses or by its parameters', async () => {
    const rest = '<Dimension><ows:Identifier>Time</ows:Identifier><Default>2025</Default></Dimension><ResourceURL format="image/jpeg" resourceType="tile" template="https://tiles.example/ortho/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.jpg"/>';
    expect((await open('https://city.example/wmts', wmts(matrices('', 3), rest))).dataset.tiles).to.deep.include({ kind: 'wmts', url: 'https://tiles.example/ortho/normal/2025/set/{z}/{y}/{x}.jpg', minZoom: 3, maxZoom: 5 });
    const { tiles } = (await open('https://city.example/wmts?service=WMTS&key=1', wmts(matrices('EPSG:3857:', 0)))).dataset;
    expect(tiles?.url).to.equal('https://city.example/wmts?key=1&SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=ortho&STYLE=normal&FORMAT=image%2Fjpeg&TILEMATRIXSET=set&TILEMATRIX=EPSG%3A3857%3A{z}&TILEROW={y}&TILECOL={x}');
  });

  it('fills levels that are named after their set, too', async () => {
    const limited = wmts(matrices('', 3)).replace('<TileMatrixSet>set</TileMatrixSet></TileMatrixSetLink>', '<TileMatrixSet>set</TileMatrixSet><TileMatrixSetLimits><TileMatrixLimits><TileMatrix>set:4</TileMatrix></TileMatrixLimits></TileMatrixSetLimits></TileMatrixSetLink>');
    expect((await open('https://city.example/wmts', limited)).dataset.tiles).to.deep.include({ minZoom: 4, maxZoom: 4 });
  });

  it('says so where it has no tiles for web maps', async () => {
    const error = await failure(open('https://city.example/wmts', wmts(matrices('', 0, 'urn:ogc:def:crs:EPSG::2056'))));
    expect(error.message).to.contain('EPSG:3857');
  });
});

describe('a template of tiles', () => {
  it('is taken as it is', async () => {
    expect((await openDataset('https://tiles.example/{z}/{x}/{y}.jpg?key=1')).tiles).to.deep.equal({ kind: 'xyz', url: 'https://tiles.example/{z}/{x}/{y}.jpg?key=1', format: 'image/jpeg' });
    expect((await failure(openDataset('https://tiles.example/{z}/{x}/{y}.pbf'))).message).to.contain('vector tiles');
  });
});
