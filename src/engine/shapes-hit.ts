import type { Shapes } from '../model/dataset.js';
import { endOf } from './shapes.js';

/**
 * The line or area at a place: the smallest, so that what lies inside another is within reach. Lines, and areas that are hardly
 * larger than a pointer, are met from `reach` metres away.
 */
export function shapeAt(shapes: Shapes, rows: Uint32Array, x: number, y: number, reach: number): number | undefined {
  const { boxes, kinds } = shapes;
  let found: number | undefined;
  let size = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (kinds[row]! < 2) continue;
    const [west, south, east, north] = [boxes[row * 4]!, boxes[row * 4 + 1]!, boxes[row * 4 + 2]!, boxes[row * 4 + 3]!];
    if (!(x >= west - reach && x <= east + reach && y >= south - reach && y <= north + reach)) continue;
    const own = kinds[row] === 2 ? 0 : (east - west) * (north - south);
    const isThin = kinds[row] === 2 || Math.max(east - west, north - south) < 2 * reach;
    if (own < size && (isThin ? isNear(shapes, row, x, y, reach) : isInside(shapes, row, x, y))) [found, size] = [row, own];
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
