import { grown, reserved } from './growing.js';
import type { Problems } from './problems.js';

/** 0 no place, 1 point, 2 line, 3 area, as in `Shapes.kinds`. */
export type KindCode = 0 | 1 | 2 | 3;

/** Degrees or metres: what was meant to be 0, 0 is sometimes a rounding beside it. */
const nearZero = 1e-4;

/** Collects one place a row, in the grid of the source, into flat arrays. */
export class PlacesBuilder {
  readonly #problems: Problems;
  readonly #record: (row: number) => number;
  #positions: Float64Array = new Float64Array(64);
  #kinds = new Uint8Array(64);
  /** While there is one position for each row that has a place, neither parts nor rows are written down. */
  #isPlain = true;
  #parts = new Uint32Array(0);
  #rows = new Uint32Array(0);
  #length = 0;
  #partCount = 0;
  #positionCount = 0;
  #hasShapes = false;

  /** `record` says which record of the source became a row. */
  constructor(problems: Problems, record: (row: number) => number) {
    this.#problems = problems;
    this.#record = record;
  }

  /** Makes room for `times` as much as has come. */
  expect(times: number): void {
    this.#positions = reserved(this.#positions, Math.ceil(this.#positionCount * 2 * times));
    this.#kinds = reserved(this.#kinds, Math.ceil(this.#length * times));
    if (this.#isPlain) return;
    this.#parts = reserved(this.#parts, Math.ceil(this.#partCount * times));
    this.#rows = reserved(this.#rows, Math.ceil(this.#length * times));
  }

  /** A row at a point; NaN is no place. */
  point(x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return this.nothing('no-place');
    if (Math.abs(x) < nearZero && Math.abs(y) < nearZero) return this.nothing('null-island');
    if (!this.#isPlain) {
      this.position(x, y);
      this.endPart();
      return this.endRow(1);
    }
    this.#push(x, y);
    this.#kind(1);
  }

  /** A row without a place. */
  nothing(reason: 'no-place' | 'null-island' | 'bad-geometry'): void {
    this.#problems.note(reason, this.#record(this.#length));
    if (this.#isPlain) this.#kind(0);
    else this.endRow(0);
  }

  /** x, y, x, y … as they were given; to be turned into Web Mercator metres in place. */
  get positions(): Float64Array {
    return this.#positions.subarray(0, this.#positionCount * 2);
  }

  /** Whether a row is more than a single point. */
  get hasShapes(): boolean {
    return this.#hasShapes;
  }

  /** The kind of each row. */
  get kinds(): Uint8Array {
    return this.#kinds.subarray(0, this.#length);
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
    return { parts: this.#parts.subarray(0, this.#partCount + 1), rows: this.#rows.subarray(0, this.#length + 1), kinds: this.kinds };
  }

  /** Adds to the part that is being made. */
  position(x: number, y: number): void {
    if (this.#isPlain) this.#unfold();
    this.#push(x, y);
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
    this.#kind(kind);
    this.#rows = grown(this.#rows, this.#length + 1);
    this.#rows[this.#length] = this.#partCount;
  }

  #push(x: number, y: number): void {
    const at = this.#positionCount * 2;
    if (at + 2 > this.#positions.length) this.#positions = grown(this.#positions, at + 2);
    this.#positions[at] = x;
    this.#positions[at + 1] = y;
    this.#positionCount += 1;
  }

  #kind(kind: KindCode): void {
    if (this.#length === this.#kinds.length) this.#kinds = grown(this.#kinds, this.#length + 1);
    this.#kinds[this.#length] = kind;
    this.#length += 1;
  }

  /** Writes down what went without saying so far. */
  #unfold(): void {
    if (!this.#isPlain) return;
    this.#isPlain = false;
    this.#partCount = this.#positionCount;
    this.#parts = Uint32Array.from({ length: this.#partCount + 1 }, (_, part) => part);
    this.#rows = new Uint32Array(this.#length + 1);
    for (let row = 0; row < this.#length; row += 1) this.#rows[row + 1] = this.#rows[row]! + this.#kinds[row]!;
  }
}
