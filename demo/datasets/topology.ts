import type { Topology } from 'topojson-specification';

type Position = readonly [longitude: number, latitude: number];

interface Feature {
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** The arcs of a quantised topology as coordinates: each position is stored as its step from the one before. */
function arcs({ arcs: stored, transform }: Topology): Position[][] {
  return stored.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]): Position => {
      if (!transform) return [dx, dy];
      x += dx;
      y += dy;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
}

/** The geometries of one object of a TopoJSON file as GeoJSON has them, each with its id. */
export function features(topology: Topology, object: string): Feature[] {
  const lines = arcs(topology);
  // A negative index is the arc run backwards; where arcs meet, they share a position.
  const join = (indexes: readonly number[]): Position[] =>
    indexes.flatMap((index, i) => {
      const line = index < 0 ? [...lines[~index]!].reverse() : lines[index]!;
      return i === 0 ? line : line.slice(1);
    });
  const geometry = (shape: Topology['objects'][string]): Feature['geometry'] => {
    switch (shape.type) {
      case 'LineString': return { type: shape.type, coordinates: join(shape.arcs) };
      case 'Polygon': return { type: shape.type, coordinates: shape.arcs.map(join) };
      case 'MultiPolygon': return { type: shape.type, coordinates: shape.arcs.map((rings) => rings.map(join)) };
      default: throw new Error(`The topology holds a ${shape.type}, which the demo does not expect.`);
    }
  };
  const found = topology.objects[object];
  if (found?.type !== 'GeometryCollection') throw new Error(`The topology has no collection “${object}”.`);
  return found.geometries.map((shape) => ({ id: String(shape.id), geometry: geometry(shape) }));
}
