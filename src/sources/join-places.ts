import type { Places, Shapes } from '../model/dataset.js';
import { boundsOf } from '../model/places-bounds.js';
import { extremes } from '../model/places-shapes.js';
import { kindNames, pointAt } from '../model/place-kinds.js';

/** In place of the number of a code: the row names none that has a place. */
export const nowhere = -1;

/**
 * The places of rows that name shapes: `codes` says which code each row has, `shapesOf` which shapes have that code. What
 * has one code in several pieces becomes one; what several rows name is kept once and shared. `undefined` where no row has a place. Yields so that its
 * caller may pause.
 */
export function* joinedPlaces(codes: Int32Array, shapesOf: readonly (readonly number[])[], from: Places): Generator<void, Places | undefined> {
  const located = codes.reduce((sum, code) => sum + Number(code !== nowhere), 0);
  if (located === 0) return undefined;
  const [x, y] = [new Float64Array(codes.length).fill(Number.NaN), new Float64Array(codes.length).fill(Number.NaN)];
  if (!from.shapes) {
    for (const [row, code] of codes.entries()) if (code !== nowhere) [x[row], y[row]] = [from.x[shapesOf[code]![0]!]!, from.y[shapesOf[code]![0]!]!];
    return { located, bounds: boundsOf(x, y), x, y, kind: (row) => pointAt(x[row]), shapes: undefined };
  }
  const pieces = new Pieces(from.shapes);
  const [starts, ends] = [new Uint32Array(codes.length + 1), new Uint32Array(codes.length)];
  const [kinds, boxes] = [new Uint8Array(codes.length), new Float64Array(4 * codes.length).fill(Number.NaN)];
  const known: (Piece | undefined)[] = [];
  let isShared = false;
  for (const [row, code] of codes.entries()) {
    if ((row & 4095) === 4095) yield;
    starts[row] = ends[row] = pieces.length;
    if (code === nowhere) continue;
    isShared ||= known[code] !== undefined;
    const piece = (known[code] ??= pieces.add(shapesOf[code]!));
    [starts[row], ends[row], kinds[row]] = [piece.start, piece.end, piece.kind];
    boxes.set(piece.box, 4 * row);
    [x[row], y[row]] = [from.x[piece.largest]!, from.y[piece.largest]!];
  }
  starts[codes.length] = pieces.length;
  yield;
  const shapes: Shapes = { ...pieces.finish(), rows: starts, ...(isShared && { ends }), kinds, boxes };
  return { located, bounds: boundsOf(...extremes(shapes)), x, y, kind: (row) => kindNames[kinds[row]!], shapes };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly box: readonly [number, number, number, number];
  /** The row of its largest shape, where a sign for it stands. */
  readonly largest: number;
}

/** Copies the parts of shapes that somebody names, one code after the other. */
class Pieces {
  readonly #from: Shapes;
  readonly #parts: number[] = [];

  constructor(from: Shapes) {
    this.#from = from;
  }

  get length(): number {
    return this.#parts.length;
  }

  /** Areas win over lines and points: these only say where the name of an area stands. */
  add(rows: readonly number[]): Piece {
    const { kinds, boxes, rows: starts, ends } = this.#from;
    const kind = Math.max(...rows.map((row) => kinds[row]!));
    const chosen = rows.filter((row) => kinds[row] === kind);
    const start = this.#parts.length;
    for (const row of chosen) for (let part = starts[row]!; part < (ends?.[row] ?? starts[row + 1]!); part += 1) this.#parts.push(part);
    const side = (at: number): number[] => chosen.map((row) => boxes[4 * row + at]!);
    const size = (row: number): number => (boxes[4 * row + 2]! - boxes[4 * row]!) * (boxes[4 * row + 3]! - boxes[4 * row + 1]!);
    const largest = chosen.reduce((best, row) => (size(row) > size(best) ? row : best));
    return { start, end: this.#parts.length, kind, box: [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))], largest };
  }

  finish(): Pick<Shapes, 'coordinates' | 'parts'> {
    const { coordinates, parts } = this.#from;
    const ends = new Uint32Array(this.#parts.length + 1);
    for (const [i, part] of this.#parts.entries()) ends[i + 1] = ends[i]! + parts[part + 1]! - parts[part]!;
    const own = new Float64Array(2 * ends[this.#parts.length]!);
    for (const [i, part] of this.#parts.entries()) own.set(coordinates.subarray(2 * parts[part]!, 2 * parts[part + 1]!), 2 * ends[i]!);
    return { coordinates: own, parts: ends };
  }
}
