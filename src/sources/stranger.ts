import { SourceError } from './source.js';

/** What a file is that we know by its first bytes but cannot read: its name helps the webmaster to find another form of it. */
const others: readonly (readonly [beginning: string | RegExp, name: string])[] = [
  ['PK\x03\x04', 'a zip archive (a shapefile, a spreadsheet or a timetable)'],
  ['fgb', 'a FlatGeobuf'],
  ['PAR1', 'a Parquet file'],
  ['SQLite format 3', 'a GeoPackage'],
  ['PMTiles', 'a PMTiles archive'],
  ['%PDF', 'a PDF document'],
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook'],
  [/^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<([\w-]+:)?\w+/, 'an XML document'],
  [/^\s*[{[]/, 'JSON of a kind that is not known here'],
];

/** What a file is that has none of the formats that can be read, for the webmaster to find another form of it. */
export function stranger(head: Uint8Array, text: string, address: URL): SourceError {
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(text)) return webPage(address, text);
  const first = String.fromCharCode(...head.subarray(0, 512));
  const name = others.find(([beginning]) => (typeof beginning === 'string' ? first.startsWith(beginning) : beginning.test(first)))?.[1];
  return new SourceError('unknown', name ? `${address.href} is ${name}. Its data is needed as CSV or GeoJSON.` : `${address.href} is in none of the formats that are known here.`);
}

function webPage(address: URL, text: string): SourceError {
  const link = /href=["']([^"']+\.(?:geojson|csv|tsv)(?:\?[^"']*)?)["']/i.exec(text)?.[1];
  const advice = link && URL.canParse(link, address) ? `It links to ${new URL(link, address).href}: is that the data?` : 'The address of the data itself is needed.';
  return new SourceError('web-page', `${address.href} is a web page. ${advice}`);
}
