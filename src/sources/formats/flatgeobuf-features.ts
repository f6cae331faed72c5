import { ValueColumn } from '../../model/columns-values.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { Problems } from '../../model/problems.js';
import type { Table } from '../table.js';
import { fieldAt, followed, rootOf, vectorAt } from './flatgeobuf-buffer.js';
import { addFlatGeometry } from './flatgeobuf-geometry.js';
import type { FlatColumn, FlatHeader } from './flatgeobuf-header.js';

const decoder = new TextDecoder();
/** Bytes of a value, by the number of its type; 0 where its length stands before it. */
const sizes = [1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 0, 0, 0, 0];
const binary = 14;

/** A number as far as a number can be that; longer ones are ids. */
export const short = (value: bigint): number | string => (Number.isSafeInteger(Number(value)) ? Number(value) : String(value));

const readers: readonly ((view: DataView, at: number) => number | string | boolean)[] = [
  (view, at) => view.getInt8(at),
  (view, at) => view.getUint8(at),
  (view, at) => view.getUint8(at) !== 0,
  (view, at) => view.getInt16(at, true),
  (view, at) => view.getUint16(at, true),
  (view, at) => view.getInt32(at, true),
  (view, at) => view.getUint32(at, true),
  (view, at) => short(view.getBigInt64(at, true)),
  (view, at) => short(view.getBigUint64(at, true)),
  (view, at) => rounded(view.getFloat32(at, true)),
  (view, at) => view.getFloat64(at, true),
];

/** `0.1` as it was meant, where 32 bits hold 0.10000000149. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(7)) : value);

/** Features, one by one, as columns and places. */
export class FlatFeatures {
  readonly problems = new Problems();
  readonly #builder: PlacesBuilder;
  readonly #header: FlatHeader;
  readonly #columns: readonly ValueColumn[];
  readonly #records: number[] = [];
  #rows = 0;

  /** `read` of the features are there, or all of them. */
  constructor(header: FlatHeader) {
    this.#header = header;
    this.#columns = header.columns.map(({ name }) => new ValueColumn(name));
    this.#builder = new PlacesBuilder(this.problems, (row) => this.#records[row] ?? row + 1);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Takes the feature that is `bytes`, without its length. What of it is broken is noted, the rest is kept. */
  add(bytes: Uint8Array, record: number): void {
    if (record !== this.#rows + 1 || this.#records.length > 0) this.#records[this.#rows] = record;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const feature = attempt(() => rootOf(view)) ?? 0;
    const isPlaced = attempt(() => this.#place(view, feature));
    if (!isPlaced) {
      this.#builder.dropRow();
      this.#builder.nothing('bad-geometry');
    }
    attempt(() => this.#values(view, feature));
    this.#rows += 1;
  }

  #place(view: DataView, feature: number): true {
    const geometry = fieldAt(view, feature, 0);
    if (geometry === 0) this.#builder.nothing('no-place');
    else addFlatGeometry(this.#builder, view, followed(view, geometry), this.#header.geometryType);
    return true;
  }

  #values(view: DataView, feature: number): void {
    const own = vectorAt(view, fieldAt(view, feature, 2), 4);
    const { start, length } = vectorAt(view, fieldAt(view, feature, 1), 1);
    // Columns of one feature alone are allowed, and nobody writes them.
    if (own.length > 0) return;
    for (let at = start; at + 2 <= start + length; ) {
      const index = view.getUint16(at, true);
      const column: FlatColumn | undefined = this.#header.columns[index];
      const size = sizes[column?.type ?? -1];
      if (!column || size === undefined) return;
      const long = size === 0 ? view.getUint32(at + 2, true) : size;
      const from = at + 2 + (size === 0 ? 4 : 0);
      if (from + long > start + length) return;
      const value = size === 0 ? (column.type === binary ? '' : decoder.decode(new Uint8Array(view.buffer, view.byteOffset + from, long))) : readers[column.type]!(view, from);
      if (value !== '' && !Number.isNaN(value)) this.#columns[index]!.set(this.#rows, value);
      at = from + long;
    }
  }

  finish(): Table {
    // Bytes are nothing to read.
    const columns = this.#columns.filter((_, i) => this.#header.columns[i]!.type !== binary).map((column) => column.finish(this.#rows));
    return { columns, rows: this.#rows, read: this.#rows, problems: this.problems, record: (row) => this.#records[row] ?? row + 1, places: { built: this.#builder, crs: this.#header.crs } };
  }
}

/** Beyond the end of a feature there is nothing to read. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
