import { isObject, type Json } from './records-item.js';

const kinds = { point: 'Point', line: 'LineString', polygon: 'Polygon' } as const;

/** The numbers of a `posList`, which stand in pairs; empty where one is no number. */
function numbersOf(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'number') ? value : [];
  if (typeof value !== 'string') return [];
  const bySpace = value.trim().split(/\s+/);
  // Two words with commas in them are numbers as half of Europe writes them.
  const words = bySpace.length === 2 ? bySpace.map((word) => word.replace(/[,;]$/, '').replace(',', '.')) : value.trim().split(/[\s,;]+/);
  const numbers = words.map((word) => (word === '' ? Number.NaN : Number(word)));
  return numbers.length % 2 === 0 && !numbers.some(Number.isNaN) ? numbers : [];
}

function held(poi: unknown): { readonly type: 'Point' | 'LineString' | 'Polygon'; readonly shape: Json } | undefined {
  const location = isObject(poi) && isObject(poi['location']) ? poi['location'] : {};
  for (const kind of ['polygon', 'line', 'point'] as const) {
    const said = location[kind];
    const shape: unknown = Array.isArray(said) ? said[0] : said;
    if (isObject(shape)) return { type: kinds[kind], shape };
  }
  return undefined;
}

/** The pairs of a point of interest in the order in which they are written, which should be latitude first. */
export function positionsOf(poi: unknown): readonly (readonly [number, number])[] | undefined {
  const { shape } = held(poi) ?? {};
  const pos = shape && isObject(shape['pos']) ? shape['pos'] : shape;
  const numbers = numbersOf(pos?.['posList'] ?? pos?.['pos']);
  return numbers.length > 0 ? Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!] as const) : undefined;
}

/** The grids that points of interest name. */
export function* gridsOf(poi: readonly unknown[]): Generator<unknown, void> {
  for (const each of poi) {
    const { shape } = held(each) ?? {};
    const pos = shape && isObject(shape['pos']) ? shape['pos'] : shape;
    if (pos?.['srsName']) yield pos['srsName'];
  }
}

/** Whether most positions can only be longitude first. */
export function areTurned(poi: readonly unknown[]): boolean {
  let [all, turned] = [0, 0];
  for (const each of poi) {
    const [first] = positionsOf(each) ?? [];
    if (!first) continue;
    all += 1;
    if (Math.abs(first[0]) > 90 && Math.abs(first[0]) <= 180 && Math.abs(first[1]) <= 90) turned += 1;
  }
  return turned * 2 > all;
}

/** The GeoJSON geometry of a point of interest; what stands in metres is east first, as its grid has it. */
export function geometryOf(poi: unknown, turned: boolean): Json | undefined {
  const positions = positionsOf(poi);
  const { type } = held(poi) ?? {};
  if (!positions || !type) return undefined;
  const line = positions.map(([first, second]) => (turned || Math.abs(first) > 360 ? [first, second] : [second, first]));
  return { type, coordinates: type === 'Point' ? line[0] : type === 'LineString' ? line : [line] };
}
