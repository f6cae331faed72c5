import { all, first, type XmlElement } from './xml.js';
import { dimensionOf, positionsIn, type Position, type PositionContext } from './gml-positions.js';

type Json = Readonly<Record<string, unknown>>;

const lines = new Set(['LineString', 'Curve', 'CompositeCurve', 'OrientableCurve', 'LinearRing', 'Ring']);
const areas = new Set(['Polygon', 'PolygonPatch', 'Triangle', 'Rectangle']);
const collections = new Set([
  'Surface', 'CompositeSurface', 'OrientableSurface', 'PolyhedralSurface', 'TriangulatedSurface', 'Tin', 'Shell', 'Solid', 'CompositeSolid',
  'MultiPoint', 'MultiLineString', 'MultiCurve', 'MultiPolygon', 'MultiSurface', 'MultiSolid', 'MultiGeometry', 'GeometricComplex', 'MultiPointPropertyType',
]);
/** Deeper than any collection of collections. */
const deepest = 40;

/** Whether an element is a geometry of GML 2, 3.1 or 3.2. */
export const isGmlGeometry = ({ name }: XmlElement): boolean => name === 'Point' || lines.has(name) || areas.has(name) || collections.has(name);

interface Parts {
  readonly points: Position[];
  readonly lines: Position[][];
  readonly areas: Position[][][];
}

/** A geometry as GeoJSON has it, with the numbers in the order in which they are written; `undefined` for an empty one. */
export function gmlGeometry(element: XmlElement, context: PositionContext): Json | undefined {
  const parts: Parts = { points: [], lines: [], areas: [] };
  collect(element, context, parts, 0);
  // What is drawn is what shows most: areas, then lines, then points.
  if (parts.areas.length > 0) return parts.areas.length === 1 ? { type: 'Polygon', coordinates: parts.areas[0] } : { type: 'MultiPolygon', coordinates: parts.areas };
  if (parts.lines.length > 0) return parts.lines.length === 1 ? { type: 'LineString', coordinates: parts.lines[0] } : { type: 'MultiLineString', coordinates: parts.lines };
  if (parts.points.length > 0) return parts.points.length === 1 ? { type: 'Point', coordinates: parts.points[0] } : { type: 'MultiPoint', coordinates: parts.points };
  return undefined;
}

function collect(element: XmlElement, around: PositionContext, parts: Parts, depth: number): void {
  if (depth > deepest) return;
  const context = { ...around, dimension: dimensionOf(element) ?? around.dimension };
  if (element.name === 'Point') {
    const [position] = positionsIn(element, context);
    if (position) parts.points.push(position);
  } else if (lines.has(element.name)) {
    const line = positionsIn(element, context);
    if (line.length > 0) parts.lines.push(line);
  } else if (areas.has(element.name)) {
    const outer = first(element, 'exterior', 'outerBoundaryIs');
    const rings = [...(outer ? [outer] : []), ...all(element, 'interior'), ...all(element, 'innerBoundaryIs')].map((ring) => positionsIn(ring, context));
    if (rings[0] && rings[0].length > 0) parts.areas.push(rings.filter((ring) => ring.length > 0));
  } else {
    for (const child of element.children) collect(child, context, parts, depth + 1);
    // What several things share stands in one of them, and the others refer to it.
    const shared = element.children.length === 0 ? around.find?.(element.attributes.get('href') ?? '') : undefined;
    if (shared) collect(shared, { ...context, find: undefined }, parts, depth + 1);
  }
}

/** What `#id` refers to within a feature. */
export function referred(feature: XmlElement): (href: string) => XmlElement | undefined {
  let known: Map<string, XmlElement> | undefined;
  const index = (element: XmlElement, depth: number): void => {
    const id = element.attributes.get('id');
    if (id !== undefined) known!.set(`#${id}`, element);
    if (depth < deepest) for (const child of element.children) index(child, depth + 1);
  };
  return (href) => {
    if (!href.startsWith('#')) return undefined;
    if (!known) {
      known = new Map();
      index(feature, 0);
    }
    return known.get(href);
  };
}

/** The grid that a geometry names, or the first of those within it that does. */
export function gridOf(element: XmlElement, depth = 0): string | undefined {
  const said = element.attributes.get('srsName')?.trim();
  if (said) return said;
  if (depth > deepest || element.name === 'posList' || element.name === 'pos') return undefined;
  for (const child of element.children) {
    const found = gridOf(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}
