import { alongCurve } from './esri-curves.js';

type Json = Readonly<Record<string, unknown>>;

export interface GeojsonGeometry {
  readonly type: string;
  readonly coordinates: unknown;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some servers write numbers as text, and places that they do not know as “NaN”. */
const number = (value: unknown): number => (typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : Number.NaN);

/**
 * A geometry as ArcGIS writes it, as GeoJSON has it, in the grid that it has: x and y, points, paths, rings, an envelope,
 * or their curved forms. `null` where it says that there is no place. All rings lie in one polygon, for they are filled even-odd.
 */
export function esriGeometry(value: unknown): GeojsonGeometry | null {
  if (!isObject(value)) return null;
  const { points } = value;
  if ('x' in value) {
    const [x, y] = [number(value['x']), number(value['y'])];
    return Number.isNaN(x) || Number.isNaN(y) ? null : { type: 'Point', coordinates: [x, y] };
  }
  if (Array.isArray(points)) return points.length > 0 ? { type: 'MultiPoint', coordinates: points } : null;
  const paths = value['curvePaths'] ?? value['paths'];
  if (Array.isArray(paths)) return parts(paths, 'MultiLineString', 2);
  const rings = value['curveRings'] ?? value['rings'];
  if (Array.isArray(rings)) return parts(rings, 'Polygon', 3);
  if ('xmin' in value) return envelope(['xmin', 'ymin', 'xmax', 'ymax'].map((side) => number(value[side])));
  // Something stands there that nobody can draw: that is not the same as no place.
  return Object.keys(value).some((key) => key !== 'spatialReference') ? { type: 'Unknown', coordinates: undefined } : null;
}

/** Parts that have fewer positions than they need are left out; servers that generalise shapes make such. */
function parts(all: readonly unknown[], type: string, fewest: number): GeojsonGeometry | null {
  const lines = all.map((part) => (Array.isArray(part) ? straightened(part) : []));
  const kept = lines.filter((line) => line.length >= fewest);
  if (kept.length > 0) return { type, coordinates: kept };
  return lines.some((line) => line.length > 0) ? { type: 'Unknown', coordinates: undefined } : null;
}

function straightened(part: readonly unknown[]): readonly unknown[] {
  if (!part.some(isObject)) return part;
  const line: unknown[] = [];
  for (const segment of part) {
    const before = line.at(-1);
    if (!isObject(segment)) line.push(segment);
    else if (Array.isArray(before)) for (const position of alongCurve(before as unknown as [number, number], segment) ?? []) line.push(position);
  }
  return line;
}

function envelope([west, south, east, north]: readonly number[]): GeojsonGeometry | null {
  if ([west, south, east, north].some(Number.isNaN)) return null;
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}
