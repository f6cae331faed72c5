import type { Shapes } from '../model/dataset.js';
import { cellSize } from '../model/grid.js';

/** Shapes smaller than this part of a cell of the grid, some 8 pixels, are drawn as points. */
const smallest = 0.19;

/** Whether a row is too small to be seen as what it is, at a zoom level of the grid; an area whose colour says something never is. */
export function isSmall({ boxes, kinds }: Shapes, row: number, level: number, isFilled = false): boolean {
  if (isFilled && kinds[row] === 3) return false;
  const width = boxes[row * 4 + 2]! - boxes[row * 4]!;
  const height = boxes[row * 4 + 3]! - boxes[row * 4 + 1]!;
  return Math.max(width, height) < smallest * cellSize(level);
}

/** Where the parts of a row end. */
export const endOf = ({ rows, ends }: Shapes, row: number): number => ends?.[row] ?? rows[row + 1]!;

/** The rows that share the shape of one of them. */
export function sharing({ rows: starts, ends, kinds }: Shapes, rows: Uint32Array, row: number): Uint32Array {
  return ends ? rows.filter((each) => starts[each] === starts[row] && kinds[each] !== 0) : Uint32Array.of(row);
}
