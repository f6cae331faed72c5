import type { KindCode, PlacesBuilder } from './places-builder.js';

const kindOf: Readonly<Record<string, KindCode>> = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3 };
/** How deep the positions lie in `coordinates`. */
const depthOf: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };
const fewest = [0, 1, 2, 3];
/** Collections within collections, deeper than anybody means them. */
const deepest = 20;

interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

const isGeometry = (value: unknown): value is Geometry => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Adds a row at a GeoJSON geometry; of a collection those of its members that show most: areas, then lines, then points. */
export function addGeometry(builder: PlacesBuilder, value: unknown): void {
  if (value === null || value === undefined) return builder.nothing('no-place');
  if (isGeometry(value) && value.type === 'Point' && Array.isArray(value.coordinates)) {
    const [x, y] = value.coordinates as unknown[];
    if (typeof x === 'number' && typeof y === 'number') return builder.point(x, y);
  }
  const kind = take(builder, value);
  if (kind !== undefined && kind > 0 && builder.openParts > 0) return builder.endRow(kind);
  builder.dropRow();
  builder.nothing(kind === undefined ? 'bad-geometry' : 'no-place');
}

/** The kind that was taken, or `undefined` for what cannot be drawn. */
function take(builder: PlacesBuilder, value: unknown, depth = 0): KindCode | undefined {
  if (!isGeometry(value) || depth > deepest) return undefined;
  if (value.type === 'GeometryCollection') return takeBest(builder, value.geometries, depth + 1);
  const kind = kindOf[value.type];
  if (kind === undefined || !Array.isArray(value.coordinates)) return undefined;
  if (takeParts(builder, value.coordinates, depthOf[value.type]!, kind)) return kind;
  builder.dropPart();
  return undefined;
}

function takeBest(builder: PlacesBuilder, geometries: unknown, depth: number): KindCode | undefined {
  if (!Array.isArray(geometries)) return undefined;
  const kinds = geometries.map((each) => bestKind(each, depth));
  const best = highest(kinds);
  // One member that cannot be drawn does not take the others with it.
  const taken = geometries.filter((each, i) => kinds[i] === best && take(builder, each, depth) !== undefined);
  return taken.length > 0 || geometries.length === 0 ? best : undefined;
}

function bestKind(geometry: unknown, depth: number): KindCode {
  if (!isGeometry(geometry) || depth > deepest) return 0;
  if (geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries)) return highest(geometry.geometries.map((each) => bestKind(each, depth + 1)));
  return kindOf[geometry.type] ?? 0;
}

const highest = (kinds: readonly KindCode[]): KindCode => kinds.reduce<KindCode>((best, kind) => (kind > best ? kind : best), 0);

function takeParts(builder: PlacesBuilder, coordinates: readonly unknown[], depth: number, kind: KindCode): boolean {
  if (coordinates.length === 0) return true;
  if (depth === 0) return takePoint(builder, coordinates);
  if (depth > 1 || kind === 1) return coordinates.every((each) => Array.isArray(each) && takeParts(builder, each, depth - 1, kind));
  if (coordinates.length < fewest[kind]! || !coordinates.every((each) => takePosition(builder, each))) return false;
  const part = builder.openPositions;
  const [x, y] = [part[0]!, part[1]!];
  // A ring that its maker forgot to close would leak when it is filled.
  if (kind === 3 && (x !== part.at(-2) || y !== part.at(-1))) builder.position(x, y);
  builder.endPart();
  return true;
}

function takePoint(builder: PlacesBuilder, coordinates: readonly unknown[]): boolean {
  if (!takePosition(builder, coordinates)) return false;
  builder.endPart();
  return true;
}

function takePosition(builder: PlacesBuilder, value: unknown): boolean {
  if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'number') return false;
  builder.position(value[0], value[1]);
  return true;
}
