/** How many straight pieces stand for a curve: more than a map shows the corners of. */
const pieces = 24;

type Position = readonly [number, number];

/** The positions along a segment that is no straight line, from `start` to its end; `undefined` for what is none. */
export function alongCurve(start: Position, segment: Readonly<Record<string, unknown>>): readonly Position[] | undefined {
  const [end, ...others] = listIn(segment['c'] ?? segment['b'] ?? segment['a']);
  if (!end) return undefined;
  if (segment['c']) return others[0] ? throughThree(start, others[0], end) : [end];
  if (segment['b']) return others.length > 1 ? bezier(start, others[0]!, others[1]!, end) : [end];
  const [, , isMinor, isClockwise] = segment['a'] as unknown[];
  return others[0] ? around(others[0], start, end, sweep(others[0], start, end, Boolean(isMinor), Boolean(isClockwise))) : [end];
}

const listIn = (value: unknown): Position[] => (Array.isArray(value) ? value.filter((each): each is Position => Array.isArray(each) && typeof each[0] === 'number' && typeof each[1] === 'number') : []);

function bezier(a: Position, b: Position, c: Position, d: Position): Position[] {
  return Array.from({ length: pieces }, (_, i) => {
    const t = (i + 1) / pieces;
    const u = 1 - t;
    const at = (k: 0 | 1): number => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k];
    return [at(0), at(1)];
  });
}

/** The circle through three positions; straight where they are in line. */
function throughThree(a: Position, b: Position, c: Position): Position[] {
  // Measured from the first, for coordinates in metres are large and their squares lose digits.
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const twice = 2 * (bx * cy - by * cx);
  if (Math.abs(twice) < 1e-12 * (bx * bx + by * by + cx * cx + cy * cy)) return [b, c];
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  const centre: Position = [a[0] + (cy * bb - by * cc) / twice, a[1] + (bx * cc - cx * bb) / twice];
  return around(centre, a, c, turn(centre, a, c, twice < 0));
}

const angle = (centre: Position, [x, y]: Position): number => Math.atan2(y - centre[1], x - centre[0]);

/** How far it is from one position to another around a centre, one way or the other. */
function turn(centre: Position, from: Position, to: Position, isClockwise: boolean): number {
  const all = 2 * Math.PI;
  const left = (((angle(centre, to) - angle(centre, from)) % all) + all) % all || all;
  return isClockwise ? left - all || -all : left;
}

/** An arc that ends where it begins is a circle. */
function sweep(centre: Position, from: Position, to: Position, isMinor: boolean, isClockwise: boolean): number {
  const found = turn(centre, from, to, isClockwise);
  const isWhole = from[0] === to[0] && from[1] === to[1];
  return isMinor && !isWhole && Math.abs(found) > Math.PI ? found - Math.sign(found) * 2 * Math.PI : found;
}

function around(centre: Position, from: Position, to: Position, by: number): Position[] {
  const [radius, first] = [Math.hypot(from[0] - centre[0], from[1] - centre[1]), angle(centre, from)];
  const arc = Array.from({ length: pieces }, (_, i): Position => {
    const at = first + (by * (i + 1)) / pieces;
    return [centre[0] + radius * Math.cos(at), centre[1] + radius * Math.sin(at)];
  });
  return [...arc.slice(0, -1), to];
}
