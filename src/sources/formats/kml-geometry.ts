import { all, first, textAt, type XmlElement } from './xml.js';

type Position = readonly (number | null)[];
type Json = Readonly<Record<string, unknown>>;

/** Deeper than this nobody nests collections. */
const deepest = 20;

/** The geometry of a placemark as GeoJSON has it; `undefined` if it has none, or nothing but empty ones. */
export function kmlGeometry(element: XmlElement, depth = 0): Json | undefined {
  const found: Json[] = depth > deepest ? [] : element.children.map((child) => one(child, depth)).filter((each) => each !== undefined);
  return found.length > 1 ? { type: 'GeometryCollection', geometries: found } : found[0];
}

function one(element: XmlElement, depth: number): Json | undefined {
  switch (element.name) {
    case 'Point': return point(positions(textAt(element, 'coordinates')));
    case 'LineString': case 'LinearRing': return line(positions(textAt(element, 'coordinates')));
    case 'Polygon': return polygon(element);
    case 'Track': return line(all(element, 'coord').flatMap(({ text }) => trackPosition(text)));
    case 'Model': return model(first(element, 'Location'));
    case 'MultiGeometry': case 'MultiTrack': return collected(element, depth);
    default: return undefined;
  }
}

/** Lines of one track belong together, as do the parts of a country. */
function collected(element: XmlElement, depth: number): Json | undefined {
  const geometry = kmlGeometry(element, depth + 1);
  const members = geometry?.['type'] === 'GeometryCollection' ? (geometry['geometries'] as Json[]) : [];
  const type = members[0]?.['type'];
  if (!members.every((each) => each['type'] === type) || !/^(Point|LineString|Polygon)$/.test(String(type))) return geometry;
  return { type: `Multi${String(type)}`, coordinates: members.map((each) => each['coordinates']) };
}

const point = ([position]: readonly Position[]): Json | undefined => (position ? { type: 'Point', coordinates: position } : undefined);

/** A line that never left its place is a point. */
function line(found: readonly Position[]): Json | undefined {
  return found.length > 1 ? { type: 'LineString', coordinates: found } : point(found);
}

function polygon(element: XmlElement): Json | undefined {
  const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((name) => all(element, name).flatMap((boundary) => all(boundary, 'LinearRing')));
  const coordinates = rings.map((ring) => positions(textAt(ring, 'coordinates'))).filter((ring) => ring.length > 0);
  return coordinates.length > 0 ? { type: 'Polygon', coordinates } : undefined;
}

function model(location: XmlElement | undefined): Json | undefined {
  const [lon, lat] = [Number(textAt(location, 'longitude')), Number(textAt(location, 'latitude'))];
  return Number.isNaN(lon) || Number.isNaN(lat) ? undefined : { type: 'Point', coordinates: [lon, lat] };
}

/** The area that a picture on the ground covers: a box, which may be turned around its middle, or four corners. */
export function overlayGeometry(element: XmlElement): Json | undefined {
  const quad = positions(textAt(first(element, 'LatLonQuad'), 'coordinates'));
  if (quad.length === 4) return { type: 'Polygon', coordinates: [[...quad, quad[0]]] };
  const box = first(element, 'LatLonBox');
  const [north, south, east, west, turned] = ['north', 'south', 'east', 'west', 'rotation'].map((name) => Number(textAt(box, name) ?? (name === 'rotation' ? 0 : Number.NaN))) as [number, number, number, number, number];
  if (!box || [north, south, east, west].some(Number.isNaN)) return undefined;
  const [x, y] = [(east + west) / 2, (north + south) / 2];
  const [sine, cosine] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)];
  // Degrees of longitude are shorter than those of latitude, the more so the farther north.
  const scale = Math.cos((y * Math.PI) / 180);
  const corner = (lon: number, lat: number): Position => {
    const [dx, dy] = [(lon - x) * scale, lat - y];
    return turned ? [x + (dx * cosine - dy * sine) / scale, y + dx * sine + dy * cosine] : [lon, lat];
  };
  return { type: 'Polygon', coordinates: [[corner(west, south), corner(east, south), corner(east, north), corner(west, north), corner(west, south)]] };
}

/** `lon,lat,height` with blanks between positions, and, as many write it, behind commas as well. What is no number is null. */
function positions(text: string | undefined): Position[] {
  const found: number[][] = [];
  let joined = false;
  for (const [token] of (text ?? '').matchAll(/[^\s,]+|,/g)) {
    if (token === ',') joined = true;
    else {
      if (joined) found.at(-1)?.push(Number(token));
      else found.push([Number(token)]);
      joined = false;
    }
  }
  return found.map((position) => [0, 1].map((i) => (Number.isFinite(position[i]) ? position[i]! : null)));
}

/** Positions of tracks have blanks between their numbers; those that say nothing are left out. */
function trackPosition(text: string): Position[] {
  const [lon, lat] = text.split(/[\s,]+/).map(Number);
  return Number.isFinite(lon) && Number.isFinite(lat) ? [[lon!, lat!]] : [];
}
