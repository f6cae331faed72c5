/** Degrees; the longitude may run on beyond 180. */
export type Position = readonly [longitude: number, latitude: number];

const short = (degrees: number): number => Number(degrees.toFixed(7));

/** The copies of the world that a line or ring touches. */
function copies(positions: readonly Position[]): number[] {
  let [west, east] = [Infinity, -Infinity];
  for (const [longitude] of positions) [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
  const found: number[] = [];
  for (let copy = Math.floor((west + 180) / 360); copy * 360 - 180 < east || found.length === 0; copy += 1) found.push(copy);
  return found;
}

const isPlain = (positions: readonly Position[]): boolean => positions.every(([longitude]) => longitude >= -180 && longitude <= 180);

/** Where the way from one position to another crosses a meridian. */
const crossing = ([x1, y1]: Position, [x2, y2]: Position, meridian: number): Position => [meridian, short(y1 + ((y2 - y1) * (meridian - x1)) / (x2 - x1))];

const moved = (positions: readonly Position[], copy: number): Position[] => positions.map(([longitude, latitude]) => [short(longitude - 360 * copy), latitude]);

/** A line in the pieces that lie between -180° and 180°, as RFC 7946 (3.1.9) wants it. */
export function cutLine(line: Position[]): Position[][] {
  if (isPlain(line)) return [line];
  return copies(line).flatMap((copy) => {
    const [west, east] = [copy * 360 - 180, copy * 360 + 180];
    const pieces: Position[][] = [];
    let piece: Position[] = [];
    for (const [i, to] of line.entries()) {
      const from = line[i - 1];
      const wasInside = from && from[0] >= west && from[0] <= east;
      const isInside = to[0] >= west && to[0] <= east;
      if (from && isInside && !wasInside) piece = [crossing(from, to, from[0] < west ? west : east)];
      if (isInside) piece.push(to);
      if (wasInside && !isInside) {
        piece.push(crossing(from, to, to[0] < west ? west : east));
        pieces.push(piece);
        piece = [];
      }
    }
    return [...pieces, piece].filter((each) => each.length > 1).map((each) => moved(each, copy));
  });
}

/** A ring in such pieces, each of which is a ring again. */
export function cutRing(ring: Position[]): Position[][] {
  if (isPlain(ring)) return [ring];
  return copies(ring).map((copy) => moved(side(side(ring, copy * 360 - 180, 1), copy * 360 + 180, -1), copy));
}

/** What of a ring lies east (1) or west (-1) of a meridian. */
function side(ring: readonly Position[], meridian: number, which: 1 | -1): Position[] {
  const kept: Position[] = [];
  const isInside = ([longitude]: Position): boolean => (longitude - meridian) * which >= 0;
  for (const [i, to] of ring.entries()) {
    const from = ring[i - 1];
    if (from && isInside(from) !== isInside(to)) kept.push(crossing(from, to, meridian));
    if (isInside(to)) kept.push(to);
  }
  const [first, last] = [kept[0], kept.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) kept.push(first);
  return kept;
}
