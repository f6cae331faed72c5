import type { Bounds } from '../../model/dataset.js';
import type { GeoLayer } from './geopackage-layers.js';
import { tableNamed } from './geopackage-layers.js';
import { rowsNumbered } from './sqlite-lookup.js';
import type { SqlitePages } from './sqlite-pages.js';
import { bytesAt, isBytes, type Fields } from './sqlite-record.js';
import type { Sqlite, SqliteTable } from './sqlite.js';

/** Bytes of a child, or of a row: its number, and the least and the greatest of x and of y. */
const entryBytes = 24;
/** More levels than a tree of boxes has. */
const deepest = 40;

/** A node of SQLite's R*Tree (https://www.sqlite.org/rtree.html#the_node_table): what is in it, and how deep the tree is, which the root says. */
interface Node {
  readonly view: DataView;
  readonly depth: number;
  readonly count: number;
}

/** Where the boxes of a layer's rows are kept (OGC 12-128r19, F.3); `undefined` where it has no index. */
export function indexOf(database: Sqlite, { table, geometry }: GeoLayer): SqliteTable | undefined {
  return geometry === undefined ? undefined : tableNamed(database, `rtree_${table.name}_${geometry}_node`);
}

/** How many rows an index knows: all its entries are rows, but for those that lead to another node. */
export async function countIn(database: Sqlite, index: SqliteTable): Promise<number> {
  let [entries, nodes] = [0, 0];
  await database.rows(index, (_, row, fields) => {
    entries += nodeOf(row, fields)?.count ?? 0;
    nodes += 1;
    return true;
  }, true);
  return Math.max(0, entries - Math.max(0, nodes - 1));
}

/**
 * The numbers of the rows whose box touches a box, which is in the grid of the layer, ascending: level by level through
 * the tree. `undefined` where all of them do. Throws `SourceError`.
 */
export async function rowsIn(pages: SqlitePages, index: SqliteTable, [west, south, east, north]: Bounds, signal: AbortSignal | undefined): Promise<readonly number[] | undefined> {
  let wanted: readonly number[] = [1];
  let left = 0;
  const seen = new Set<number>();
  for (let level = 0; level <= left; level += 1) {
    // A node that comes again would lead in a circle.
    for (const node of wanted) {
      if (seen.has(node)) throw pages.broken(`node ${node} of its index is used twice`);
      seen.add(node);
    }
    const inside: number[] = [];
    let isAll = true;
    await rowsNumbered(pages, index, wanted, (_, row, fields) => {
      const node = nodeOf(row, fields);
      if (!node) throw pages.broken('a node of its index is shorter than what it holds');
      if (level === 0) left = Math.min(node.depth, deepest);
      for (let entry = 0, at = 4; entry < node.count; entry += 1, at += entryBytes) {
        const [minX, maxX, minY, maxY] = [8, 12, 16, 20].map((offset) => node.view.getFloat32(at + offset)) as [number, number, number, number];
        isAll &&= minX >= west && maxX <= east && minY >= south && maxY <= north;
        if (minX <= east && maxX >= west && minY <= north && maxY >= south) inside.push(Number(node.view.getBigInt64(at)));
      }
      return true;
    }, signal);
    if (level === 0 && isAll) return undefined;
    wanted = inside.sort((a, b) => a - b);
  }
  return wanted;
}

/** The second column holds the node: two bytes that in the root say how deep the tree is, two for the count, then the entries. */
function nodeOf(row: Uint8Array, fields: Fields): Node | undefined {
  const bytes = isBytes(fields.types[1]) ? bytesAt(row, fields, 1) : undefined;
  if (!bytes || bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(2);
  return 4 + count * entryBytes <= bytes.length ? { view, depth: view.getUint16(0), count } : undefined;
}
