import { SourceError } from './source.js';

const table = 'Its data is needed as CSV or GeoJSON.';
const saved = 'Opened there and saved as CSV or XLSX, it can be read.';

/** What a file is that we know by its first bytes but cannot read, and the way out for whoever publishes it. */
const others: readonly (readonly [beginning: string | RegExp, name: string, wayOut?: string])[] = [
  ['PK\x03\x04', 'a zip archive (a shapefile, a spreadsheet or a timetable)'],
  ['fgb', 'a FlatGeobuf of a version that is not known here', 'Version 3 can be read, which ogr2ogr writes since GDAL 3.1.'],
  ['PAR1', 'a Parquet file'],
  ['SQLite format 3', 'a SQLite database', 'A GeoPackage can be read.'],
  ['PMTiles', 'a PMTiles archive of a version that is not known here', 'Version 3 can be read.'],
  ['%PDF', 'a PDF document', 'Its tables are needed as CSV or XLSX.'],
  ['\xd0\xcf\x11\xe0', 'a document of an old Office, such as an .xls workbook', saved],
  ['{\\rtf', 'a text document', 'Its tables are needed as CSV or XLSX.'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF[^]{4}WEBP|BM[^]{4}\0\0\0\0)/, 'a picture', 'Of pictures nothing can be read: the data behind it is needed, as CSV or GeoJSON.'],
  [/^(?:II[*+]\0|MM\0[*+])/, 'a TIFF picture, such as a GeoTIFF', 'As tiles of a WMS or WMTS it can be shown.'],
  [/^(?:\x89HDF|CDF\W)/, 'a grid of values (NetCDF or HDF)', 'As tiles of a WMS or WMTS it can be shown.'],
  [/^AC10\d\d/, 'a drawing (DWG)', 'Its layers are needed as GeoJSON, GeoPackage or shapefile.'],
  [/^\s*0\r?\n\s*SECTION/, 'a drawing (DXF)', 'Its layers are needed as GeoJSON, GeoPackage or shapefile.'],
  [/^(?:Rar!|7z\xbc\xaf|BZh\d|\xfd7zXZ)/, 'an archive that browsers cannot open', 'As a zip archive it can be read.'],
  [/^[^]{257}ustar/, 'a tar archive', 'As a zip archive it can be read.'],
  [/^!table\r?\n/i, 'the head of a MapInfo table (.tab)', 'It is needed with its other files in a zip archive as shapefile, or as GeoPackage.'],
  [/^Version\s+\d+\s+Charset\s/i, 'a MapInfo exchange file (.mif)', 'It is needed as GeoJSON, GeoPackage or shapefile.'],
  ['LASF', 'a cloud of points (LAS)', 'Of such clouds nothing is read here.'],
  [/^\s*(?:#[^\n]*\n\s*)*@?prefix\s+[\w-]*:\s*</i, 'RDF in Turtle', 'RDF/XML and JSON-LD can be read, which most catalogues offer at the same address with the ending .rdf or .jsonld.'],
  [/^\s*<https?:[^>]*>\s+<https?:[^>]*>\s+[<"_]/, 'RDF in N-Triples', 'RDF/XML and JSON-LD can be read.'],
  [/^\s*BEGIN:VCALENDAR/i, 'a calendar', table],
  [/^version https:\/\/git-lfs/, 'a pointer to a file that is kept elsewhere (Git LFS)', 'The address of the file itself is needed.'],
  [/^\s*<[?!\w]/, 'an XML document'],
  [/^\s*[{[]/, 'JSON of a kind that is not known here'],
];
/** What stands at the root of XML that we know and cannot read. */
const roots: Readonly<Record<string, readonly [name: string, wayOut?: string]>> = {
  svg: ['a picture (SVG)', 'Of pictures nothing can be read: the data behind it is needed, as CSV or GeoJSON.'],
  osm: ['an extract of OpenStreetMap', 'As GeoJSON it can be read, which osmtogeojson makes of it.'],
  rss: ['a list of news (RSS)'],
  RDF: ['RDF that describes no dataset in the words of DCAT'],
  MD_Metadata: ['a description of data (ISO 19139), not the data', 'The address of the service or of the file is needed that it names.'],
  GetRecordsResponse: ['the answer of a catalogue (CSW)', 'The address of the service or of the file is needed that it names.'],
  MPD: ['a film'],
};

const strangerIn = (head: Uint8Array): (typeof others)[number] | undefined => {
  const first = String.fromCharCode(...head.subarray(0, 512));
  return others.find(([beginning]) => (typeof beginning === 'string' ? first.startsWith(beginning) : beginning.test(first)));
};

/** Whether a file is one that is known by its first bytes and cannot be read. */
export const isStranger = (head: Uint8Array): boolean => strangerIn(head) !== undefined;

/** What a file is that has none of the formats that can be read, for the webmaster to find another form of it. */
export function stranger(head: Uint8Array, text: string, address: URL): SourceError {
  const root = /^\s*<\?xml[^]{0,2000}?<(?:[\w-]+:)?([A-Za-z][\w-]*)|^\s*<(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(text.slice(0, 4000));
  const known = root && Object.hasOwn(roots, root[1] ?? root[2]!) ? roots[root[1] ?? root[2]!]! : undefined;
  const found = strangerIn(head);
  const [name, wayOut = table] = known ?? found?.slice(1) ?? [];
  return new SourceError('unknown', name ? `${address.href} is ${name}. ${wayOut}` : `${address.href} is in none of the formats that are known here.`);
}
