import { alongCurve } from './esri-curves.js';
import type { XmlElement } from './xml.js';
import type { Position } from './gml-positions.js';

type Pair = readonly [number, number];

/** Segments that are no straight lines. Splines are drawn through what holds them up, as what they compute depends on more. */
const arcs = /^(Arc|ArcString|Circle)$/;
const around = /^(Arc|Circle)ByCenterPoint$/;
/** Metres of the units that radii come in; of others a radius is in that of the grid. */
const metres: readonly (readonly [unit: RegExp, length: number])[] = [[/^(m|metre|meter|.*#m|.*:9001)$/i, 1], [/^km$/i, 1000], [/^(nm|\[nmi_i\]|nmi_i|nautical_?miles?)$/i, 1852], [/^(ft|\[ft_i\]|ft_i|foot|feet)$/i, 0.3048]];
const metresOfDegree = 111_320;
const pieces = 64;

export const isCurved = ({ name }: XmlElement): boolean => arcs.test(name) || around.test(name);

/** The positions along a segment between or around those that it gives; as written, where they say too little. */
export function alongSegment(element: XmlElement, given: readonly Position[], isNorthFirst: boolean): readonly Position[] {
  const pairs = given.filter((position): position is Pair => position[0] !== null && position[1] !== null);
  if (around.test(element.name)) return pairs[0] ? aroundCentre(element, pairs[0], isNorthFirst) : given;
  if (pairs.length < 3 || pairs.length !== given.length) return given;
  const along: Pair[] = [pairs[0]!];
  for (let at = 2; at < pairs.length; at += 2) along.push(...(alongCurve(pairs[at - 2]!, { c: [pairs[at], pairs[at - 1]] }) ?? [pairs[at]!]));
  // The three positions of a circle lie anywhere on it.
  if (element.name === 'Circle') along.push(...(alongCurve(pairs[2]!, { c: [pairs[0], beyond(pairs, along)] }) ?? [pairs[0]!]));
  return along;
}

/** A position on the circle between its third and its first: what lies opposite the middle of the way that was made. */
function beyond([a, , c]: readonly Pair[], along: readonly Pair[]): Pair {
  const middle = along[along.length >> 1]!;
  const [x, y] = centreOf(a!, middle, c!);
  return [2 * x - middle[0], 2 * y - middle[1]];
}

function centreOf(a: Pair, b: Pair, c: Pair): Pair {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const twice = 2 * (bx * cy - by * cx) || 1;
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return [a[0] + (cy * bb - by * cc) / twice, a[1] + (bx * cc - cx * bb) / twice];
}

function aroundCentre({ name, children }: XmlElement, centre: Pair, isNorthFirst: boolean): Position[] {
  const said = children.find((child) => child.name === 'radius');
  const number = (wanted: string, otherwise: number): number => Number(children.find((child) => child.name === wanted)?.text || otherwise);
  const unit = metres.find(([sign]) => sign.test(said?.attributes.get('uom') ?? ''))?.[1];
  const radius = Number(said?.text) * (unit ?? 1);
  if (!(radius > 0)) return [centre];
  const isDegrees = Math.abs(centre[0]) <= 180 && Math.abs(centre[1]) <= 180;
  const [first, second] = isNorthFirst ? [1, 0] : [0, 1];
  const lat = centre[second as 0 | 1];
  // Metres around a place that is in degrees.
  const scale = unit && isDegrees ? [1 / (metresOfDegree * Math.max(0.01, Math.cos((lat * Math.PI) / 180))), 1 / metresOfDegree] : [1, 1];
  const [from, to] = name.startsWith('Arc') ? [number('startAngle', 0), number('endAngle', 360)] : [0, 360];
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / pieces) * Math.PI) / 180;
    const position: [number, number] = [centre[0], centre[1]];
    position[first as 0 | 1] += radius * scale[0]! * Math.cos(angle);
    position[second as 0 | 1] += radius * scale[1]! * Math.sin(angle);
    return position;
  });
}
