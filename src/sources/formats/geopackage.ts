import type { Choice, Dataset } from '../../model/dataset.js';
import { rangesOf } from '../ranges.js';
import { isLarge } from '../ranges-view.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { geoLayers, plainTables, tableNamed, type GeoLayer } from './geopackage-layers.js';
import { layerDataset } from './geopackage-table.js';
import { sqliteOf, type Sqlite } from './sqlite.js';

/**
 * A GeoPackage (OGC 12-128r19), or another database of SQLite with tables of places. Of several layers the one with most
 * features is read; the option `layer` names another. Of a large file that its server gives in parts, what lies in the view.
 */
export async function readGeopackage(input: Input, options: DatasetOptions): Promise<Dataset> {
  const what = input.member ? `${input.member} in ${input.address.href}` : input.address.href;
  const ranges = await rangesOf(input, options);
  const database = await sqliteOf(ranges, what, options.signal);
  const isPackage = tableNamed(database, 'gpkg_contents') !== undefined;
  const found = isPackage ? await geoLayers(database) : plainTables(database);
  if (found.length === 0 || (!isPackage && (isSpatialite(database) || isMbtiles(database)))) throw nothingIn(database, what);
  const layers: GeoLayer[] = [];
  // To count rows, all of a table is read.
  for (const layer of found) layers.push({ ...layer, rows: ranges.isPartial || found.length === 1 ? layer.rows : await database.count(layer.table) });
  // A table of words has no places, however long it is.
  const ranked = layers.sort((a, b) => Number(b.geometry !== undefined) - Number(a.geometry !== undefined) || (b.rows ?? 0) - (a.rows ?? 0));
  const wanted = options.layer?.toLowerCase();
  const layer = wanted ? ranked.find(({ name, title }) => name.toLowerCase() === wanted || title?.toLowerCase() === wanted) : ranked[0];
  const choices = ranked.filter((each) => each !== layer).map(({ name, title }): Choice => ({ name, ...(title && title !== name && { title }) }));
  if (!layer) throw new SourceError('not-found', `${what} has no layer “${options.layer}”.`, { choices });
  const report = { format: isPackage ? 'geopackage' : 'sqlite', choices: choices.length > 0 ? choices : undefined };
  if (!ranges.isPartial || !isLarge(ranges.size, layer.rows ?? 0)) return layerDataset(database, layer, { most: Infinity }, report, input.address, options);
  const share = await (await import('./geopackage-view.js')).shareOf(database, layer, ranges.size, options);
  return layerDataset(database, { ...layer, rows: share.total }, share, { ...report, view: share.view }, input.address, options);
}

const has = (database: Sqlite, name: string): boolean => tableNamed(database, name) !== undefined || database.views.includes(name);
const isMbtiles = (database: Sqlite): boolean => has(database, 'tiles') && has(database, 'metadata');
const isSpatialite = (database: Sqlite): boolean => tableNamed(database, 'geometry_columns')?.columns.some(({ name }) => /^(spatial_index_enabled|f_geometry_column)$/i.test(name)) === true && tableNamed(database, 'spatial_ref_sys') !== undefined;

/** Why there is nothing to read, and the way out. */
function nothingIn(database: Sqlite, what: string): SourceError {
  if (isSpatialite(database)) return new SourceError('unknown', `${what} is a SpatiaLite database, of which no page can read the geometry. Publish it as a GeoPackage, for example: ogr2ogr new.gpkg old.sqlite`);
  if (isMbtiles(database)) return new SourceError('unknown', `${what} is an archive of map tiles (MBTiles), which no page can read in parts. Publish it as PMTiles, for example: pmtiles convert old.mbtiles new.pmtiles`);
  if (has(database, 'gpkg_tile_matrix_set')) return new SourceError('unknown', `${what} is a GeoPackage of pictures alone: it has no features and no tables.`);
  return new SourceError('unreadable', `${what} is a database without a table that could be read.`);
}
