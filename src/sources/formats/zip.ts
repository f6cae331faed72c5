import type { Dataset } from '../../model/dataset.js';
import { allBytes } from '../peek.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { zipMembers, type Member } from './zip-archive.js';
import { bestLayer, listOf } from './zip-best.js';
import { dataMembers, shapefileLayers } from './zip-layers.js';

/** What other archives are, by a file in them. */
const strangers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/^xl\/workbook\.bin$/i, 'a binary Excel workbook; save it as .xlsx or as CSV'],
  [/^content\.xml$/i, 'an OpenDocument file; save the sheet as .xlsx or as CSV'],
  [/^word\/document\.xml$/i, 'a Word document, not data'],
  [/^ppt\/presentation\.xml$/i, 'a presentation, not data'],
  [/\.gdb\/[^/]+\.gdbtable$/i, 'a geodatabase of Esri; export it as GeoPackage or GeoJSON'],
];

/** A zip archive: a shapefile, a timetable, a spreadsheet, a KMZ, or whatever files are in it, by their names and then by their bytes. */
export async function readZip(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address } = input;
  const members = zipMembers(await allBytes(input.body), address);
  options.signal?.throwIfAborted();
  if (members.length === 0) throw new SourceError('unreadable', `The zip archive ${address.href} has no files in it.`);
  const has = (sign: RegExp): boolean => members.some(({ name }) => sign.test(name));
  if (has(/^xl\/workbook\.xml$/i)) return (await import('./xlsx.js')).readXlsx(members, address, options);
  if (has(/(^|\/)stops\.txt$/i) && has(/(^|\/)(routes|trips|agency)\.txt$/i)) return (await import('./gtfs.js')).readGtfs(members, address, options);
  const stranger = strangers.find(([sign]) => has(sign));
  if (stranger) throw new SourceError('unknown', `${address.href} is ${stranger[1]}.`);
  const shapefiles = await shapefileLayers(members, address);
  const found = await dataMembers(members, input, shapefiles.length > 0);
  const others = options.layer === undefined && found.filter(({ format }) => format === 'parquet').length > 1 ? await (await import('./parquet-zip.js')).withParts(found, members, input) : found;
  // A table without its .shp is looked at where there is nothing else.
  const drawn = shapefiles.filter(({ isTable }) => !isTable);
  const layers = drawn.length > 0 ? drawn : others.length > 0 ? others : shapefiles;
  if (layers.length === 0) throw nothingIn(members, address);
  return bestLayer(layers, [...layers, ...(drawn.length > 0 ? others : [])], address, options);
}

function nothingIn(members: readonly Member[], address: URL): SourceError {
  return new SourceError('unknown', `The zip archive ${address.href} holds nothing that can be read here, but ${listOf(members)}. Its data is needed as GeoJSON, CSV, a shapefile or a spreadsheet.`);
}
