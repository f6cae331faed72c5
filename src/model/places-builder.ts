import { grown } from './growing.js';
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
  #parts = new Uint32Array(64);
  #rows = new Uint32Array(64);
  #kinds = new Uint8Array(64);
  #length = 0;
  #partCount = 0;
  #positionCount = 0;
  #hasShapes = false;

  /** `record` says which record of the source became a row. */
  constructor(problems: Problems, record: (row: number) => number) {
    this.#problems = problems;
    this.#record = record;
  }

  /** A row at a point; NaN is no place. */
  point(x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return this.nothing('no-place');
    if (Math.abs(x) < nearZero && Math.abs(y) < nearZero) return this.nothing('null-island');
    this.position(x, y);
    this.endPart();
    this.endRow(1);
  }

  /** A row without a place. */
  nothing(reason: 'no-place' | 'null-island' | 'bad-geometry'): void {
    this.#problems.note(reason, this.#record(this.#length));
    this.endRow(0);
  }

  /** x, y, x, y … as they were given; to be turned into Web Mercator metres in place. */
  get positions(): Float64Array {
    return this.#positions.subarray(0, this.#positionCount * 2);
  }

  /** Whether a row is more than a single point. */
  get hasShapes(): boolean {
    return this.#hasShapes;
  }

  /** How many parts the row that is being made has so far. */
  get openParts(): number {
    return this.#partCount - this.#rows[this.#length]!;
  }

  /** Forgets the part that is being made. */
  dropPart(): void {
    this.#positionCount = this.#parts[this.#partCount]!;
  }

  /** Forgets the row that is being made. */
  dropRow(): void {
    this.#partCount = this.#rows[this.#length]!;
    this.dropPart();
  }

  /** The positions of the part that is being made. */
  get openPositions(): Float64Array {
    return this.#positions.subarray(2 * this.#parts[this.#partCount]!, 2 * this.#positionCount);
  }

  /** Where each part, and each row, begins; and the kind of each row. */
  get layout(): { readonly parts: Uint32Array; readonly rows: Uint32Array; readonly kinds: Uint8Array } {
    return {
      parts: grown(this.#parts, this.#partCount + 1).subarray(0, this.#partCount + 1),
      rows: grown(this.#rows, this.#length + 1).subarray(0, this.#length + 1),
      kinds: this.#kinds.subarray(0, this.#length),
    };
  }

  /** Adds to the part that is being made. */
  position(x: number, y: number): void {
    this.#positions = grown(this.#positions, this.#positionCount * 2 + 2);
    this.#positions[this.#positionCount * 2] = x;
    this.#positions[this.#positionCount * 2 + 1] = y;
    this.#positionCount += 1;
  }

  /** Ends a line, a ring or a point. */
  endPart(): void {
    this.#partCount += 1;
    this.#parts = grown(this.#parts, this.#partCount + 1);
    this.#parts[this.#partCount] = this.#positionCount;
  }

  /** Ends a row, which has the parts that were made since the last. */
  endRow(kind: KindCode): void {
    if (kind > 1 || this.#partCount - this.#rows[this.#length]! > 1) this.#hasShapes = true;
    this.#kinds = grown(this.#kinds, this.#length + 1);
    this.#rows = grown(this.#rows, this.#length + 2);
    this.#kinds[this.#length] = kind;
    this.#length += 1;
    this.#rows[this.#length] = this.#partCount;
  }
}
