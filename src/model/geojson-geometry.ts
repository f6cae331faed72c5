import type { Places, Shapes } from './dataset.js';
import { cutLine, cutRing, type Position } from './antimeridian.js';
import { latitude, longitude } from './mercator.js';
import { polygonsOf } from './rings.js';

/** A geometry of GeoJSON. */
export interface Geometry {
  readonly type: string;
  readonly coordinates: unknown;
}

/** Where a row is, as GeoJSON says it; `undefined` where it is nowhere. */
export function geometryOf({ x, y, shapes }: Places, row: number): Geometry | undefined {
  if (Number.isNaN(x[row]) || Number.isNaN(y[row])) return undefined;
  const kind = shapes?.kinds[row] ?? 1;
  if (!shapes || kind === 0) return single('Point', [position(x[row]!, y[row]!)]);
  const parts = partsOf(shapes, row);
  if (kind === 1) return single('Point', parts.flat().map(([east, north]) => [within(east), north]));
  if (kind === 2) return single('LineString', parts.flatMap(cutLine).filter((line) => line.length > 1));
  return single('Polygon', polygonsOf(parts.flatMap(cutRing).filter((ring) => ring.length > 3)));
}

/** One is itself, several are a `Multi`. */
function single(type: string, all: readonly unknown[]): Geometry | undefined {
  if (all.length === 0) return undefined;
  return all.length === 1 ? { type, coordinates: all[0] } : { type: `Multi${type}`, coordinates: all };
}

function partsOf({ coordinates, parts, rows, ends }: Shapes, row: number): Position[][] {
  const found: Position[][] = [];
  for (let part = rows[row]!; part < (ends ?? rows.subarray(1))[row]!; part += 1) {
    const positions: Position[] = [];
    for (let at = parts[part]!; at < parts[part + 1]!; at += 1) positions.push(position(coordinates[at * 2]!, coordinates[at * 2 + 1]!));
    found.push(positions);
  }
  return found;
}

const short = (degrees: number): number => Number(degrees.toFixed(7));
const position = (x: number, y: number): Position => [short(longitude(x)), short(latitude(y))];
const within = (east: number): number => (east > 180 ? short(east - 360) : east < -180 ? short(east + 360) : east);
