import { textOf } from './formats/encoding.js';
import { formats, type Head } from './formats/index.js';
import { jsonShape } from './json-shape.js';
import { SourceError, type Format, type Input } from './source.js';

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

/** The format of a file, by its first bytes and its shape, never by its name or by what the server calls it. */
export async function recognise({ head, address, charset }: Input, wanted: string | undefined): Promise<Format> {
  if (head.length === 0) throw new SourceError('unreadable', `${address.href} is empty.`);
  if (wanted) {
    const format = formats.find(({ name }) => name === wanted.toLowerCase());
    if (!format) throw new SourceError('unknown', `There is no format “${wanted}”; there are: ${formats.map(({ name }) => name).join(', ')}.`);
    return format.load();
  }
  const text = await textOf(head, charset);
  const beginning: Head = { bytes: head, text, json: jsonShape(text) };
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(text)) throw webPage(address, text);
  const format = formats.find(({ sign }) => sign(beginning));
  if (format) return format.load();
  const first = String.fromCharCode(...head.subarray(0, 512));
  const name = others.find(([beginning]) => (typeof beginning === 'string' ? first.startsWith(beginning) : beginning.test(first)))?.[1];
  throw new SourceError('unknown', name ? `${address.href} is ${name}. Its data is needed as CSV or GeoJSON.` : `${address.href} is in none of the formats that are known here.`);
}

function webPage(address: URL, text: string): SourceError {
  const link = /href=["']([^"']+\.(?:geojson|csv|tsv)(?:\?[^"']*)?)["']/i.exec(text)?.[1];
  const advice = link && URL.canParse(link, address) ? `It links to ${new URL(link, address).href}: is that the data?` : 'The address of the data itself is needed.';
  return new SourceError('web-page', `${address.href} is a web page. ${advice}`);
}
