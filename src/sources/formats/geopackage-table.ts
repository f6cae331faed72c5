import { ValueColumn } from '../../model/columns-values.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { Problems } from '../../model/problems.js';
import type { DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import type { Dataset, Report } from '../../model/dataset.js';
import { addPackedGeometry } from './geopackage-geometry.js';
import type { GeoLayer } from './geopackage-layers.js';
import { headerNames } from './header.js';
import { bytesAt, fieldValue, isBytes, type Fields } from './sqlite-record.js';
import type { RowTaker, Sqlite } from './sqlite.js';

const isGeometryName = /geom|shape|wkb|the_?geo/i;

/** Which rows of a layer are read. */
export interface Share {
  /** No more than these. */
  readonly most: number;
  /** Where they come from, if not from the table's beginning. */
  readonly rows?: ((take: RowTaker) => Promise<void>) | undefined;
  /** How many were looked for, where not all are. */
  readonly found?: number | undefined;
}

/** One layer as a dataset, or a share of it. */
export async function layerDataset(database: Sqlite, layer: GeoLayer, share: Share, report: Pick<Report, 'format'> & Partial<Report>, address: URL, options: DatasetOptions): Promise<Dataset> {
  const { table } = layer;
  const { most } = share;
  const problems = new Problems();
  // What is looked up lies anywhere: then rows are named by their numbers.
  const records: number[] = [];
  const record = (row: number): number => records[row] ?? row + 1;
  const names = headerNames(table.columns.map(({ name }) => name), table.columns.length);
  const columns = names.map((name) => new ValueColumn(name));
  const isTruth = table.columns.map(({ type }) => type.startsWith('BOOL'));
  let geometry = table.columns.findIndex(({ name }) => name.toLowerCase() === layer.geometry?.toLowerCase());
  let [rows, total] = [0, 0];
  const builder = new PlacesBuilder(problems, record);
  const addValue = (row: Uint8Array, fields: Fields, index: number): void => {
    const value = fieldValue(row, fields, index, database.decoder);
    // Bytes are nothing to read.
    if (value === undefined || value === '' || value instanceof Uint8Array || Number.isNaN(value)) return;
    columns[index]!.set(rows, isTruth[index] && typeof value === 'number' ? value !== 0 : value);
  };
  const readRows = share.rows ?? ((take: RowTaker) => database.rows(table, take, true));
  await readRows((rowId, row, fields) => {
    total += 1;
    // The rest is counted where that costs nothing.
    if (rows >= most) return false;
    // A plain database does not say which of its columns is the geometry.
    if (geometry < 0 && rows === 0 && !layer.geometry) geometry = table.columns.findIndex(({ name }, index) => isGeometryName.test(name) && index < fields.count && isBytes(fields.types[index]));
    for (let index = 0; index < columns.length; index += 1) {
      if (index === geometry) continue;
      if (table.columns[index]!.isRowId) columns[index]!.set(rows, rowId);
      else if (index < fields.count) addValue(row, fields, index);
    }
    if (geometry >= 0) {
      if (geometry < fields.count && isBytes(fields.types[geometry])) addPackedGeometry(builder, bytesAt(row, fields, geometry));
      else builder.nothing('no-place');
    }
    if (share.rows) records[rows] = rowId;
    rows += 1;
    return true;
  });
  const all = total > rows || share.rows ? layer.rows : undefined;
  problems.add('beyond-limit', (share.found ?? (total > rows ? (all ?? total) : rows)) - rows);
  const isMissing = (index: number): boolean => index === geometry || (rows > 0 && /BLOB/.test(table.columns[index]!.type));
  return tableDataset(
    {
      columns: columns.filter((_, index) => !isMissing(index)).map((column) => column.finish(rows)),
      rows, read: rows, problems, record,
      places: geometry >= 0 ? { built: builder, crs: layer.crs } : undefined,
    },
    { report: { ...report, total: all }, about: { title: layer.title, description: layer.description, updated: layer.updated, download: address.href } },
    options,
  );
}
