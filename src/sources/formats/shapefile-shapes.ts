import type { PlacesBuilder } from '../../model/places-builder.js';
import { addPatches } from './shapefile-patches.js';

/** The geometry of a layer: where each record is in the bytes. */
export interface ShapeRecords {
  readonly view: DataView;
  /** Where the geometry of each record begins, behind the head of the record; 0 where it has none. */
  readonly starts: Uint32Array;
  /** How many bytes it has. */
  readonly lengths: Uint32Array;
}

/** Whether a file is the .shp of a shapefile: its code, and a version that never changed. */
export const isShp = (head: Uint8Array): boolean => head[0] === 0 && head[1] === 0 && head[2] === 0x27 && head[3] === 0x0a && head[28] === 0xe8 && head[29] === 0x03;

/** Where the records are: as the index says, which knows of gaps, or else one behind the other. */
export function shapeRecords(bytes: Uint8Array, index: Uint8Array | undefined): ShapeRecords {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (index && isShp(index) && indexed(view, index)) || following(view);
}

/** `undefined` where the index does not fit the file. */
function indexed(view: DataView, index: Uint8Array): ShapeRecords | undefined {
  const entries = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const count = Math.floor((index.length - 100) / 8);
  const [starts, lengths] = [new Uint32Array(Math.max(0, count)), new Uint32Array(Math.max(0, count))];
  for (let record = 0; record < count; record += 1) {
    const start = entries.getUint32(100 + record * 8) * 2;
    if (start < 100 || start + 8 > view.byteLength) continue;
    // Most programs agree with the index; where they do not, the record itself knows better how long it is.
    const length = view.getUint32(start + 4) * 2;
    starts[record] = start + 8;
    lengths[record] = Math.min(length, view.byteLength - start - 8);
  }
  const sound = starts.reduce((sum, start) => sum + Number(start > 0), 0);
  return sound > 0 && sound * 2 > count ? { view, starts, lengths } : undefined;
}

function following(view: DataView): ShapeRecords {
  const [starts, lengths]: [number[], number[]] = [[], []];
  for (let at = 100; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4) * 2;
    starts.push(at + 8);
    lengths.push(Math.min(length, view.byteLength - at - 8));
    at += 8 + length;
  }
  return { view, starts: Uint32Array.from(starts), lengths: Uint32Array.from(lengths) };
}

/** What is written where a coordinate is not known. */
const unknown = -1e38;

/** Adds the place of a record. Heights and measures stand behind the positions, and are left there. */
export function addShape(builder: PlacesBuilder, { view, starts, lengths }: ShapeRecords, record: number): void {
  const at = starts[record] ?? 0;
  const length = lengths[record] ?? 0;
  const kind = at > 0 && length >= 4 ? view.getInt32(at, true) % 10 : 0;
  if (at === 0 || length < 4) return builder.nothing(at === 0 ? 'no-place' : 'bad-geometry');
  if (view.getInt32(at, true) === 0) return builder.nothing('no-place');
  const isPatches = view.getInt32(at, true) === 31;
  if (![1, 3, 5, 8].includes(kind)) return builder.nothing('bad-geometry');
  if (kind === 1 && !isPatches) return length < 20 ? builder.nothing('bad-geometry') : builder.point(ordinate(view, at + 4), ordinate(view, at + 12));
  const added = isPatches ? addPatches(builder, view, at, length, ordinate) : kind === 8 ? addPoints(builder, view, at, length) : addParts(builder, view, at, length, kind === 5);
  if (added !== undefined && builder.openParts > 0) return builder.endRow(kind === 8 ? 1 : kind === 3 ? 2 : 3);
  builder.dropRow();
  builder.nothing(added === 0 ? 'no-place' : 'bad-geometry');
}

function ordinate(view: DataView, at: number): number {
  const value = view.getFloat64(at, true);
  return value > unknown ? value : Number.NaN;
}

/** How many positions there are; `undefined` where the record is too short for them. */
function addPoints(builder: PlacesBuilder, view: DataView, at: number, length: number): number | undefined {
  const count = length < 40 ? Number.NaN : view.getUint32(at + 36, true);
  if (!(40 + count * 16 <= length)) return undefined;
  for (let i = 0; i < count; i += 1) {
    builder.position(ordinate(view, at + 40 + i * 16), ordinate(view, at + 48 + i * 16));
    builder.endPart();
  }
  return count;
}

/** The same of lines or rings. Which way a ring turns does not matter: areas are filled even-odd. */
function addParts(builder: PlacesBuilder, view: DataView, at: number, length: number, rings: boolean): number | undefined {
  if (length < 44) return undefined;
  const [parts, count] = [view.getUint32(at + 36, true), view.getUint32(at + 40, true)];
  const points = 44 + parts * 4;
  if (points + count * 16 > length) return undefined;
  for (let part = 0; part < parts; part += 1) {
    const from = view.getUint32(at + 44 + part * 4, true);
    const to = part + 1 < parts ? view.getUint32(at + 48 + part * 4, true) : count;
    if (from > to || to > count) return undefined;
    for (let i = from; i < to; i += 1) builder.position(ordinate(view, at + points + i * 16), ordinate(view, at + points + i * 16 + 8));
    const { openPositions } = builder;
    const [x, y] = [openPositions[0], openPositions[1]];
    // One position is no line, and two are no area.
    if (to - from < (rings ? 3 : 2)) builder.dropPart();
    else {
      if (rings && (x !== openPositions.at(-2) || y !== openPositions.at(-1))) builder.position(x!, y!);
      builder.endPart();
    }
  }
  return count;
}
