import type { KindCode, PlacesBuilder } from '../../model/places-builder.js';
import { fieldAt, followed, vectorAt } from './flatgeobuf-buffer.js';
import { addArcs, closePart, closeRow, deepest, kindOfType } from './wkb-parts.js';

/** The fields of a geometry, in the order of FlatGeobuf's schema. */
const [ends, xy, ownType, parts] = [0, 1, 6, 7];

/** Adds a row at the geometry at `table`, of the type that the file says for all, or 0 where each has its own. Throws `RangeError`. */
export function addFlatGeometry(builder: PlacesBuilder, view: DataView, table: number, typeOfAll: number): void {
  const type = typeOfAll || typeAt(view, table);
  if (type === 1) {
    const { start, length } = vectorAt(view, fieldAt(view, table, xy), 8);
    return length < 2 ? builder.nothing('no-place') : builder.point(view.getFloat64(start, true), view.getFloat64(start + 8, true));
  }
  const kind = kindOfType(type) || bestKind(view, table, 0);
  take(builder, view, table, type, kind, 0, 0);
  closeRow(builder, kind, type > 0 && type <= 17);
}

const typeAt = (view: DataView, table: number): number => {
  const at = fieldAt(view, table, ownType);
  return at === 0 ? 0 : view.getUint8(at);
};

/** Of a collection, what shows most. */
function bestKind(view: DataView, table: number, depth: number): KindCode {
  if (depth > deepest) throw new RangeError('This geometry is too deep.');
  const type = typeAt(view, table);
  let best = kindOfType(type);
  if (type === 7) for (const member of membersOf(view, table)) best = Math.max(best, bestKind(view, member, depth + 1)) as KindCode;
  return best;
}

function* membersOf(view: DataView, table: number): Generator<number, void> {
  const { start, length } = vectorAt(view, fieldAt(view, table, parts), 4);
  for (let i = 0; i < length; i += 1) yield followed(view, start + i * 4);
}

/** Takes what is drawn as `wanted`. Within a curve (9) pieces belong to one part, within an area of curves (10) each is a ring. */
function take(builder: PlacesBuilder, view: DataView, table: number, type: number, wanted: KindCode, within: number, depth: number): void {
  if (depth > deepest) throw new RangeError('This geometry is too deep.');
  const kind = within ? wanted : kindOfType(type);
  if (type === 7) {
    for (const member of membersOf(view, table)) take(builder, view, member, typeAt(view, member), wanted, 0, depth + 1);
  } else if (kind !== wanted) return;
  else if (type === 6 || type > 8) {
    const inside = type === 9 || type === 10 ? type : 0;
    // A part need not repeat what its whole says: several areas, and surfaces of areas or triangles.
    const said = type === 6 || type === 15 ? 3 : type === 16 ? 17 : 0;
    // Triangles may be rings of one list instead.
    if (type === 17 || (type === 16 && fieldAt(view, table, parts) === 0)) takeParts(builder, view, table, 3, kind, within);
    else for (const member of membersOf(view, table)) take(builder, view, member, said || typeAt(view, member) || 2, wanted, inside, depth + 1);
    if (type === 9 && within !== 9) closePart(builder, kind);
  } else takeParts(builder, view, table, type, kind, within);
}

function takeParts(builder: PlacesBuilder, view: DataView, table: number, type: number, kind: KindCode, within: number): void {
  const positions = vectorAt(view, fieldAt(view, table, xy), 8);
  const count = positions.length >> 1;
  const limits = vectorAt(view, fieldAt(view, table, ends), 4);
  const partCount = type === 1 || type === 4 ? count : type === 3 || type === 5 ? Math.max(1, limits.length) : 1;
  let from = 0;
  for (let part = 0; part < partCount; part += 1) {
    const to = type === 1 || type === 4 ? part + 1 : partCount > 1 ? view.getUint32(limits.start + part * 4, true) : count;
    if (to < from || to > count) throw new RangeError('A part ends beyond its geometry.');
    const start = positions.start + from * 16;
    if (type === 8) addArcs(builder, Float64Array.from({ length: (to - from) * 2 }, (_, i) => view.getFloat64(start + i * 8, true)));
    else for (let i = 0; i < to - from; i += 1) builder.position(view.getFloat64(start + i * 16, true), view.getFloat64(start + i * 16 + 8, true));
    if (within !== 9) closePart(builder, kind);
    from = to;
  }
}
