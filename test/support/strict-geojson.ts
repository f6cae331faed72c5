/** What is read with no more trust than a stranger has. */
export interface Collection {
  readonly type: string;
  readonly features: readonly { readonly type: string; readonly id?: unknown; readonly geometry: { readonly type: string; readonly coordinates: unknown } | null; readonly properties: Readonly<Record<string, unknown>> | null }[];
}

type Position = readonly [number, number];

const depths: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };

/** What RFC 7946 forbids, a line each: by its sections 3 (shape), 3.1.6 (rings), 3.1.9 (antimeridian), 4 (degrees) and 11.2 (no `crs`). */
export function faultsOf(collection: Collection): string[] {
  const faults: string[] = [];
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) return ['no collection'];
  if (Object.keys(collection).join() !== 'type,features') faults.push(`members ${Object.keys(collection)}`);
  for (const [i, { type, id, geometry, properties }] of collection.features.entries()) {
    const fault = (what: string): void => void faults.push(`feature ${i}: ${what}`);
    if (type !== 'Feature') fault('type');
    if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') fault('id');
    if (typeof properties !== 'object') fault('properties');
    if (geometry === null) continue;
    const depth = depths[geometry.type];
    if (depth === undefined) fault(`type ${geometry.type}`);
    else check(geometry.coordinates, depth, geometry.type, fault);
  }
  return faults;
}

function check(coordinates: unknown, depth: number, type: string, fault: (what: string) => void): void {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return fault('no coordinates');
  if (depth === 0) {
    if (coordinates.length !== 2 || !coordinates.every((each) => Number.isFinite(each))) return fault(`position ${coordinates}`);
    if (Math.abs(coordinates[0] as number) > 180 || Math.abs(coordinates[1] as number) > 90) fault(`not in degrees: ${coordinates}`);
    return undefined;
  }
  for (const each of coordinates) check(each, depth - 1, type, fault);
  if (type.endsWith('LineString') && depth === 1) line(coordinates as Position[], 2, fault);
  if (type.endsWith('Polygon') && depth === 2) {
    for (const [place, ring] of (coordinates as Position[][]).entries()) {
      line(ring, 4, fault);
      const [first, last] = [ring[0]!, ring.at(-1)!];
      if (first[0] !== last[0] || first[1] !== last[1]) fault('a ring that is open');
      const twice = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
      if (place === 0 ? twice < 0 : twice > 0) fault('a ring that turns the wrong way');
    }
  }
  return undefined;
}

function line(positions: readonly Position[], least: number, fault: (what: string) => void): void {
  if (positions.length < least) fault(`${positions.length} positions`);
  if (positions.some(([x], i) => i > 0 && Math.abs(x - positions[i - 1]![0]) > 180)) fault('across the antimeridian');
}
