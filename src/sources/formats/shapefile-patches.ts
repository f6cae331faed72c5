import type { PlacesBuilder } from '../../model/places-builder.js';

/** How the positions of a part of a multipatch belong together, as Esri numbers it; what is greater is a ring of some kind. */
const [strip, fan] = [0, 1];

/**
 * Adds the surfaces of a multipatch (type 31 of Esri's description of 1998), seen from above: rings, and triangles that share
 * their sides. How many positions there are; `undefined` where the record is too short for them.
 */
export function addPatches(builder: PlacesBuilder, view: DataView, at: number, length: number, ordinate: (view: DataView, at: number) => number): number | undefined {
  if (length < 44) return undefined;
  const [parts, count] = [view.getUint32(at + 36, true), view.getUint32(at + 40, true)];
  const points = 44 + parts * 8;
  if (points + count * 16 > length) return undefined;
  const position = (i: number): void => builder.position(ordinate(view, at + points + i * 16), ordinate(view, at + points + i * 16 + 8));
  const ring = (positions: readonly number[]): void => {
    for (const i of positions) position(i);
    const { openPositions } = builder;
    const [x, y] = [openPositions[0]!, openPositions[1]!];
    if (positions.length < 3) return builder.dropPart();
    if (x !== openPositions.at(-2) || y !== openPositions.at(-1)) builder.position(x, y);
    builder.endPart();
  };
  for (let part = 0; part < parts; part += 1) {
    const from = view.getUint32(at + 44 + part * 4, true);
    const to = part + 1 < parts ? view.getUint32(at + 48 + part * 4, true) : count;
    if (from > to || to > count) return undefined;
    const kind = view.getUint32(at + 44 + parts * 4 + part * 4, true);
    if (kind > fan) ring(Array.from({ length: to - from }, (_, i) => from + i));
    else for (let i = from + 2; i < to; i += 1) ring(kind === strip ? [i - 2, i - 1, i] : [from, i - 1, i]);
  }
  return count;
}
