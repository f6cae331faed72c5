import type { KindCode, PlacesBuilder } from '../../model/places-builder.js';
import { alongCurve } from './esri-curves.js';

/** Geometry within geometry that is deeper than this nobody means. */
export const deepest = 32;

/** What each type of geometry is drawn as, by the numbers that WKB and FlatGeobuf share; 0 for those that depend on what is in them. */
const kinds: readonly KindCode[] = [0, 1, 2, 3, 1, 2, 3, 0, 2, 2, 3, 2, 3, 2, 3, 3, 3, 3];
export const kindOfType = (type: number): KindCode => kinds[type] ?? 0;

/** Ends a line, a ring or a point; forgets what is too short to be one. */
export function closePart(builder: PlacesBuilder, kind: KindCode): void {
  const { openPositions: open } = builder;
  const count = open.length / 2;
  if (count === 0) return;
  // One position is no line, and two are no area.
  if (count < kind) return builder.dropPart();
  const [x, y] = [open[0]!, open[1]!];
  if (kind === 3 && (x !== open.at(-2) || y !== open.at(-1))) builder.position(x, y);
  builder.endPart();
}

/** Ends a row: at its parts, or nowhere, where nothing of it can be drawn. */
export function closeRow(builder: PlacesBuilder, kind: KindCode, isSound: boolean): void {
  if (kind > 0 && builder.openParts > 0) return builder.endRow(kind);
  builder.dropRow();
  builder.nothing(isSound ? 'no-place' : 'bad-geometry');
}

/** Adds the positions x, y, x, y … of a line that runs along arcs: each second one lies on the arc between its neighbours. */
export function addArcs(builder: PlacesBuilder, positions: Float64Array): void {
  if (positions.length > 1) builder.position(positions[0]!, positions[1]!);
  for (let at = 2; at + 3 < positions.length; at += 4) {
    const arc = alongCurve([positions[at - 2]!, positions[at - 1]!], { c: [[positions[at + 2]!, positions[at + 3]!], [positions[at]!, positions[at + 1]!]] });
    for (const [x, y] of arc ?? []) builder.position(x, y);
  }
}
