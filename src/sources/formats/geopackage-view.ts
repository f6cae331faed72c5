import { boxInGrid, mostRows } from '../ranges-view.js';
import type { DatasetOptions } from '../source.js';
import { countIn, indexOf, rowsIn } from './geopackage-index.js';
import type { GeoLayer } from './geopackage-layers.js';
import type { Share } from './geopackage-table.js';
import { rowsNumbered } from './sqlite-lookup.js';
import type { Sqlite } from './sqlite.js';

export interface ViewShare extends Share {
  /** How many rows the layer has, where that is known. */
  readonly total: number | undefined;
  readonly view: DatasetOptions['view'];
}

/**
 * What is read of a layer that is too large to be read whole: the rows in the view, by the layer's index of boxes; without
 * a view or an index its first rows. `size` is that of the file.
 */
export async function shareOf(database: Sqlite, layer: GeoLayer, size: number, { view, signal }: DatasetOptions): Promise<ViewShare> {
  const index = indexOf(database, layer);
  // Some programs count nothing: then the index tells how many rows have a place.
  const total = layer.rows ?? (index && (await countIn(database, index)));
  const box = index && view ? await boxInGrid(view, layer.crs) : undefined;
  const share = { most: mostRows, total, view: box && view };
  const found = index && box ? await rowsIn(database.pages, index, box, signal) : undefined;
  if (!found) return share;
  // What is longer than a page goes on on others, most often the next ones.
  const usual = total ? size / total : 0;
  const more = usual > database.pages.size / 2 ? Math.min(65_536, Math.ceil(usual * 2)) : 0;
  return { ...share, found: found.length, rows: (take) => rowsNumbered(database.pages, layer.table, found.slice(0, mostRows), take, signal, more) };
}
