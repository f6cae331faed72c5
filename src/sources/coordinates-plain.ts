import type { Column, NumberColumn } from '../model/dataset.js';
import { isNullIsland, type Positions } from '../model/places.js';
import type { Problems } from '../model/problems.js';
import type { FoundPlaces } from './coordinates.js';
import { inSlices } from './slices.js';

const isNumber = (column: Column): column is NumberColumn => column.type === 'number';
/** What a shape as text begins with. */
const shape = /^\s*(SRID|(MULTI)?(POINT|LINE|POLY)|GEOMETRY|\{)/i;

/**
 * The places of a table with one column called latitude and one called longitude, which hold that: most tables have
 * these. `undefined` for all others, of which `readPlaces` knows more.
 */
export async function plainPlaces(columns: readonly Column[], problems: Problems, record: (row: number) => number, signal: AbortSignal | undefined): Promise<FoundPlaces | undefined> {
  const called = (pattern: RegExp): NumberColumn[] => columns.filter(isNumber).filter(({ name }) => pattern.test(name));
  const [[north, otherNorth], [east, otherEast]] = [called(/^lat(itude)?$/i), called(/^(lon|lng|long|longitude)$/i)];
  if (!north || !east || otherNorth || otherEast) return undefined;
  if (isBeyond(north, 90) || isBeyond(east, 180) || columns.some((column) => !isNumber(column) && column.type !== 'date' && holdsShapes(column, north.values.length))) return undefined;
  const points: Positions = { x: east.values.slice(), y: north.values.slice(), step: 1 };
  await inSlices(withoutNowhere(points, (reason, row) => problems.note(reason, record(row))), signal);
  return { built: { all: points, points }, crs: undefined, roles: { longitude: columns.indexOf(east), latitude: columns.indexOf(north) }, hint: { columns: `“${east.name}” and “${north.name}”`, metres: false } };
}

function isBeyond({ values }: NumberColumn, limit: number): boolean {
  for (let row = 0; row < values.length; row += 1) if (Math.abs(values[row]!) > limit) return true;
  return false;
}

function holdsShapes(column: Column, rows: number): boolean {
  for (let row = 0; row < Math.min(rows, 50); row += 1) if (shape.test(String(column.value(row) ?? ''))) return true;
  return false;
}

/** Takes out what is no place. */
function* withoutNowhere({ x, y }: Positions, note: (reason: 'no-place' | 'null-island', row: number) => void): Generator<void, void> {
  for (let row = 0; row < x.length; row += 1) {
    if ((row & 16_383) === 16_383) yield;
    const isNothing = Number.isNaN(x[row]! + y[row]!);
    if (!isNothing && !isNullIsland(x[row]!, y[row]!)) continue;
    x[row] = y[row] = Number.NaN;
    note(isNothing ? 'no-place' : 'null-island', row);
  }
}
