import { ValueColumn } from '../../model/columns-values.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { addGeometry } from '../../model/places-geometry.js';
import { Problems } from '../../model/problems.js';
import type { Table } from '../table.js';

type Json = Readonly<Record<string, unknown>>;

const geometryTypes = /^((Multi)?(Point|LineString|Polygon)|GeometryCollection)$/;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an object is a geometry as GeoJSON has it. */
export const isGeometry = (value: unknown): value is Json => isObject(value) && geometryTypes.test(String(value['type']));

/** GeoJSON features, one by one, as columns and places. Nested properties become columns of their own, such as `name.de`. */
export class FeatureTable {
  readonly problems = new Problems();
  readonly builder = new PlacesBuilder(this.problems, (row) => this.#record(row));
  readonly #columns = new Map<string, ValueColumn>();
  readonly #ids = new ValueColumn('id');
  #hasIds = false;
  #rows = 0;
  #read = 0;
  /** The records that became rows, from the first on that is not where its row is. */
  #records: number[] | undefined;

  /** Takes a feature, or a bare geometry; everything else is left out and reported. */
  add(value: unknown): void {
    this.#read += 1;
    const geometry = isGeometry(value);
    if (!geometry && (!isObject(value) || (value['type'] !== 'Feature' && !isObject(value['properties'])))) {
      this.problems.note('not-a-feature', this.#read, true);
      this.#records ??= Array.from({ length: this.#rows }, (_, row) => row + 1);
      return;
    }
    this.#records?.push(this.#read);
    addGeometry(this.builder, geometry ? value : value['geometry']);
    const { id, properties } = value as { id?: unknown; properties?: unknown };
    if (typeof id === 'string' || typeof id === 'number') {
      this.#ids.set(this.#rows, id);
      this.#hasIds = true;
    }
    if (isObject(properties)) this.#addValues(properties, '');
    this.#rows += 1;
  }

  /** The table so far; coordinates are in `crs`. */
  finish(crs: string | undefined): Table {
    const columns = [...this.#columns.values()].map((column) => column.finish(this.#rows));
    if (this.#hasIds && !this.#columns.has('id')) columns.unshift(this.#ids.finish(this.#rows));
    return { columns, rows: this.#rows, read: this.#read, problems: this.problems, record: (row) => this.#record(row), places: { builder: this.builder, crs } };
  }

  #record(row: number): number {
    return this.#records?.[row] ?? row + 1;
  }

  #addValues(values: Json, prefix: string): void {
    for (const key in values) {
      const value = values[key];
      const name = prefix + key;
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        if (value !== '') this.#column(name).set(this.#rows, value);
      } else if (Array.isArray(value)) {
        const text = value.every((item) => typeof item !== 'object') ? value.join(', ') : JSON.stringify(value);
        if (value.length > 0) this.#column(name).set(this.#rows, text);
      } else if (isObject(value) && !isGeometry(value)) this.#addValues(value, `${name}.`);
      // A second geometry among the properties is of no use in a list, and often in another grid.
    }
  }

  #column(name: string): ValueColumn {
    let column = this.#columns.get(name);
    if (!column) this.#columns.set(name, (column = new ValueColumn(name)));
    return column;
  }
}
