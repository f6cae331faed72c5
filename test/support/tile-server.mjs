import { deflateSync } from 'node:zlib';

/**
 * A server of tiles, as all kinds of them: `/tiles/xyz/{z}/{x}/{y}.png`, `/tiles/wmts/WMTSCapabilities.xml`, `/tiles/wms`,
 * `/tiles/city.pmtiles`. Each has pictures of one colour, so that a test sees which of them it looks at.
 */
const colours = { xyz: [200, 10, 20], topo: [10, 140, 40], grey: [120, 120, 120], noise: [30, 60, 220], pmtiles: [230, 160, 10] };

function chunk(type, data) {
  const bytes = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, bytes, check]);
}

function picture(colour, size = 256) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 3, Buffer.from(colour))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => line)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const levels = Array.from({ length: 19 }, (_, zoom) => `<TileMatrix><ows:Identifier>${zoom}</ows:Identifier><ScaleDenominator>${559082264.0287178 / 2 ** zoom}</ScaleDenominator><TopLeftCorner>-20037508.342789244 20037508.342789244</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>${2 ** zoom}</MatrixWidth><MatrixHeight>${2 ** zoom}</MatrixHeight></TileMatrix>`).join('');
const wmtsLayer = (name, title, origin) => `<Layer><ows:Title>${title}</ows:Title><ows:Identifier>${name}</ows:Identifier><Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink><ResourceURL format="image/png" resourceType="tile" template="${origin}/tiles/wmts/${name}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>`;
const wmts = (origin) => `<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><ows:ServiceIdentification><ows:Title>City maps</ows:Title></ows:ServiceIdentification><ows:ServiceProvider><ows:ProviderName>City survey</ows:ProviderName></ows:ServiceProvider><Contents>${wmtsLayer('topo', 'Topography', origin)}${wmtsLayer('grey', 'In grey', origin)}<TileMatrixSet><ows:Identifier>web</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>${levels}</TileMatrixSet></Contents></Capabilities>`;
const wms = (origin) => `<?xml version="1.0"?><WMS_Capabilities xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.3.0"><Service><Name>WMS</Name><Title>City plans</Title></Service><Capability><Request><GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="${origin}/tiles/wms?"/></Get></HTTP></DCPType></GetMap></Request><Layer><Title>All</Title><CRS>EPSG:3857</CRS><Attribution><Title>Office of noise</Title></Attribution><Layer><Name>noise</Name><Title>Noise</Title><Style><Name>default</Name><LegendURL><Format>image/png</Format><OnlineResource xlink:href="${origin}/tiles/xyz/0/0/0.png"/></LegendURL></Style></Layer></Layer></Capability></WMS_Capabilities>`;

/** PMTiles with one tile, that of the whole world. */
function archive() {
  const tile = picture(colours.pmtiles);
  const varint = (value) => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]);
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const metadata = Buffer.from(JSON.stringify({ name: 'City', attribution: '© City survey' }));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  const data = 127 + directory.length + metadata.length;
  for (const [at, value] of [[8, 127], [16, directory.length], [24, 127 + directory.length], [32, metadata.length], [40, data], [48, 0], [56, data], [64, tile.length], [72, 1], [80, 1], [88, 1]]) header.writeBigUInt64LE(BigInt(value), at);
  header.set([1, 1, 1, 2, 0, 0], 96);
  for (const [at, degrees] of [[102, -180], [106, -85], [110, 180], [114, 85], [119, 0], [123, 0]]) header.writeInt32LE(degrees * 1e7, at);
  return Buffer.concat([header, directory, metadata, tile]);
}

function answer(path, query, origin) {
  const [, kind, layer] = /^\/tiles\/(\w+)(?:\/(\w+))?/.exec(path) ?? [];
  if (path === '/tiles/city.pmtiles') return ['application/octet-stream', archive()];
  if (path === '/tiles/wmts/WMTSCapabilities.xml') return ['application/xml', wmts(origin)];
  if (kind === 'wms') return query.get('request')?.toLowerCase() === 'getmap' || query.has('LAYERS') ? ['image/png', picture(colours[query.get('LAYERS')] ?? [0, 0, 0])] : ['application/xml', wms(origin)];
  const colour = colours[kind === 'wmts' ? layer : kind];
  return colour && path.endsWith('.png') ? ['image/png', picture(colour)] : undefined;
}

export function tileServer(context, next) {
  if (!context.path.startsWith('/tiles/')) return next();
  const found = answer(context.path, new URLSearchParams(context.querystring), context.origin);
  if (!found) {
    context.status = 404;
    return undefined;
  }
  const [type, body] = found;
  context.type = type;
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(context.get('range')) ?? [];
  if (from === undefined || typeof body === 'string') {
    context.body = body;
    return undefined;
  }
  const end = Math.min(Number(to) + 1, body.length);
  context.status = 206;
  context.set('content-range', `bytes ${from}-${end - 1}/${body.length}`);
  context.body = body.subarray(Number(from), end);
  return undefined;
}
