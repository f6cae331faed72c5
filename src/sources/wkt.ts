const types: Readonly<Record<string, string>> = {
  POINT: 'Point', MULTIPOINT: 'MultiPoint', LINESTRING: 'LineString', MULTILINESTRING: 'MultiLineString', POLYGON: 'Polygon', MULTIPOLYGON: 'MultiPolygon', GEOMETRYCOLLECTION: 'GeometryCollection',
};
const opening = /^\s*(?:SRID=(\d+);\s*)?((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*(?=\(|EMPTY)/i;

interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly unknown[];
}

/** A WKT or EWKT geometry as GeoJSON has it; without `type` where it is none. Heights and measures are left out. */
export function readWkt(text: string): { readonly geometry: Geometry | { readonly type?: undefined }; readonly srid: string | undefined } {
  const match = opening.exec(text);
  const type = match && types[match[2]!.toUpperCase()];
  const srid = match?.[1] ? `EPSG:${match[1]}` : undefined;
  if (!match || !type) return { geometry: {}, srid };
  const rest = text.slice(match[0].length).trim();
  if (/^EMPTY$/i.test(rest)) return { geometry: type === 'GeometryCollection' ? { type, geometries: [] } : { type, coordinates: [] }, srid };
  if (type === 'GeometryCollection') return { geometry: { type, geometries: members(rest.slice(1, -1)).map((member) => readWkt(member).geometry) }, srid };
  const nested = brackets(rest);
  if (nested === undefined) return { geometry: {}, srid };
  // A point is a list of one position, and each of several points may stand in brackets of its own or not.
  if (type === 'Point') return { geometry: { type, coordinates: nested[0] }, srid };
  if (type === 'MultiPoint') return { geometry: { type, coordinates: nested.map((each) => (Array.isArray(each) && Array.isArray(each[0]) ? each[0] : each)) }, srid };
  return { geometry: { type, coordinates: nested }, srid };
}

/** `((1 2, 3 4))` as nested arrays; `undefined` where brackets do not match or something is no number. */
function brackets(text: string): unknown[] | undefined {
  const json = text
    .replace(/[^(),]+/g, (position) => {
      const numbers = position.trim().split(/\s+/);
      return numbers[0] === '' ? '' : `[${numbers.slice(0, 2).map((number) => (Number.isFinite(Number(number)) ? Number(number) : 'null')).join(',')}]`;
    })
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The members of a collection: cut at the commas that are in no brackets. */
function members(text: string): string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    const letter = text[at];
    if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    else if ((letter === ',' && depth === 0) || letter === undefined) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return found;
}
