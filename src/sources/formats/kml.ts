import { ValueColumn } from '../../model/columns-values.js';
import type { Choice, Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { DescriptionColumns } from './kml-description.js';
import { KmlDocument } from './kml-document.js';
import { kmlGeometry, overlayGeometry } from './kml-geometry.js';
import { kmlValues } from './kml-values.js';
import { followLinks, type Linked } from './kml-links.js';
import { first, textAt, xmlRecords, type XmlElement } from './xml.js';

const records = new Set(['Placemark', 'GroundOverlay', 'NetworkLink']);

/**
 * KML 2.0 to 2.3: the placemarks of all folders, and pictures on the ground as the area that they cover. What is only
 * looks (styles, views, pictures on the screen) is left. A document of links alone is followed.
 */
export async function readKml(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const document = new KmlDocument();
  const folders = new ValueColumn('folder');
  const folderNames = new Set<string>();
  const descriptions = new DescriptionColumns();
  const links: Linked[] = [];
  /** In which folder each record stands: records come later than what is around them. */
  const standing: (string | undefined)[] = [];
  const isRecord = (name: string, path: readonly string[]): boolean => {
    if (!records.has(name)) return false;
    standing.push(document.folder(path));
    return true;
  };
  for await (const element of xmlRecords(input, isRecord, { around: (each, path) => document.take(each, path), signal: options.signal })) {
    const folder = standing.shift();
    if (element.name === 'NetworkLink') {
      const link = linkOf(element);
      if (link) links.push(link);
      continue;
    }
    if (folder) {
      folders.set(table.rows, folder);
      folderNames.add(folder);
    }
    descriptions.take(table.rows, textAt(element, 'description') ?? '');
    addPlacemark(table, element);
  }
  const choices: Choice[] = links.map(({ name, title }) => ({ name, title }));
  const wanted = options.layer ? links.filter(({ name, title }) => name === options.layer || title === options.layer) : [];
  if (wanted.length > 0 || (table.rows === 0 && links.length > 0)) return followLinks(wanted.length > 0 ? wanted : links, choices, input, options);
  if (table.rows === 0 && !document.isKml) throw new SourceError('unreadable', `${input.address.href} says that it is KML, but has neither placemarks nor links to some.`);
  const { columns, ...rest } = table.finish('EPSG:4326');
  const taken = new Set(columns.map(({ name }) => name));
  const more = [...(folderNames.size > 1 && !taken.has('folder') ? [folders.finish(rest.rows)] : []), ...descriptions.finish(rest.rows, taken)];
  const report = { format: 'kml', choices: choices.length > 0 ? choices : undefined };
  return tableDataset({ ...rest, columns: [...columns, ...more] }, { report, about: { ...document.about, download: input.address.href } }, options);
}

function addPlacemark(table: FeatureTable, element: XmlElement): void {
  const id = element.attributes.get('id');
  const geometry = element.name === 'GroundOverlay' ? overlayGeometry(element) : kmlGeometry(element);
  table.add({ type: 'Feature', id, geometry: geometry ?? null, properties: kmlValues(element) });
}

/** Versions before 2.1 call the link a Url. */
function linkOf(element: XmlElement): Linked | undefined {
  const href = textAt(first(element, 'Link', 'Url'), 'href');
  return href ? { name: href, title: textAt(element, 'name'), href } : undefined;
}
