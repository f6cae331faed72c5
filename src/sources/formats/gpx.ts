import type { About, Dataset } from '../../model/dataset.js';
import type { DatasetOptions, Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { gpxGeometry, gpxValues } from './gpx-record.js';
import { xmlRecords, type XmlElement } from './xml.js';

type Said = { -readonly [name in keyof About]: About[name] };

const kinds = new Map([['wpt', 'waypoint'], ['rte', 'route'], ['trk', 'track']]);

/** GPX 1.0 and 1.1: one row a waypoint, a route or a track. Coordinates are WGS 84 by definition. */
export async function readGpx(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const said: Said = {};
  for await (const element of xmlRecords(input, (name) => kinds.has(name), { around: (each, path) => takeAbout(said, each, path), signal: options.signal })) {
    const properties = gpxValues(element, kinds.get(element.name)!);
    table.add({ type: 'Feature', geometry: gpxGeometry(element), properties });
  }
  return tableDataset(table.finish('EPSG:4326'), { report: { format: 'gpx' }, about: { ...said, download: input.address.href } }, options);
}

/** Version 1.1 has `metadata`; before, the same stood at the top. */
function takeAbout(about: Said, { name, text, attributes }: XmlElement, path: readonly string[]): void {
  const parent = path.at(-1);
  if (name === 'copyright' && attributes.get('author')) about.attribution ??= attributes.get('author');
  if (!text) return;
  if (parent === 'author' && name === 'name') about.publisher ??= text;
  if (parent !== 'metadata' && parent !== 'gpx') return;
  if (name === 'name') about.title ??= text;
  else if (name === 'desc') about.description ??= text;
  else if (name === 'author') about.publisher ??= text;
  else if (name === 'time' && !Number.isNaN(Date.parse(text))) about.updated ??= Date.parse(text);
}
