import { all, first, textAt, type XmlElement } from './xml.js';

type Json = Record<string, unknown>;

const points = new Set(['rtept', 'trkseg', 'trkpt', 'link', 'url', 'extensions']);
/** Deeper than this, what a program adds of its own is left. */
const deepest = 8;

/** What a waypoint, a route or a track says, by column; extensions by their own names. */
export function gpxValues(element: XmlElement, kind: string): Json {
  const values = Object.create(null) as Json;
  const set = (name: string, value: string | undefined): void => {
    if (value && values[name] === undefined) values[name] = value;
  };
  for (const child of element.children) if (!points.has(child.name) && child.children.length === 0) set(child.name, child.text);
  set('kind', kind);
  set('link', first(element, 'link')?.attributes.get('href') ?? textAt(element, 'url'));
  const times = trackPoints(element).flatMap((point) => textAt(point, 'time') ?? []);
  set('start', times[0]);
  set('end', times.at(-1));
  addLeaves(first(element, 'extensions'), set, 0);
  return values;
}

function addLeaves(element: XmlElement | undefined, set: (name: string, value: string) => void, depth: number): void {
  for (const child of element?.children ?? []) {
    if (child.children.length === 0) set(child.name, child.text);
    else if (depth < deepest) addLeaves(child, set, depth + 1);
  }
}

const trackPoints = (element: XmlElement): readonly XmlElement[] => all(element, 'trkseg').flatMap((segment) => all(segment, 'trkpt'));

/** The place as GeoJSON has it: a point, a line, or a line with gaps. */
export function gpxGeometry(element: XmlElement): Json | null {
  if (element.name === 'wpt') return pointAt(position(element));
  const segments = element.name === 'rte' ? [all(element, 'rtept')] : all(element, 'trkseg').map((segment) => all(segment, 'trkpt'));
  const lines = segments.map((segment) => segment.map(position).filter((each) => each !== undefined));
  // A segment of one point is where a recorder was switched on.
  const drawn = lines.filter((line) => line.length > 1);
  if (drawn.length > 1) return { type: 'MultiLineString', coordinates: drawn };
  return drawn[0] ? { type: 'LineString', coordinates: drawn[0] } : pointAt(lines.flat()[0]);
}

const pointAt = (coordinates: readonly number[] | undefined): Json | null => (coordinates ? { type: 'Point', coordinates } : null);

function position({ attributes }: XmlElement): readonly [number, number] | undefined {
  const [lon, lat] = [attributes.get('lon'), attributes.get('lat')].map((text) => (text?.trim() ? Number(text.replace(',', '.')) : Number.NaN)) as [number, number];
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : undefined;
}
