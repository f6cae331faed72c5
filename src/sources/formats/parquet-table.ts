import { ValueColumn } from '../../model/columns-values.js';
import type { Bounds } from '../../model/dataset.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { Problems } from '../../model/problems.js';
import type { Table } from '../table.js';
import type { GeoColumn } from './geoparquet.js';
import { addNative } from './geoparquet-native.js';
import { headerNames } from './header.js';
import type { Leaf, ParquetFile, RowGroup } from './parquet-file.js';
import { valueReader } from './parquet-values.js';
import { addWkb } from './wkb.js';

type Page = (start: number, values: ArrayLike<unknown>) => void;

/** Collects the columns of row groups, one group after the other. */
export class ParquetTable {
  readonly problems = new Problems();
  readonly #file: ParquetFile;
  readonly #geo: GeoColumn | undefined;
  readonly #builder: PlacesBuilder;
  readonly #columns: readonly { readonly leaf: Leaf; readonly column: ValueColumn; readonly read: ReturnType<typeof valueReader>; isEmpty: boolean }[];
  /** What the folders of parts say of all rows in them. */
  readonly #partitions = new Map<string, ValueColumn>();
  /** The record of each row, from the first on that is not where its row is. */
  readonly #records: number[] = [];
  #rows = 0;
  #placed = 0;

  constructor(file: ParquetFile, geo: GeoColumn | undefined) {
    this.#file = file;
    this.#geo = geo;
    this.#builder = new PlacesBuilder(this.problems, (row) => this.#record(row));
    const leaves = file.leaves.filter(({ path }) => path[0] !== geo?.column && !geo?.others.has(path[0]!));
    const names = headerNames(leaves.map(({ name }) => name), leaves.length);
    this.#columns = leaves.map((leaf, i) => ({ leaf, column: new ValueColumn(names[i]!), read: valueReader(leaf), isEmpty: true }));
  }

  get rows(): number {
    return this.#rows;
  }

  /** Takes the first `count` rows of a group, or of these such as touch a box in the grid of the file. */
  async add(group: RowGroup, count: number, box: Bounds | undefined): Promise<void> {
    const kept = box && (await this.#inBox(group, count, box));
    const rowOf = kept ? (record: number): number => kept[record - group.start] ?? -1 : (record: number): number => (record < group.start + count ? this.#rows + record - group.start : -1);
    const rows = kept ? kept.reduce((most, row) => Math.max(most, row + 1), this.#rows) : this.#rows + count;
    if (kept || this.#records.length > 0 || group.start !== this.#rows) for (let i = 0; i < count; i += 1) if (rowOf(group.start + i) >= 0) this.#records[rowOf(group.start + i)] = group.start + i + 1;
    const takers = new Map<string, Page>(this.#columns.map((each) => [each.leaf.path.join('\0'), (start, values) => {
      for (let i = 0; i < values.length; i += 1) {
        const row = rowOf(start + i);
        const value = row < 0 ? undefined : each.read(values[i]);
        if (value === undefined) continue;
        each.column.set(row, value);
        each.isEmpty = false;
      }
    }]));
    const finish = this.#geo ? this.#takePlaces(this.#geo, takers, rowOf) : undefined;
    const wanted = [...new Set([...this.#columns.map(({ leaf }) => leaf.path[0]!), ...(this.#geo ? [this.#geo.column] : [])])];
    if (rows > this.#rows) await this.#file.read(group, count, wanted, (path, start, values) => takers.get(path.join('\0'))?.(start, values));
    finish?.();
    if (group.path !== undefined) this.#takeFolders(group.path, rows);
    this.#rows = rows;
    // A column of geometry that is too short has nothing for the last rows.
    if (this.#geo) for (; this.#placed < rows; this.#placed += 1) this.#builder.nothing('bad-geometry');
  }

  finish(): Table {
    return {
      // Bytes are nothing to read.
      columns: this.#columns.filter(({ leaf: { element }, isEmpty }) => !isEmpty || !/BYTE_ARRAY/.test(element.type ?? '') || element.converted_type !== undefined || element.logical_type !== undefined).map(({ column }) => column).concat(...this.#partitions.values()).map((column) => column.finish(this.#rows)),
      rows: this.#rows,
      read: this.#rows,
      problems: this.problems,
      record: (row) => this.#record(row),
      places: this.#geo && { built: this.#builder, crs: this.#geo.crs },
    };
  }

  /** Hive names a folder after what its rows have in common: `region=NL`. */
  #takeFolders(path: string, end: number): void {
    for (const [, name, value] of path.matchAll(/(?:^|\/)([^/=]+)=([^/]*)(?=\/)/g)) {
      if (value === '__HIVE_DEFAULT_PARTITION__' || this.#file.leaves.some((leaf) => leaf.name === name)) continue;
      const column = this.#partitions.get(name!) ?? new ValueColumn(name!);
      this.#partitions.set(name!, column);
      const text = decoded(value!);
      for (let row = this.#rows; row < end; row += 1) column.set(row, text);
    }
  }

  #record(row: number): number {
    return this.#records[row] ?? row + 1;
  }

  /** Pages of geometry become places: binary ones at once, others when both of their coordinates are there. */
  #takePlaces({ column, encoding }: GeoColumn, takers: Map<string, Page>, rowOf: (record: number) => number): (() => void) | undefined {
    const place = (row: number, add: () => void): void => {
      if (row < 0) return;
      for (; this.#placed < row; this.#placed += 1) this.#builder.nothing('bad-geometry');
      add();
      this.#placed += 1;
    };
    if (encoding === 'wkb') {
      takers.set(column, (start, values) => {
        for (let i = 0; i < values.length; i += 1) {
          const value = values[i];
          place(rowOf(start + i), () => (value instanceof Uint8Array && value.length > 0 ? addWkb(this.#builder, value) : this.#builder.nothing('no-place')));
        }
      });
      return undefined;
    }
    const leaves = this.#file.leaves.filter(({ path }) => path[0] === column);
    const [x, y] = ['x', 'y'].map((name) => leaves.find(({ path }) => path.at(-1) === name));
    const pages: { readonly start: number; readonly values: ArrayLike<unknown> }[][] = [[], []];
    [x, y].forEach((leaf, i) => leaf && takers.set(leaf.path.join('\0'), (start, values) => pages[i]!.push({ start, values })));
    return () => {
      const [xs, ys] = pages.map((each) => each.flatMap(({ start, values }) => Array.from(values, (value, i) => [start + i, value] as const)));
      xs!.forEach(([record, value], i) => place(rowOf(record), () => addNative(this.#builder, encoding, x!.wraps, value, ys![i]?.[1])));
    };
  }

  /** Which row each record of a group becomes: -1 where its box, or its point, lies beyond the view; `undefined` where that is not known. */
  async #inBox(group: RowGroup, count: number, [west, south, east, north]: Bounds): Promise<Int32Array | undefined> {
    const geo = this.#geo;
    const paths = geo?.covering ?? (geo?.encoding === 'point' ? ['x', 'y', 'x', 'y'].map((name) => [geo.column, name]) : undefined);
    if (!paths) return undefined;
    const sides = paths.map(() => new Float64Array(count).fill(Number.NaN));
    await this.#file.read(group, count, [...new Set(paths.map(([first]) => first!))], (path, start, values) => {
      paths.forEach((each, side) => {
        if (each.join('\0') !== path.join('\0')) return;
        for (let i = 0; i < values.length; i += 1) sides[side]![start - group.start + i] = Number([values[i]].flat(8)[0] ?? Number.NaN);
      });
    });
    let row = this.#rows;
    return Int32Array.from({ length: count }, (_, i) => {
      const [minX, minY, maxX, maxY] = sides.map((values) => values[i]!) as [number, number, number, number];
      if (!(minX <= east && maxX >= west && minY <= north && maxY >= south)) return -1;
      row += 1;
      return row - 1;
    });
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
