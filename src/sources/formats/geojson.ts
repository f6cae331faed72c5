import type { Dataset, Report } from '../../model/dataset.js';
import { allBytes } from '../peek.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { encodingOf } from './encoding.js';
import { FeatureTable, isGeometry } from './feature-table.js';

type Json = Readonly<Record<string, unknown>>;

/** Bytes up to which the browser's own reader is as good as one that goes without objects. */
const small = 1_000_000;

/** GeoJSON by RFC 7946, with the `crs` of 2008 where there is one: a collection, a feature, or a bare geometry. */
export async function readGeojson(input: Input, options: DatasetOptions): Promise<Dataset> {
  if (!(input.size! < small)) return (await import('./geojson-stream.js')).readStream(input, options);
  const bytes = await allBytes(input.body);
  const top = parsed(new TextDecoder(await encodingOf(input.head, input.charset)).decode(bytes));
  // What is broken is looked at more closely: the message names the place.
  if (!top) return (await import('./geojson-stream.js')).readStream({ ...input, body: new Blob([bytes as Uint8Array<ArrayBuffer>]).stream() }, options);
  const table = new FeatureTable();
  const { features } = top;
  if (!Array.isArray(features)) addOutside(table, top, input);
  else {
    const breath = new Breath(options.signal);
    for (const feature of features) {
      table.add(feature);
      if ((table.rows & 255) === 255) await breath.pause();
    }
  }
  return finished(table, top, input, options, 'geojson');
}

/** GeoJSON with one feature a line, or each behind a separator. */
export async function readGeojsonLines(input: Input, options: DatasetOptions): Promise<Dataset> {
  return (await import('./geojson-stream.js')).readLines(input, options);
}

function parsed(text: string): Json | undefined {
  try {
    const top: unknown = JSON.parse(text);
    return typeof top === 'object' && top !== null ? (top as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** What has no list of features: a collection of geometries, one feature, or a bare geometry. */
export function addOutside(table: FeatureTable, top: Json, { address }: Input): void {
  if (top['type'] === 'GeometryCollection' && Array.isArray(top['geometries'])) for (const geometry of top['geometries']) table.add(geometry);
  else if (top['type'] === 'Feature' || isGeometry(top)) table.add(top);
  else throw new SourceError('unreadable', `${address.href} says that it is a ${String(top['type'])}, but has no list of features.`);
}

/** The dataset of what was read; `top` is what stands around the features. */
export async function finished(table: FeatureTable, top: Json, { address }: Input, options: DatasetOptions, format: string): Promise<Dataset> {
  // What a grid's name says of these holds for what they were drawn from.
  if (top['hc-transform']) throw new SourceError('crs-unknown', `The coordinates of ${address.href} are those of a drawing (hc-transform), not of a grid. Publish the data in WGS 84 (EPSG:4326), which GeoJSON asks for.`);
  const matched = [top['numberMatched'], top['totalFeatures']].find((count) => typeof count === 'number');
  const { read, ...rest } = table.finish(top['crs'] ? (await import('../crs-name.js')).crsName(top['crs']) : undefined);
  const report: Pick<Report, 'format' | 'total'> = { format, total: matched !== undefined && matched > read ? matched : undefined };
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  const about = { download: address.href, title: text(top['title']) ?? text(top['name']), description: text(top['description']), attribution: text(top['attribution']) };
  return tableDataset({ ...rest, read }, { report, about }, options);
}
