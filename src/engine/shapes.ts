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

/** Coordinates with fewer positions, in the same parts. */
export interface Thinned {
  /** In metres. */
  readonly tolerance: number;
  readonly coordinates: Float64Array;
  readonly parts: Uint32Array;
}

/** Leaves out each position that is nearer than the tolerance to the one before; the ends of a part stay. Yields, so that its caller may pause. */
export function* thinned({ coordinates, parts }: Shapes, tolerance: number): Generator<void, Thinned> {
  const kept = new Float64Array(coordinates.length);
  const starts = new Uint32Array(parts.length);
  let [length, worked] = [0, 0];
  for (let part = 0; part + 1 < parts.length; part += 1) {
    starts[part] = length / 2;
    const last = parts[part + 1]! - 1;
    let [x, y] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = parts[part]!; i <= last; i += 1) {
      const nextX = coordinates[2 * i]!;
      const nextY = coordinates[2 * i + 1]!;
      if (i < last && Math.abs(nextX - x) < tolerance && Math.abs(nextY - y) < tolerance) continue;
      [x, y] = [nextX, nextY];
      kept[length] = x;
      kept[length + 1] = y;
      length += 2;
    }
    worked += last - parts[part]!;
    if (worked < 100_000) continue;
    worked = 0;
    yield;
  }
  starts[parts.length - 1] = length / 2;
  return { tolerance, coordinates: kept.slice(0, length), parts: starts };
}

/** The line or area at a place, within `reach` metres for lines: the smallest, so that what lies inside another is within reach. */
export function shapeAt(shapes: Shapes, rows: Uint32Array, x: number, y: number, reach: number): number | undefined {
  const { boxes, kinds } = shapes;
  let found: number | undefined;
  let size = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (kinds[row]! < 2) continue;
    const [west, south, east, north] = [boxes[row * 4]!, boxes[row * 4 + 1]!, boxes[row * 4 + 2]!, boxes[row * 4 + 3]!];
    if (!(x >= west - reach && x <= east + reach && y >= south - reach && y <= north + reach)) continue;
    const own = kinds[row] === 2 ? 0 : (east - west) * (north - south);
    if (own < size && (kinds[row] === 2 ? isNear(shapes, row, x, y, reach) : isInside(shapes, row, x, y))) [found, size] = [row, own];
  }
  return found;
}

function isInside(shapes: Shapes, row: number, x: number, y: number): boolean {
  const { coordinates, parts, rows } = shapes;
  let inside = false;
  for (let part = rows[row]!; part < endOf(shapes, row); part += 1) {
    const [first, end] = [parts[part]!, parts[part + 1]!];
    for (let i = first, before = end - 1; i < end; before = i, i += 1) {
      const [y1, y2] = [coordinates[2 * i + 1]!, coordinates[2 * before + 1]!];
      if (y1 > y === y2 > y) continue;
      const x1 = coordinates[2 * i]!;
      if (x < x1 + ((y - y1) / (y2 - y1)) * (coordinates[2 * before]! - x1)) inside = !inside;
    }
  }
  return inside;
}

function isNear(shapes: Shapes, row: number, x: number, y: number, reach: number): boolean {
  const { coordinates, parts, rows } = shapes;
  for (let part = rows[row]!; part < endOf(shapes, row); part += 1) {
    for (let i = parts[part]! + 1; i < parts[part + 1]!; i += 1) {
      const [x1, y1] = [coordinates[2 * i - 2]!, coordinates[2 * i - 1]!];
      const [dx, dy] = [coordinates[2 * i]! - x1, coordinates[2 * i + 1]! - y1];
      const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
      if (Math.hypot(x1 + along * dx - x, y1 + along * dy - y) <= reach) return true;
    }
  }
  return false;
}
