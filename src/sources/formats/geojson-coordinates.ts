import type { KindCode, PlacesBuilder } from '../../model/places-builder.js';
import type { JsonCursor } from './json-cursor.js';

const [comma, openBracket, closeBracket] = [0x2c, 0x5b, 0x5d];

/** The types of geometry that are read out of bytes: how deep their positions lie, and what is drawn of them. */
export interface GeometryType {
  readonly name: Uint8Array;
  readonly depth: number;
  readonly kind: KindCode;
}

const encoder = new TextEncoder();
export const geometryTypes: readonly GeometryType[] = (
  [['Point', 0, 1], ['LineString', 1, 2], ['Polygon', 2, 3], ['MultiPoint', 1, 1], ['MultiLineString', 2, 2], ['MultiPolygon', 3, 3]] as const
).map(([name, depth, kind]) => ({ name: encoder.encode(name), depth, kind }));

/** Writes the `coordinates` of a geometry, straight from bytes, into the row that is being made; `false` for all that is not plainly so. */
export class Coordinates {
  readonly #cursor: JsonCursor;
  readonly #builder: PlacesBuilder;
  /** The position that was read last. */
  x = 0;
  y = 0;

  constructor(cursor: JsonCursor, builder: PlacesBuilder) {
    this.#cursor = cursor;
    this.#builder = builder;
  }

  /** Of a point no more than `x` and `y` are read. */
  read({ depth, kind }: GeometryType): boolean {
    return depth === 0 ? this.#position() : this.#list(depth, kind);
  }

  #list(depth: number, kind: KindCode): boolean {
    const cursor = this.#cursor;
    if (depth === 1) return this.#line(kind);
    if (!cursor.sign(openBracket)) return false;
    for (;;) {
      if (!this.#list(depth - 1, kind)) return false;
      const byte = cursor.peek();
      cursor.at += 1;
      if (byte === closeBracket) return true;
      if (byte !== comma) return this.#stop(byte);
    }
  }

  /** A line, a ring, or several points. */
  #line(kind: KindCode): boolean {
    const cursor = this.#cursor;
    const builder = this.#builder;
    if (!cursor.sign(openBracket)) return false;
    let [count, firstX, firstY] = [0, 0, 0];
    for (;;) {
      if (!this.#position()) return false;
      if (count === 0) [firstX, firstY] = [this.x, this.y];
      builder.position(this.x, this.y);
      if (kind === 1) builder.endPart();
      count += 1;
      const byte = cursor.peek();
      cursor.at += 1;
      if (byte === closeBracket) break;
      if (byte !== comma) return this.#stop(byte);
    }
    if (kind === 1) return true;
    if (count < kind) return false;
    // A ring that its maker forgot to close would leak when it is filled.
    if (kind === 3 && (firstX !== this.x || firstY !== this.y)) builder.position(firstX, firstY);
    builder.endPart();
    return true;
  }

  /** East and north, and whatever is behind them if it is numbers. */
  #position(): boolean {
    const cursor = this.#cursor;
    if (!cursor.sign(openBracket)) return false;
    for (let count = 1; ; count += 1) {
      if (cursor.peek() < 0 || !cursor.number()) return false;
      if (count === 1) this.x = cursor.value;
      else if (count === 2) this.y = cursor.value;
      const byte = cursor.peek();
      cursor.at += 1;
      if (byte === closeBracket) return count > 1;
      if (byte !== comma) return this.#stop(byte);
    }
  }

  /** What is odd is where the cursor was. */
  #stop(byte: number): false {
    if (byte >= 0) this.#cursor.at -= 1;
    return false;
  }
}
