import type { Shapes } from '../model/dataset.js';

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
