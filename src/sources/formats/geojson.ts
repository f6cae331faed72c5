import type { Dataset, Report } from '../../model/dataset.js';
import { crsName } from '../crs.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable, isGeometry } from './feature-table.js';
import { ListReader } from './json-stream.js';
import { textOfBody } from './text-stream.js';

type Json = Readonly<Record<string, unknown>>;

/** GeoJSON by RFC 7946, with the `crs` of 2008 where there is one: a collection, a feature, or a bare geometry. */
export async function readGeojson(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const list = new ListReader('features', input.address);
  const breath = new Breath(options.signal);
  let isList = false;
  for await (const text of textOfBody(input)) {
    for (const feature of list.push(text)) table.add(feature);
    await breath.pause();
  }
  const top = list.end() as Json;
  isList = Array.isArray(top['features']);
  if (!isList) {
    if (top['type'] === 'GeometryCollection' && Array.isArray(top['geometries'])) for (const geometry of top['geometries']) table.add(geometry);
    else if (top['type'] === 'Feature' || isGeometry(top)) table.add(top);
    else throw new SourceError('unreadable', `${input.address.href} says that it is a ${String(top['type'])}, but has no list of features.`);
  }
  return finished(table, top, input, options, 'geojson');
}

/** GeoJSON with one feature a line, as RFC 8142 and `ogr2ogr -f GeoJSONSeq` write it. */
export async function readGeojsonLines(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  let rest = '';
  const add = (line: string): void => {
    // RFC 8142 begins each record with a separator.
    const text = line.replace('\u001e', '').trim();
    if (text) table.add(parsed(text));
  };
  for await (const text of textOfBody(input)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(add);
    await breath.pause();
  }
  add(rest);
  return finished(table, {}, input, options, 'geojson-seq');
}

/** A broken line is no feature; the others are not the worse for it. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function finished(table: FeatureTable, top: Json, { address }: Input, options: DatasetOptions, format: string): Promise<Dataset> {
  const matched = [top['numberMatched'], top['totalFeatures']].find((count) => typeof count === 'number');
  const { read, ...rest } = table.finish(crsName(top['crs']));
  const report: Pick<Report, 'format' | 'total'> = { format, total: matched !== undefined && matched > read ? matched : undefined };
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  const about = { download: address.href, title: text(top['title']) ?? text(top['name']), description: text(top['description']), attribution: text(top['attribution']) };
  return tableDataset({ ...rest, read }, { report, about }, options);
}
