import { crsOfWkt } from '../prj.js';
import { fieldValue, type SqliteValue } from './sqlite-record.js';
import type { Sqlite, SqliteTable } from './sqlite.js';

/** A table that may be read, and what the package says of it. */
export interface GeoLayer {
  readonly name: string;
  readonly table: SqliteTable;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** In milliseconds since 1970. */
  readonly updated?: number | undefined;
  /** The name of the column that holds its geometry. */
  readonly geometry?: string | undefined;
  readonly crs?: string | undefined;
  readonly rows?: number | undefined;
}

type Entry = ReadonlyMap<string, SqliteValue>;

/** What belongs to the package, to the database or to an index, and is none of the publisher's data. */
const own = /^(gpkg_|rtree_|sqlite_|idx_|ogr_empty_table|st_|geometry_columns|spatial_ref_sys|spatialite_|views_geometry_|virts_geometry_|vector_layers|spatialindex|elementarygeometries|knn2?$|data_licenses|sql_statements_log|nga_|layer_styles$)/i;

/** The layers of a GeoPackage: features, and tables without geometry. Tables that nobody registered are read where none is. */
export async function geoLayers(database: Sqlite): Promise<readonly GeoLayer[]> {
  const contents = await entriesOf(database, 'gpkg_contents');
  const geometries = await entriesOf(database, 'gpkg_geometry_columns');
  const systems = await entriesOf(database, 'gpkg_spatial_ref_sys');
  const counts = await entriesOf(database, 'gpkg_ogr_contents');
  const named = (entries: readonly Entry[], name: string): Entry | undefined => entries.find((entry) => text(entry, 'table_name')?.toLowerCase() === name.toLowerCase());
  const layers: GeoLayer[] = [];
  for (const entry of contents) {
    const name = text(entry, 'table_name') ?? '';
    const table = tableNamed(database, name);
    if (!table || !/^(features|attributes|aspatial)$/i.test(text(entry, 'data_type') ?? '')) continue;
    const geometry = named(geometries, name);
    const identifier = text(entry, 'identifier');
    layers.push({
      name,
      table,
      title: identifier ?? name,
      description: text(entry, 'description'),
      updated: Date.parse(text(entry, 'last_change') ?? '') || undefined,
      geometry: geometry && text(geometry, 'column_name'),
      crs: geometry && gridOf(systems, geometry.get('srs_id')),
      rows: numberIn(named(counts, name), 'feature_count'),
    });
  }
  return contents.some((entry) => /^(attributes|aspatial)$/i.test(text(entry, 'data_type') ?? '')) ? layers : [...layers, ...plainTables(database).filter(({ name }) => !named(contents, name))];
}

/** The tables of a database that is no GeoPackage. */
export function plainTables({ tables }: Sqlite): readonly GeoLayer[] {
  return tables.filter(({ name, columns }) => !own.test(name) && columns.length > 0).map((table) => ({ name: table.name, table }));
}

export const tableNamed = ({ tables }: Sqlite, wanted: string): SqliteTable | undefined => tables.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());

/** By the number that an organization gave it, or by its definition; 0 and -1 are grids that nobody knows. */
function gridOf(systems: readonly Entry[], id: SqliteValue): string | undefined {
  const system = systems.find((entry) => entry.get('srs_id') === id);
  if (id === 0 || id === -1) return undefined;
  if (!system) return typeof id === 'number' && id > 0 ? `EPSG:${id}` : undefined;
  const organization = text(system, 'organization') ?? '';
  const code = numberIn(system, 'organization_coordsys_id');
  if (code && code > 0 && /^(EPSG|ESRI)$/i.test(organization)) return `EPSG:${code}`;
  const definition = [text(system, 'definition'), text(system, 'definition_12_063')].find((each) => each && !/^undefined$/i.test(each));
  return (definition && crsOfWkt(definition)) ?? text(system, 'srs_name');
}

const text = (entry: Entry, name: string): string | undefined => {
  const value = entry.get(name);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
};

const numberIn = (entry: Entry | undefined, name: string): number | undefined => {
  const value = entry?.get(name);
  return typeof value === 'number' ? value : undefined;
};

/** The rows of a small table, by the names of its columns. */
async function entriesOf(database: Sqlite, name: string): Promise<readonly Entry[]> {
  const table = tableNamed(database, name);
  const entries: Entry[] = [];
  if (!table) return entries;
  await database.rows(table, (rowId, row, fields) => {
    entries.push(new Map(table.columns.map((column, index) => [column.name.toLowerCase(), column.isRowId ? rowId : fieldValue(row, fields, index, database.decoder)])));
    // No more tables than this belong into one file.
    return entries.length < 10_000;
  });
  return entries;
}
