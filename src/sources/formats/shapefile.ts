import type { RawColumn } from '../../model/columns.js';
import type { Column, Dataset, Report } from '../../model/dataset.js';
import type { Positions } from '../../model/places.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { Problems } from '../../model/problems.js';
import { allBytes } from '../peek.js';
import { crsOfWkt } from '../prj.js';
import { inSlices } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { dbfTable, type DbfTable } from './dbf.js';
import { addShape, isShp, shapeRecords, type ShapeRecords } from './shapefile-shapes.js';

/** The files of one layer. Any of them may be missing, but not both that hold something. */
export interface ShapefileParts {
  readonly shp?: Uint8Array | undefined;
  readonly shx?: Uint8Array | undefined;
  readonly dbf?: Uint8Array | undefined;
  readonly cpg?: string | undefined;
  /** The text of the .prj, and where it is of no use of the .qpj that QGIS once wrote. */
  readonly grids: readonly string[];
}

/** A .shp by itself: its neighbours are asked for under the same address, as far as there are any. */
export async function readShapefile({ address, body }: Input, options: DatasetOptions): Promise<Dataset> {
  const neighbour = async (ending: string): Promise<Uint8Array | undefined> => {
    if (!/\.shp$/i.test(address.pathname)) return undefined;
    const beside = new URL(address);
    beside.pathname = address.pathname.replace(/shp$/i, ending);
    const response = await fetch(beside, { credentials: 'omit', signal: options.signal ?? null }).catch(() => undefined);
    options.signal?.throwIfAborted();
    // A server that answers with a page for everything has no neighbour there.
    return response?.ok && !/html/.test(response.headers.get('content-type') ?? '') ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };
  const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);
  const shp = await allBytes(body);
  const [shx, dbf, prj, cpg] = await Promise.all(['shx', 'dbf', 'prj', 'cpg'].map(neighbour));
  return shapefileDataset({ shp, shx, dbf, cpg: text(cpg), grids: prj ? [text(prj)!] : [] }, address.href, address, {}, options);
}

/** A .dbf by itself: a table. */
export async function readDbf({ address, body }: Input, options: DatasetOptions): Promise<Dataset> {
  return shapefileDataset({ dbf: await allBytes(body), grids: [] }, address.href, address, {}, options);
}

/** One layer as a dataset. `what` names it in messages. Throws `SourceError('unreadable')`. */
export async function shapefileDataset({ shp, shx, dbf, cpg, grids }: ShapefileParts, what: string, address: URL, report: Partial<Report>, options: DatasetOptions): Promise<Dataset> {
  if (shp && !isShp(shp)) throw new SourceError('unreadable', `The .shp of ${what} is none: it does not begin as one.`);
  const shapes = shp && shapeRecords(shp, shx);
  const table = dbf && dbfTable(dbf, cpg, what);
  const problems = new Problems();
  const read = Math.max(shapes?.starts.length ?? 0, table?.records ?? 0);
  const kept = keptRecords(table, read, problems);
  const record = (row: number): number => kept[row]! + 1;
  const builder = shapes && new PlacesBuilder(problems, record);
  if (builder) await inSlices(addShapes(builder, shapes, kept), options.signal);
  const columns: (RawColumn | Column)[] = table ? await inSlices(table.columns(kept), options.signal) : [];
  const crs = grids.map(crsOfWkt).find((each) => each !== undefined);
  if (grids.length > 0 && !crs && !options.crs && builder && !inDegrees(builder.all)) {
    throw new SourceError('crs-unknown', `The .prj of ${what} describes a grid that is not known here: ${grids[0]!.slice(0, 120)}. Publish it in WGS 84 (EPSG:4326), or name the grid, for example crs="EPSG:25832".`);
  }
  return tableDataset(
    { columns, rows: kept.length, read, problems, record, places: builder && { built: builder, crs } },
    { report: { ...report, format: shapes ? 'shapefile' : 'dbf', ...(table && { encoding: table.encoding }) }, about: { download: address.href } },
    options,
  );
}

/** The records that were not deleted; a deleted one stays in its table until somebody packs it. */
function keptRecords(table: DbfTable | undefined, read: number, problems: Problems): Uint32Array {
  const kept = new Uint32Array(read);
  let rows = 0;
  for (let record = 0; record < read; record += 1) {
    if (table && record < table.records && table.isDeleted(record)) problems.note('blank', record + 1, true);
    else {
      kept[rows] = record;
      rows += 1;
    }
  }
  return kept.subarray(0, rows);
}

function* addShapes(builder: PlacesBuilder, shapes: ShapeRecords, kept: Uint32Array): Generator<void, void> {
  for (let row = 0; row < kept.length; row += 1) {
    if ((row & 255) === 255) yield;
    addShape(builder, shapes, kept[row]!);
  }
}

const inDegrees = (positions: Positions): boolean => [positions.x, positions.y].every((values) => values.every((value) => !(Math.abs(value) > 360)));
