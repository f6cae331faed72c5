import { grown, reserved } from './growing.js';
import { isNullIsland, type BuiltPlaces, type Positions } from './places.js';
import type { Problems } from './problems.js';

/** 0 no place, 1 point, 2 line, 3 area, as in `Shapes.kinds`. */
export type KindCode = 0 | 1 | 2 | 3;

/** Positions that stand in one array: x, y, x, y … */
export function interleaved(positions: Float64Array): Positions {
  return { x: positions, y: positions.subarray(1), step: 2 };
}

/** Collects one place a row, in the grid of the source, into flat arrays. */
export class PlacesBuilder implements BuiltPlaces {
  readonly #problems: Problems;
  readonly #record: (row: number) => number;
  /** While no row is more than a point, all there is are two columns; NaN is no place. */
  #isPlain = true;
  #x: Float64Array = new Float64Array(64);
  #y: Float64Array = new Float64Array(64);
  #positions: Float64Array = new Float64Array(0);
  #kinds = new Uint8Array(0);
  #parts = new Uint32Array(0);
  #rows = new Uint32Array(0);
  #length = 0;
  #partCount = 0;
  #positionCount = 0;
  /** Whether a row is more than a single point. */
  #hasShapes = false;

  /** `record` says which record of the source became a row. */
  constructor(problems: Problems, record: (row: number) => number) {
    this.#problems = problems;
    this.#record = record;
  }

  /** Makes room for `times` as much as has come. */
  expect(times: number): void {
    const rows = Math.ceil(this.#length * times);
    if (this.#isPlain) return this.reserve(rows);
    this.#positions = reserved(this.#positions, Math.ceil(this.#positionCount * 2 * times));
    this.#kinds = reserved(this.#kinds, rows);
    this.#parts = reserved(this.#parts, Math.ceil(this.#partCount * times));
    this.#rows = reserved(this.#rows, rows);
  }

  /** Makes room for so many points. */
  reserve(rows: number): void {
    this.#x = reserved(this.#x, rows);
    this.#y = reserved(this.#y, rows);
  }

  /** A row at a point; NaN is no place. */
  point(x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return this.nothing('no-place');
    if (isNullIsland(x, y)) return this.nothing('null-island');
    if (!this.#isPlain) {
      this.position(x, y);
      this.endPart();
      return this.endRow(1);
    }
    this.#point(x, y);
  }

  /** A row without a place. */
  nothing(reason: 'no-place' | 'null-island' | 'bad-geometry'): void {
    this.#problems.note(reason, this.#record(this.#length));
    if (this.#isPlain) this.#point(Number.NaN, Number.NaN);
    else this.endRow(0);
  }

  get points(): Positions | undefined {
    if (this.#hasShapes) return undefined;
    this.#fold();
    return { x: this.#x.subarray(0, this.#length), y: this.#y.subarray(0, this.#length), step: 1 };
  }

  get all(): Positions {
    return this.points ?? interleaved(this.positions);
  }

  /** x, y, x, y … of all that have a place. */
  get positions(): Float64Array {
    this.#unfold();
    return this.#positions.subarray(0, this.#positionCount * 2);
  }

  /** How many parts the row that is being made has so far. */
  get openParts(): number {
    return this.#isPlain ? 0 : this.#partCount - this.#rows[this.#length]!;
  }

  /** Forgets the part that is being made. */
  dropPart(): void {
    if (this.#isPlain) return;
    this.#positionCount = this.#parts[this.#partCount]!;
  }

  /** Forgets the row that is being made. */
  dropRow(): void {
    if (this.#isPlain) return;
    this.#partCount = this.#rows[this.#length]!;
    this.dropPart();
  }

  /** The positions of the part that is being made. */
  get openPositions(): Float64Array {
    this.#unfold();
    return this.#positions.subarray(2 * this.#parts[this.#partCount]!, 2 * this.#positionCount);
  }

  /** Where each part, and each row, begins; and the kind of each row. */
  get layout(): { readonly parts: Uint32Array; readonly rows: Uint32Array; readonly kinds: Uint8Array } {
    this.#unfold();
    return { parts: this.#parts.subarray(0, this.#partCount + 1), rows: this.#rows.subarray(0, this.#length + 1), kinds: this.#kinds.subarray(0, this.#length) };
  }

  /** Adds to the part that is being made. */
  position(x: number, y: number): void {
    if (this.#isPlain) this.#unfold();
    const at = this.#positionCount * 2;
    if (at + 2 > this.#positions.length) this.#positions = grown(this.#positions, at + 2);
    this.#positions[at] = x;
    this.#positions[at + 1] = y;
    this.#positionCount += 1;
  }

  /** Ends a line, a ring or a point. */
  endPart(): void {
    this.#unfold();
    this.#partCount += 1;
    this.#parts = grown(this.#parts, this.#partCount + 1);
    this.#parts[this.#partCount] = this.#positionCount;
  }

  /** Ends a row, which has the parts that were made since the last. */
  endRow(kind: KindCode): void {
    this.#unfold();
    if (kind > 1 || this.#partCount - this.#rows[this.#length]! > 1) this.#hasShapes = true;
    if (this.#length === this.#kinds.length) this.#kinds = grown(this.#kinds, this.#length + 1);
    this.#kinds[this.#length] = kind;
    this.#length += 1;
    this.#rows = grown(this.#rows, this.#length + 1);
    this.#rows[this.#length] = this.#partCount;
  }

  #point(x: number, y: number): void {
    if (this.#length === this.#x.length) {
      this.#x = grown(this.#x, this.#length + 1);
      this.#y = grown(this.#y, this.#length + 1);
    }
    this.#x[this.#length] = x;
    this.#y[this.#length] = y;
    this.#length += 1;
  }

  /** Writes down what went without saying so far. */
  #unfold(): void {
    if (!this.#isPlain) return;
    this.#isPlain = false;
    const [x, y, rows] = [this.#x, this.#y, this.#length];
    this.#positions = new Float64Array(2 * rows);
    this.#kinds = new Uint8Array(rows);
    this.#rows = new Uint32Array(rows + 1);
    for (let row = 0; row < rows; row += 1) {
      if (!Number.isNaN(x[row]!)) {
        this.#positions[2 * this.#positionCount] = x[row]!;
        this.#positions[2 * this.#positionCount + 1] = y[row]!;
        this.#positionCount += 1;
        this.#kinds[row] = 1;
      }
      this.#rows[row + 1] = this.#positionCount;
    }
    this.#partCount = this.#positionCount;
    this.#parts = Uint32Array.from({ length: this.#partCount + 1 }, (_, part) => part);
    this.#x = this.#y = new Float64Array(0);
  }

  /** The reverse, where all turned out to be points. */
  #fold(): void {
    if (this.#isPlain) return;
    const { parts, rows, kinds } = this.layout;
    this.#x = new Float64Array(this.#length);
    this.#y = new Float64Array(this.#length);
    for (let row = 0; row < this.#length; row += 1) {
      const at = 2 * parts[rows[row]!]!;
      const isPlaced = kinds[row] !== 0;
      // What has a place that is no number is not without one.
      this.#x[row] = isPlaced ? numberOr(this.#positions[at]!, Infinity) : Number.NaN;
      this.#y[row] = isPlaced ? numberOr(this.#positions[at + 1]!, Infinity) : Number.NaN;
    }
    this.#isPlain = true;
    this.#positionCount = this.#partCount = 0;
  }
}

const numberOr = (value: number, otherwise: number): number => (Number.isNaN(value) ? otherwise : value);
