import type { About, Column, Dataset, PlaceKind, Places, Problem, Report, Roles } from '../../src/model/dataset.js';
import { latitude, longitude, mercatorX, mercatorY } from '../../src/model/mercator.js';

type Cell = string | number | Date | undefined;
type Position = readonly [longitude: number, latitude: number];
type Geometry =
  | { readonly point: Position }
  | { readonly line: readonly Position[] }
  | { readonly area: readonly (readonly Position[])[] };

interface Made {
  /** Columns by name: dates and numbers by their first value, a category where the name is said to be one, else text. */
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly categories?: readonly string[];
  /** One geometry a row; `undefined` for a row without a place. */
  readonly places?: readonly (Geometry | undefined)[];
  readonly about?: About;
  /** Column names by role. */
  readonly roles?: { readonly [role in keyof Roles]?: string };
  readonly problems?: readonly Problem[];
  readonly report?: Partial<Report>;
}

/** A small dataset of a test's own. */
export function dataset({ columns, categories = [], places, about = {}, roles = {}, problems = [], report = {} }: Made): Dataset {
  const names = Object.keys(columns);
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  const made = places && madePlaces(places);
  const dropped = problems.reduce((sum, problem) => sum + (problem.dropped ? problem.count : 0), 0);
  return {
    length,
    columns: names.map((name) => column(name, columns[name]!, categories.includes(name))),
    places: made,
    about,
    roles: Object.fromEntries(Object.entries(roles).map(([role, name]) => [role, names.indexOf(name)])),
    report: { format: 'csv', read: length + dropped, kept: length, located: made?.located ?? 0, problems, ...report },
  };
}

function column(name: string, cells: readonly Cell[], category: boolean): Column {
  const first = cells.find((cell) => cell !== undefined);
  if (category) {
    const labels = [...new Set(cells.filter((cell) => cell !== undefined).map(String))];
    const codes = Uint32Array.from(cells, (cell) => (cell === undefined ? 0 : labels.indexOf(String(cell)) + 1));
    return { name, type: 'category', codes, labels, value: (row) => labels[codes[row]! - 1] };
  }
  if (typeof first === 'number' || first instanceof Date) {
    const values = Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : Number(cell)));
    return { name, type: first instanceof Date ? 'date' : 'number', values, value: (row) => (Number.isNaN(values[row]) ? undefined : values[row]) };
  }
  return { name, type: 'text', value: (row) => (cells[row] === undefined ? undefined : String(cells[row])) };
}

function madePlaces(geometries: readonly (Geometry | undefined)[]): Places {
  const x = new Float64Array(geometries.length).fill(Number.NaN);
  const y = new Float64Array(geometries.length).fill(Number.NaN);
  const kinds = new Uint8Array(geometries.length);
  const boxes = new Float64Array(geometries.length * 4).fill(Number.NaN);
  const coordinates: number[] = [];
  const parts = [0];
  const rows = [0];
  geometries.forEach((geometry, row) => {
    const lines = !geometry ? [] : 'point' in geometry ? [[geometry.point]] : 'line' in geometry ? [geometry.line] : geometry.area;
    kinds[row] = !geometry ? 0 : 'point' in geometry ? 1 : 'line' in geometry ? 2 : 3;
    const flat = lines.map((line) => line.flatMap(([lon, lat]) => [mercatorX(lon), mercatorY(lat)]));
    for (const part of flat) {
      coordinates.push(...part);
      parts.push(coordinates.length / 2);
    }
    rows.push(parts.length - 1);
    const all = flat.flat();
    if (all.length === 0) return;
    const xs = all.filter((_, i) => i % 2 === 0);
    const ys = all.filter((_, i) => i % 2 === 1);
    boxes.set([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], row * 4);
    x[row] = (boxes[row * 4]! + boxes[row * 4 + 2]!) / 2;
    y[row] = (boxes[row * 4 + 1]! + boxes[row * 4 + 3]!) / 2;
  });
  const boxed = [...boxes.keys()].filter((i) => !Number.isNaN(boxes[i]!));
  const ends = (side: number, choose: (...values: number[]) => number): number => choose(...boxed.filter((i) => i % 4 === side).map((i) => boxes[i]!));
  const kindNames: readonly (PlaceKind | undefined)[] = [undefined, 'point', 'line', 'area'];
  return {
    located: kinds.filter((kind) => kind > 0).length,
    bounds: [longitude(ends(0, Math.min)), latitude(ends(1, Math.min)), longitude(ends(2, Math.max)), latitude(ends(3, Math.max))],
    x,
    y,
    kind: (row) => kindNames[kinds[row]!],
    shapes: kinds.some((kind) => kind > 1)
      ? { coordinates: Float64Array.from(coordinates), parts: Uint32Array.from(parts), rows: Uint32Array.from(rows), kinds, boxes }
      : undefined,
  };
}
