import { ValueColumn } from '../../model/columns-values.js';
import { latitude, longitude } from '../../model/mercator.js';
import { interleaved, PlacesBuilder } from '../../model/places-builder.js';
import { Problems } from '../../model/problems.js';
import { toMercator } from '../crs.js';
import { SourceError, type DatasetOptions } from '../source.js';
import type { Table } from '../table.js';
import type { Located } from './datex2-location.js';

/** Records of one kind by their id: what is known once and what changes come together, in whichever order. */
export class Datex2Table {
  readonly #columns = new Map<string, ValueColumn>();
  readonly #filled = new Map<string, Set<number>>();
  readonly #rows = new Map<string, number>();
  readonly #said = new Set<string>();
  readonly #places: (Located | undefined)[] = [];
  #length = 0;

  get rows(): number {
    return this.#length;
  }

  get located(): number {
    return this.#places.reduce((sum, place) => sum + (place ? 1 : 0), 0);
  }

  /** Without an id, or said twice by the same `element`, a record is a row of its own; `isNews` knows better than what is known once. */
  add(id: string | undefined, element: string, values: Readonly<Record<string, string | number>>, place: Located | undefined, isNews: boolean): void {
    const key = `${element} ${id ?? ''}`;
    const isAgain = id === undefined || this.#said.has(key);
    const row = (isAgain ? undefined : this.#rows.get(id)) ?? this.#length++;
    if (!isAgain) this.#rows.set(id, row);
    if (id !== undefined) this.#set(row, 'id', id, false);
    this.#said.add(key);
    for (const [name, value] of Object.entries(values)) this.#set(row, name, value, isNews);
    this.#places[row] ??= place;
  }

  /** The table, all coordinates in degrees; `isGuessed` where metres were among them that no name explains. */
  async finish(address: string, options: DatasetOptions): Promise<{ readonly table: Table; readonly isGuessed: boolean }> {
    const problems = new Problems();
    const record = (row: number): number => row + 1;
    const columns = [...this.#columns.values()].map((column) => column.finish(this.#length));
    const table: Table = { columns, rows: this.#length, read: this.#length, problems, record };
    if (this.located === 0) return { table: { ...table, places: undefined }, isGuessed: false };
    const grid = await this.#inDegrees(address, options);
    const builder = new PlacesBuilder(problems, record);
    for (let row = 0; row < this.#length; row += 1) addPlace(builder, this.#places[row], () => problems.note('outside-world', record(row)));
    return { table: { ...table, places: { built: builder, crs: 'EPSG:4326' } }, isGuessed: grid };
  }

  #set(row: number, name: string, value: string | number, isNews: boolean): void {
    let filled = this.#filled.get(name);
    if (!filled) this.#filled.set(name, (filled = new Set()));
    if (filled.has(row) && !isNews) return;
    filled.add(row);
    let column = this.#columns.get(name);
    if (!column) this.#columns.set(name, (column = new ValueColumn(name)));
    column.set(row, value);
  }

  /**
   * Some publish metres of their grid as degrees, and not in every row. Those rows are put where the one grid has them that
   * fits all of them; if none does, they stay nowhere. Says whether a grid was guessed.
   */
  async #inDegrees(address: string, { crs, signal }: DatasetOptions): Promise<boolean> {
    const rows = this.#places.flatMap((place, row) => (place?.positions.some(isMetres) ? [row] : []));
    if (rows.length === 0) return false;
    const known = this.#places.flatMap((place) => place?.positions.filter((position) => !isMetres(position)) ?? []);
    const hint = { columns: '“longitude” and “latitude”', metres: true };
    for (const order of [[0, 1], [1, 0]] as const) {
      const flat = Float64Array.from(rows.flatMap((row) => this.#places[row]!.positions.flatMap((position) => order.map((i) => position[i]))));
      try {
        await toMercator(interleaved(flat), crs, { hint, address, signal });
      } catch (error) {
        if (error instanceof SourceError) continue;
        throw error;
      }
      const degrees = Array.from({ length: flat.length / 2 }, (_, i) => [longitude(flat[2 * i]!), latitude(flat[2 * i + 1]!)] as const);
      // Where some rows are known to be, the others cannot be in another country.
      if (known.length > 0 && !degrees.every((position) => known.some((each) => Math.hypot(each[0] - position[0], each[1] - position[1]) < farthest))) continue;
      let at = 0;
      for (const row of rows) {
        const { kind, positions } = this.#places[row]!;
        this.#places[row] = { kind, positions: positions.map(() => degrees[at++]!) };
      }
      return crs === undefined;
    }
    return false;
  }
}

/** How far apart, in degrees, records of one publisher lie at most from the nearest of which the place is certain. */
const farthest = 5;

const isMetres = ([x, y]: readonly [number, number]): boolean => Math.abs(x) > 360 || Math.abs(y) > 360;

function addPlace(builder: PlacesBuilder, place: Located | undefined, outside: () => void): void {
  if (!place) return builder.nothing('no-place');
  // Metres that nothing explains would make degrees of all others doubtful, too.
  if (place.positions.some((position) => isMetres(position) || position.some(Number.isNaN))) {
    outside();
    return builder.endRow(0);
  }
  if (place.positions.length === 1) return builder.point(place.positions[0]![0], place.positions[0]![1]);
  for (const [x, y] of place.positions) {
    builder.position(x, y);
    if (place.kind === 'points') builder.endPart();
  }
  if (place.kind === 'line') builder.endPart();
  builder.endRow(place.kind === 'line' ? 2 : 1);
}
