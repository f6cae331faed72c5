import type { Shapes } from '../model/dataset.js';
import { cellSize } from '../model/grid.js';

/** Parts of a cell of the grid: some 2 pixels, of which nothing is seen, and some 8, below which what is among such is a point as well. */
const unseen = 0.05;
const smallest = 0.19;

/**
 * Whether a row is drawn as a point, since it is too small to be seen as what it is, at a zoom level of the grid. Where most
 * are to be seen, as countries on a map of the world are, the few small ones stay what they are: points among areas would be
 * something else. An area whose colour says something is always one.
 */
export function isSmall(shapes: Shapes, row: number, level: number, isFilled = false): boolean {
  if (isFilled && shapes.kinds[row] === 3) return false;
  return sideOf(shapes, row) < smallest * cellSize(level) && mostAreUnseen(shapes, level);
}

const known = new WeakMap<Shapes, Map<number, boolean>>();

function mostAreUnseen(shapes: Shapes, level: number): boolean {
  const levels = known.get(shapes) ?? new Map<number, boolean>();
  known.set(shapes, levels);
  const before = levels.get(level);
  if (before !== undefined) return before;
  const { kinds } = shapes;
  let [all, few] = [0, 0];
  for (let row = 0; row < kinds.length; row += 1) {
    if (kinds[row]! < 2) continue;
    all += 1;
    // A line is as wide as it is drawn.
    if (sideOf(shapes, row) < (kinds[row] === 2 ? unseen / 2 : unseen) * cellSize(level)) few += 1;
  }
  levels.set(level, 2 * few > all);
  return 2 * few > all;
}

/** How broad a row is, in metres: the side of a square that is as large as its box. */
export function breadthOf({ boxes }: Shapes, row: number): number {
  return Math.sqrt((boxes[row * 4 + 2]! - boxes[row * 4]!) * (boxes[row * 4 + 3]! - boxes[row * 4 + 1]!));
}

/** How long the longer side of a row is, in metres. */
function sideOf({ boxes }: Shapes, row: number): number {
  return Math.max(boxes[row * 4 + 2]! - boxes[row * 4]!, boxes[row * 4 + 3]! - boxes[row * 4 + 1]!);
}

/** Where the parts of a row end. */
export const endOf = ({ rows, ends }: Shapes, row: number): number => ends?.[row] ?? rows[row + 1]!;

/** The rows that share the shape of one of them. */
export function sharing({ rows: starts, ends, kinds }: Shapes, rows: Uint32Array, row: number): Uint32Array {
  return ends ? rows.filter((each) => starts[each] === starts[row] && kinds[each] !== 0) : Uint32Array.of(row);
}
