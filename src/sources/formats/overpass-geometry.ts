export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nodes of an answer by their number, for ways that name them. */
export type Nodes = ReadonlyMap<unknown, Json>;

type Position = readonly [number, number];

/** Where an element is, as GeoJSON; `undefined` where the query did not ask for it (`out geom` and `out center` do). */
export function geometryOf(element: Json, nodes: Nodes): Json | undefined {
  const { type, center, tags } = element;
  const own = positionOf(element) ?? positionOf(center);
  if (type === 'node') return own && { type: 'Point', coordinates: own };
  const shape = type === 'relation' ? ofMembers(element, nodes) : ofLine(lineOf(element, nodes), isObject(tags) ? tags : {});
  return shape ?? (own && { type: 'Point', coordinates: own });
}

function positionOf(value: unknown): Position | undefined {
  const { lat, lon } = isObject(value) ? value : ({} as Json);
  return typeof lat === 'number' && typeof lon === 'number' ? [lon, lat] : undefined;
}

function lineOf({ geometry, nodes: refs }: Json, nodes: Nodes): readonly Position[] {
  const corners: readonly unknown[] = Array.isArray(geometry) ? geometry : Array.isArray(refs) ? refs.map((id) => nodes.get(id)) : [];
  return corners.map(positionOf).filter((position) => position !== undefined);
}

const isClosed = (line: readonly Position[]): boolean => line.length > 3 && line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];

/** A way that ends where it begins is an area, unless it is something that one goes along. */
function ofLine(line: readonly Position[], tags: Json): Json | undefined {
  if (line.length < 2) return undefined;
  const isArea = isClosed(line) && (tags['area'] === 'yes' || (tags['area'] !== 'no' && !['highway', 'barrier', 'railway', 'waterway', 'route'].some((key) => key in tags)));
  return isArea ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line };
}

/** The ways of a relation: an area where they close, lines where they do not. */
function ofMembers({ members, tags }: Json, nodes: Nodes): Json | undefined {
  const ways = (Array.isArray(members) ? members : []).filter((member): member is Json => isObject(member) && member['type'] === 'way').map((member) => ({ role: member['role'], line: lineOf(member, nodes) })).filter(({ line }) => line.length > 1);
  if (ways.length === 0) return undefined;
  const kind = isObject(tags) ? tags['type'] : undefined;
  const outer = rings(ways.filter(({ role }) => role !== 'inner').map(({ line }) => line));
  const inner = rings(ways.filter(({ role }) => role === 'inner').map(({ line }) => line));
  if ((kind === 'multipolygon' || kind === 'boundary') && outer.length > 0 && outer.every(isClosed)) {
    // Which hole is in which area makes no difference to what is drawn: even and odd do.
    return { type: 'MultiPolygon', coordinates: [[outer[0]!, ...inner.filter(isClosed)], ...outer.slice(1).map((ring) => [ring])] };
  }
  return { type: 'MultiLineString', coordinates: ways.map(({ line }) => line) };
}

/** Lines that meet at their ends, put together as far as that goes. */
function rings(lines: readonly (readonly Position[])[]): readonly (readonly Position[])[] {
  const open = [...lines];
  const done: (readonly Position[])[] = [];
  for (let line = open.pop(); line; line = open.pop()) {
    const end = line.at(-1)!;
    const at = isClosed(line) ? -1 : open.findIndex((other) => [other[0]!, other.at(-1)!].some(([x, y]) => x === end[0] && y === end[1]));
    if (at < 0) done.push(line);
    else {
      const [next] = open.splice(at, 1);
      const forward = next![0]![0] === end[0] && next![0]![1] === end[1] ? next! : [...next!].reverse();
      open.push([...line, ...forward.slice(1)]);
    }
  }
  return done;
}
