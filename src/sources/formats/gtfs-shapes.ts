import { readNumber } from '../../model/columns-number.js';
import type { RawColumn } from '../../model/columns.js';
import type { PlacesBuilder } from '../../model/places-builder.js';
import type { GtfsTable } from './gtfs-table.js';

/** The ways that vehicles take: each a line through its points in their order. */
export interface GtfsShapes {
  /** The number of a shape by its `shape_id`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Adds the line of a shape to the row that is being made. */
  add(builder: PlacesBuilder, shape: number): void;
}

/** All shapes of `shapes.txt`. Yields so that its caller may pause. */
export function* gtfsShapes(table: GtfsTable): Generator<void, GtfsShapes> {
  const numbers = new Map<string, number>();
  const of = new Uint32Array(table.rows);
  const [longitude, latitude, sequence] = ['shape_pt_lon', 'shape_pt_lat', 'shape_pt_sequence'].map((name) => numbersOf(table.column(name), table.rows)) as [Float64Array, Float64Array, Float64Array];
  for (let row = 0; row < table.rows; row += 1) {
    if ((row & 8191) === 8191) yield;
    const id = table.text('shape_id', row);
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    of[row] = number;
  }
  // The rows of each shape lie side by side, in the order of their sequence, wherever they are in the file.
  const order = Uint32Array.from(of, (_, row) => row);
  yield;
  if (!isSorted(of, sequence)) order.sort((a, b) => of[a]! - of[b]! || (sequence[a]! || 0) - (sequence[b]! || 0) || a - b);
  const starts = new Uint32Array(numbers.size + 1);
  for (const number of of) starts[number + 1]! += 1;
  for (let i = 0; i < numbers.size; i += 1) starts[i + 1]! += starts[i]!;
  return {
    numbers,
    add(builder, shape) {
      for (let i = starts[shape]!; i < starts[shape + 1]!; i += 1) {
        const row = order[i]!;
        if (!Number.isNaN(longitude[row]!) && !Number.isNaN(latitude[row]!)) builder.position(longitude[row]!, latitude[row]!);
      }
      // One point is no line.
      if (builder.openPositions.length < 4) builder.dropPart();
      else builder.endPart();
    },
  };
}

function isSorted(of: Uint32Array, sequence: Float64Array): boolean {
  for (let row = 1; row < of.length; row += 1) {
    if (of[row]! < of[row - 1]! || (of[row] === of[row - 1] && !(sequence[row]! >= sequence[row - 1]!))) return false;
  }
  return true;
}

function numbersOf(column: RawColumn | undefined, rows: number): Float64Array {
  const values = new Float64Array(rows).fill(Number.NaN);
  if (column) for (let row = 0; row < rows; row += 1) values[row] = readNumber(column.bytes, column.starts[row]!, column.ends[row]!, '.');
  return values;
}
