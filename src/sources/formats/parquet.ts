import type { Bounds, Dataset } from '../../model/dataset.js';
import { rangesOf, type Ranges } from '../ranges.js';
import { boxInGrid, isLarge, mostRows } from '../ranges-view.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { geoColumn, type GeoColumn } from './geoparquet.js';
import { parquetFile, type Elsewhere, type ParquetFile, type RowGroup } from './parquet-file.js';
import { ParquetTable } from './parquet-table.js';

/**
 * Parquet, and GeoParquet 0.4 to 2.0: columns, not rows. Of a large file that its server gives in parts, the row groups
 * that touch the view; or without a view the first rows.
 */
export async function readParquet(input: Input, options: DatasetOptions): Promise<Dataset> {
  const what = input.member ? `${input.member} in ${input.address.href}` : input.address.href;
  // PARE instead of PAR1.
  if (input.head[3] === 0x45) throw new SourceError('unreadable', `${what} is encrypted Parquet. Publish it without encryption.`);
  const ranges = await rangesOf(input, options);
  // A list of other files names them by their paths from here.
  let finder: Elsewhere | undefined;
  const elsewhere = async (path: string): Promise<Ranges> => (finder ??= (await import('./parquet-parts.js')).partsBeside(input.address, options))(path);
  const file = await parquetFile(ranges, what, options.signal, input.member === undefined ? elsewhere : undefined);
  const isList = file.groups.some(({ path }) => path !== undefined);
  return parquetDataset(file, (ranges.isPartial || isList) && isLarge(isList ? file.bytes : ranges.size, file.rows), input.address, options);
}

/** The rows of a file; of one of which not all need be transferred those in the view, or the first. */
export async function parquetDataset(file: ParquetFile, isPart: boolean, address: URL, options: DatasetOptions): Promise<Dataset> {
  const geo = geoColumn(file) ?? (await namedColumn(file));
  const box = isPart && options.view && geo ? await boxInGrid(options.view, geo.crs) : undefined;
  const groups = box && geo ? file.groups.filter((group) => touches(group, geo, box)) : file.groups;
  const table = new ParquetTable(file, geo);
  let skipped = 0;
  for (const group of groups) {
    const count = isPart ? Math.min(group.rows, mostRows - table.rows) : group.rows;
    if (count > 0) await table.add(group, box && table.rows < mostRows ? group.rows : count, box);
    else skipped += group.rows;
  }
  const total = isPart ? file.rows : undefined;
  if (isPart) table.problems.add('beyond-limit', box ? skipped : file.rows - table.rows);
  return tableDataset(
    table.finish(),
    { report: { format: geo ? 'geoparquet' : 'parquet', total, view: box && options.view }, about: { download: address.href } },
    options,
  );
}

/** Whether rows of a group may lie in a box, as far as the file says. */
function touches(group: RowGroup, { column, covering, encoding }: GeoColumn, [west, south, east, north]: Bounds): boolean {
  const paths = covering ?? (encoding === 'point' ? ['x', 'y', 'x', 'y'].map((name) => [column, name]) : undefined);
  const limits = paths?.map((path) => group.limits(path));
  const box = limits?.every((each) => each !== undefined) ? ([limits[0]![0], limits[1]![0], limits[2]![1], limits[3]![1]] as const) : group.box([column]);
  if (!box || box.some((value) => typeof value !== 'number')) return true;
  const [minX, minY, maxX, maxY] = box as readonly [number, number, number, number];
  // A box that crosses the antimeridian has its west in the east.
  return minY <= north && maxY >= south && (minX > maxX || (minX <= east && maxX >= west));
}

/** Programs that know nothing of GeoParquet write binary geometry, too: into a column whose name says so. */
async function namedColumn({ leaves, groups, read }: ParquetFile): Promise<GeoColumn | undefined> {
  const leaf = leaves.find(({ path, element, wraps }) => path.length === 1 && wraps.length === 0 && element.type === 'BYTE_ARRAY' && !element.converted_type && !element.logical_type && /geom|wkb|shape/i.test(path[0]!));
  const [group] = groups;
  if (!leaf || !group) return undefined;
  let isBinary = false;
  await read(group, Math.min(group.rows, 100), leaf.path, (_, __, values) => {
    const first = Array.from(values).find((value) => value instanceof Uint8Array && value.length > 0) as Uint8Array | undefined;
    isBinary ||= first !== undefined && first.length > 8 && first[0]! <= 1 && [...first.subarray(1, 5)].some((byte) => byte > 0);
  });
  return isBinary ? { column: leaf.path[0]!, encoding: 'wkb', crs: undefined, covering: undefined, others: new Set() } : undefined;
}
