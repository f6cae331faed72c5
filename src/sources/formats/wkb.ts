import type { KindCode, PlacesBuilder } from '../../model/places-builder.js';
import { addArcs, closePart, closeRow, deepest, kindOfType } from './wkb-parts.js';

/** Where in the bytes the reading is. */
interface Reader {
  readonly view: DataView;
  at: number;
}

interface Head {
  readonly type: number;
  readonly little: boolean;
  /** Bytes of a position: heights and measures are left there. */
  readonly step: number;
}

/**
 * Adds a row at a geometry in well-known binary, as ISO 13249-3, OGC 06-103r4 and PostGIS (EWKB) write it, in either
 * order of bytes; of a collection those of its members that show most. What is broken is noted.
 */
export function addWkb(builder: PlacesBuilder, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const reader = { view, at: 0 };
    const { type, little } = headOf(reader);
    if (type === 1) return builder.point(view.getFloat64(reader.at, little), view.getFloat64(reader.at + 8, little));
    const kind = kindOfType(type) || take({ view, at: 0 }, undefined, 0, 0, 0);
    take({ view, at: 0 }, builder, kind, 0, 0);
    closeRow(builder, kind, true);
  } catch (error) {
    // Beyond the end there is nothing to read.
    if (!(error instanceof RangeError)) throw error;
    closeRow(builder, 0, false);
  }
}

/** The number of the grid that EWKB may name. */
export function sridOfWkb(bytes: Uint8Array): number | undefined {
  if (bytes.length < 9) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint8(0) === 1;
  return view.getUint32(1, little) & 0x20000000 ? view.getUint32(5, little) || undefined : undefined;
}

function headOf(reader: Reader): Head {
  const { view } = reader;
  const order = view.getUint8(reader.at);
  if (order > 1) throw new RangeError('This is no order of bytes.');
  const little = order === 1;
  const code = view.getUint32(reader.at + 1, little);
  reader.at += code & 0x20000000 ? 9 : 5;
  const plain = code & 0xfffffff;
  const type = plain % 1000;
  const more = Math.floor(plain / 1000);
  if (more > 3 || type === 0 || type > 17) throw new RangeError('There is no geometry of this type.');
  const z = more === 1 || more === 3 || (code & 0x80000000) !== 0;
  const m = more === 2 || more === 3 || (code & 0x40000000) !== 0;
  return { type, little, step: 8 * (2 + Number(z) + Number(m)) };
}

/**
 * Reads past one geometry, and takes what is drawn as `wanted`; without a builder it finds what that should be. Within a
 * curve (9) pieces belong to one part, within an area of curves (10) each is a ring.
 */
function take(reader: Reader, builder: PlacesBuilder | undefined, wanted: KindCode, within: number, depth: number): KindCode {
  if (depth > deepest) throw new RangeError('This geometry is too deep.');
  const head = headOf(reader);
  const { type } = head;
  const kind = within ? wanted : kindOfType(type);
  const into = kind === wanted ? builder : undefined;
  if (type === 1) takePositions(reader, head, 1, into);
  else if (type === 2 || type === 8) takePositions(reader, head, count(reader, head, head.step), into);
  else if (type === 3 || type === 17) {
    for (let rings = count(reader, head, 4); rings > 0; rings -= 1) {
      takePositions(reader, head, count(reader, head, head.step), into);
      if (into) closePart(into, kind);
    }
    return kind;
  } else {
    let best: KindCode = kind;
    const inside = type === 9 || type === 10 ? type : 0;
    for (let members = count(reader, head, 5); members > 0; members -= 1) {
      const found = take(reader, type === 7 ? builder : into, wanted, inside, depth + 1);
      if (type === 7 && found > best) best = found;
    }
    if (type === 9 && into && within !== 9) closePart(into, kind);
    return best;
  }
  if (into && within !== 9) closePart(into, kind);
  return kind;
}

/** How many there are of what takes at least `size` bytes each: a file may claim more than it has. */
function count(reader: Reader, { little }: Head, size: number): number {
  const found = reader.view.getUint32(reader.at, little);
  reader.at += 4;
  if (found * size > reader.view.byteLength - reader.at) throw new RangeError('There are fewer bytes than these positions take.');
  return found;
}

function takePositions(reader: Reader, { type, little, step }: Head, positions: number, builder: PlacesBuilder | undefined): void {
  const { view, at } = reader;
  reader.at = at + positions * step;
  if (reader.at > view.byteLength) throw new RangeError('There are fewer bytes than this position takes.');
  if (!builder) return;
  if (type === 8) return addArcs(builder, Float64Array.from({ length: positions * 2 }, (_, i) => view.getFloat64(at + (i >> 1) * step + (i & 1) * 8, little)));
  for (let each = at; each < reader.at; each += step) {
    const x = view.getFloat64(each, little);
    // An empty point among several has no numbers.
    if (type !== 1 || !Number.isNaN(x)) builder.position(x, view.getFloat64(each + 8, little));
  }
}
