import { ValueColumn } from '../../model/columns-values.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { addGeometry } from '../../model/places-geometry.js';
import { Problems } from '../../model/problems.js';
import type { Table } from '../table.js';

type Json = Readonly<Record<string, unknown>>;

const geometryTypes = /^((Multi)?(Point|LineString|Polygon)|GeometryCollection)$/;
/** Deeper than this nobody means it. */
const deepest = 8;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an object is a geometry as GeoJSON has it. */
export const isGeometry = (value: unknown): value is Json => isObject(value) && typeof value['type'] === 'string' && geometryTypes.test(value['type']);

/**
 * Features and records as JSON has them, one by one, as columns and places. Nested values become columns of their own,
 * such as `name.de`.
 */
export class FeatureTable {
  readonly problems = new Problems();
  readonly builder = new PlacesBuilder(this.problems, (row) => this.#record(row));
  readonly #columns = new Map<string, ValueColumn>();
  readonly #ids = new ValueColumn('id');
  #hasIds = false;
  #rows = 0;
  #read = 0;
  /** How many rows the builder knows; it is not asked before the first row that says where it is. */
  #placed = 0;
  #hasPlaces = false;
  /** The records that became rows, from the first on that is not where its row is. */
  #records: number[] | undefined;

  /** How many rows there are so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Takes a feature, or a bare geometry; everything else is left out and reported. */
  add(value: unknown): void {
    const geometry = isGeometry(value);
    if (!geometry && (!isObject(value) || (value['type'] !== 'Feature' && !isObject(value['properties'])))) {
      this.skip();
      return;
    }
    const { id, properties } = value as { id?: unknown; properties?: unknown };
    this.#hasPlaces = true;
    this.#row(() => addGeometry(this.builder, geometry ? value : value['geometry']), () => {
      if (typeof id === 'string' || typeof id === 'number') this.ids.set(this.#rows, id);
      // A second geometry among the properties is of no use in a list, and often in another grid.
      if (isObject(properties)) this.#addValues(properties, '', false, 0);
    });
  }

  /** Takes a record and, where it says so beside its values, its place; of places among its values columns are made, to be searched. */
  addRecord(values: Json, geometry?: unknown): void {
    if (geometry !== undefined && geometry !== null) this.#hasPlaces = true;
    this.#row(() => addGeometry(this.builder, geometry), () => this.#addValues(values, '', geometry === undefined, 0));
  }

  /** Makes room for `times` as much as has come. */
  expect(times: number): void {
    for (const column of this.#columns.values()) column.expect(this.#rows, times);
    this.#ids.expect(this.#rows, times);
    this.builder.expect(times);
  }

  /** Takes a feature that was read by somebody else: `addPlace` adds its row to the builder, `addValues` gives columns their values. */
  addRead(addPlace: () => void, addValues: (row: number) => void): void {
    this.#hasPlaces = true;
    this.#row(addPlace, addValues);
  }

  /** The column of that name, if there is one yet. */
  column(name: string): ValueColumn | undefined {
    return this.#columns.get(name);
  }

  /** What features are called, for those that say it. */
  get ids(): ValueColumn {
    this.#hasIds = true;
    return this.#ids;
  }

  /** A property of the feature that is being added. */
  addValue(name: string, value: unknown): void {
    this.#addValue(name, value, false, 0);
  }

  /** A record that is none: it is left out and reported. */
  skip(): void {
    this.#read += 1;
    this.problems.note('not-a-feature', this.#read, true);
    this.#records ??= Array.from({ length: this.#rows }, (_, row) => row + 1);
  }

  /** The table so far; coordinates are in `crs`. */
  finish(crs: string | undefined): Table {
    const columns = [...this.#columns.values()].map((column) => column.finish(this.#rows));
    if (this.#hasIds && !this.#columns.has('id')) columns.unshift(this.#ids.finish(this.#rows));
    const places = this.#hasPlaces ? { built: this.builder, crs } : undefined;
    if (places) this.#catchUp();
    return { columns, rows: this.#rows, read: this.#read, problems: this.problems, record: (row) => this.#record(row), places };
  }

  #row(addPlace: () => void, addValues: (row: number) => void): void {
    this.#read += 1;
    this.#records?.push(this.#read);
    if (this.#hasPlaces) {
      this.#catchUp();
      addPlace();
      this.#placed += 1;
    }
    addValues(this.#rows);
    this.#rows += 1;
  }

  /** The rows before the first that has a place. */
  #catchUp(): void {
    for (; this.#placed < this.#rows; this.#placed += 1) this.builder.nothing('no-place');
  }

  #record(row: number): number {
    return this.#records?.[row] ?? row + 1;
  }

  #addValues(values: Json, prefix: string, geometries: boolean, depth: number): void {
    for (const key of Object.keys(values)) this.#addValue(prefix + key, values[key], geometries, depth);
  }

  #addValue(name: string, value: unknown, geometries: boolean, depth: number): void {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (value !== '') this.#column(name).set(this.#rows, value);
    } else if (Array.isArray(value)) {
      const text = value.every((item) => typeof item !== 'object') ? value.join(', ') : written(value);
      if (value.length > 0) this.#column(name).set(this.#rows, text);
    } else if (isGeometry(value)) {
      if (geometries) this.#column(name).set(this.#rows, written(value));
    } else if (isObject(value)) {
      if (depth < deepest) this.#addValues(value, `${name}.`, geometries, depth + 1);
      else this.#column(name).set(this.#rows, written(value));
    }
  }

  #column(name: string): ValueColumn {
    let column = this.#columns.get(name);
    if (!column) this.#columns.set(name, (column = new ValueColumn(name)));
    return column;
  }
}

/** What is nested deeper than can be written says nothing to anybody. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
