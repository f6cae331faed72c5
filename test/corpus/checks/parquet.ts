import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { around, boxOf } from './box.js';
import { countKinds } from './shapefile.js';

/** What GeoParquet calls a geometry, and what may be drawn of it. */
const kindsOf = (types: unknown): readonly string[] => [types].flat().map((type) => (/polygon/i.test(String(type)) ? 'area' : /line/i.test(String(type)) ? 'line' : /point/i.test(String(type)) ? 'point' : 'any'));

/** Each row and column is there, and the places are those that the key `geo` describes. */
export const parquet: Check = async ({ must_find }, { dataset, error }) => {
  const wanted: Facts = must_find;
  const isRead = wanted['rows_read'] !== undefined;
  if (!dataset) return !isRead && error ? { refused: error.message } : [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const { report, columns } = dataset;
  complaints.equal('rows', report.total ?? report.read, wanted['num_rows']);
  const geo: Facts | undefined = wanted['geo'] ?? undefined;
  const described = Object.entries<Facts>(geo?.['columns'] ?? {});
  complaints.that(`format: found ${report.format}`, report.format === 'geoparquet' || (report.format === 'parquet' && !geo));
  const names = columns.map(({ name }) => name);
  // Geometry is no column, nor is the box of each row; a struct is as many columns as it has members.
  const geometry = [geo?.['primary'], ...described.map(([name]) => name), 'bbox', ...(geo ? [] : ['geometry', 'geom', 'wkb'])];
  const missing = (wanted['columns'] ?? []).filter((name: string) => !geometry.includes(name) && !names.some((each) => each === name.trim() || each.startsWith(`${name.trim()}.`)));
  complaints.equal('columns that are not there', missing, []);
  const column = described.find(([name]) => name === geo?.['primary'])?.[1];
  if (!column) return complaints.all;
  const nowhere = report.problems.filter(({ reason }) => ['no-place', 'null-island', 'outside-world'].includes(reason)).reduce((sum, { count }) => sum + count, 0);
  complaints.equal('rows with a place and without', report.located + nowhere, report.read);
  const kinds = kindsOf(column['types']);
  // A list of no types says that they are not known.
  const others = kinds.length === 0 || kinds.includes('any') ? [] : Object.keys(countKinds(dataset)).filter((kind) => !kinds.includes(kind));
  complaints.equal('kinds that are not declared', others, []);
  const { authority, code }: Facts = typeof column['crs'] === 'object' && column['crs'] !== null ? column['crs'] : {};
  if (authority === 'EPSG' && report.located > 0 && !report.guessedCrs) complaints.equal('grid', report.crs, `EPSG:${code}`);
  const said: readonly number[] = Array.isArray(column['bbox']) ? column['bbox'] : [];
  // With heights there are six.
  const box = said.length === 6 ? [said[0]!, said[1]!, said[3]!, said[4]!] : said;
  const isInDegrees = box.length === 4 && box.every((value, i) => Math.abs(value) <= (i % 2 === 0 ? 180 : 90)) && box[0]! <= box[2]!;
  if (isInDegrees && nowhere === 0 && report.total === undefined) complaints.close('bounds', boxOf(dataset), around([box])!);
  return complaints.all;
};
