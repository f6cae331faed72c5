import { grown } from './growing.js';
import type { Problems } from './problems.js';

/** 0 no place, 1 point, 2 line, 3 area, as in `Shapes.kinds`. */
type KindCode = 0 | 1 | 2 | 3;

const kindOf: Readonly<Record<string, KindCode>> = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3 };
/** How deep the positions lie in `coordinates`. */
const depthOf: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };
const fewest = [0, 1, 2, 3];

interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

const isGeometry = (value: unknown): value is Geometry => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

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

  /** `record` says which record of the source became a row. */
  constructor(problems: Problems, record: (row: number) => number) {
    this.#problems = problems;
    this.#record = record;
  }

  /** A row at a point; NaN is no place. */
  point(x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return this.nothing('no-place');
    if (x === 0 && y === 0) return this.nothing('null-island');
    this.#position(x, y);
    this.#endPart();
    this.#endRow(1);
  }

  /** A row without a place. */
  nothing(reason: 'no-place' | 'null-island' | 'bad-geometry'): void {
    this.#problems.note(reason, this.#record(this.#length));
    this.#endRow(0);
  }

  /** A row at a GeoJSON geometry; of a collection those of its parts that show most: areas, then lines, then points. */
  geometry(value: unknown): void {
    if (value === null || value === undefined) return this.nothing('no-place');
    const [parts, positions] = [this.#partCount, this.#positionCount];
    const kind = this.#take(value);
    if (kind !== undefined && this.#partCount > parts) {
      const island = kind === 1 && this.#partCount === parts + 1 && this.#positions[2 * positions] === 0 && this.#positions[2 * positions + 1] === 0;
      if (!island) return this.#endRow(kind);
    }
    const reason = kind === undefined ? 'bad-geometry' : this.#partCount > parts ? 'null-island' : 'no-place';
    [this.#partCount, this.#positionCount] = [parts, positions];
    this.nothing(reason);
  }

  /** x, y, x, y … as they were given; to be turned into Web Mercator metres in place. */
  get positions(): Float64Array {
    return this.#positions.subarray(0, this.#positionCount * 2);
  }

  /** Where each part, and each row, begins; and the kind of each row. */
  get layout(): { readonly parts: Uint32Array; readonly rows: Uint32Array; readonly kinds: Uint8Array } {
    return {
      parts: grown(this.#parts, this.#partCount + 1).subarray(0, this.#partCount + 1),
      rows: grown(this.#rows, this.#length + 1).subarray(0, this.#length + 1),
      kinds: this.#kinds.subarray(0, this.#length),
    };
  }

  /** The kind that was taken, or `undefined` for what cannot be drawn. */
  #take(value: unknown): KindCode | undefined {
    if (!isGeometry(value)) return undefined;
    if (value.type === 'GeometryCollection') return this.#takeBest(value.geometries);
    const [kind, depth] = [kindOf[value.type], depthOf[value.type]];
    if (kind === undefined || depth === undefined || !Array.isArray(value.coordinates)) return undefined;
    return this.#takeParts(value.coordinates, depth, kind) ? kind : undefined;
  }

  #takeBest(geometries: unknown): KindCode | undefined {
    if (!Array.isArray(geometries)) return undefined;
    const kinds = geometries.map((each) => (isGeometry(each) ? (each.type === 'GeometryCollection' ? 3 : (kindOf[each.type] ?? 0)) : 0));
    const best = Math.max(0, ...kinds);
    let taken: KindCode = 0;
    geometries.forEach((each, i) => {
      if (kinds[i] === best) taken = Math.max(taken, this.#take(each) ?? 0) as KindCode;
    });
    return taken;
  }

  #takeParts(coordinates: readonly unknown[], depth: number, kind: KindCode): boolean {
    if (coordinates.length === 0) return true;
    if (depth === 0) return this.#takePosition(coordinates) && this.#endPart();
    const isPart = depth === 1 && kind > 1;
    if (!isPart) return coordinates.every((each) => Array.isArray(each) && this.#takeParts(each, depth - 1, kind));
    if (coordinates.length < fewest[kind]!) return false;
    const first = 2 * this.#positionCount;
    for (const each of coordinates) if (!this.#takePosition(each)) return false;
    const last = 2 * this.#positionCount - 2;
    const [x, y] = [this.#positions[first]!, this.#positions[first + 1]!];
    // A ring that its maker forgot to close would leak when it is filled.
    if (kind === 3 && (x !== this.#positions[last] || y !== this.#positions[last + 1])) this.#position(x, y);
    return this.#endPart();
  }

  #takePosition(value: unknown): boolean {
    if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'number') return false;
    this.#position(value[0], value[1]);
    return true;
  }

  #position(x: number, y: number): void {
    this.#positions = grown(this.#positions, this.#positionCount * 2 + 2);
    this.#positions[this.#positionCount * 2] = x;
    this.#positions[this.#positionCount * 2 + 1] = y;
    this.#positionCount += 1;
  }

  #endPart(): true {
    this.#partCount += 1;
    this.#parts = grown(this.#parts, this.#partCount + 1);
    this.#parts[this.#partCount] = this.#positionCount;
    return true;
  }

  #endRow(kind: KindCode): void {
    this.#kinds = grown(this.#kinds, this.#length + 1);
    this.#rows = grown(this.#rows, this.#length + 2);
    this.#kinds[this.#length] = kind;
    this.#length += 1;
    this.#rows[this.#length] = this.#partCount;
  }
}
