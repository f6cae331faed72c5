import type { Bounds, CategoryColumn, Dataset } from './dataset.js';
import type { Bin } from './facet-bins.js';
import { facetOf } from './facet.js';
import type { Condition, FilterState } from './filter-state.js';
import type { Filter } from './filter.js';
import type { Extent } from './grid.js';
import { halfWorld, latitude, longitude, mercatorX, mercatorY } from './mercator.js';

/** A filter, and what of the state means nothing in this data. */
export interface Named {
  readonly filter: Filter;
  /** Conditions with columns, values or forms that are not there. They were left out, and whoever shows the data should say so. */
  readonly ignored: readonly Condition[];
}

/** So many things can be asked at once; the others are ignored. */
const most = 28;

/** What a state asks of a dataset. It may come from a link, and be anything: what it says that is not there is left out and named. */
export function toFilter(state: FilterState, dataset: Dataset): Named {
  const { columns } = dataset;
  const [chosen, ranges, weekdays, hours] = [new Map<number, Set<number>>(), new Map<number, Bin[]>(), new Map<number, Set<number>>(), new Map<number, Set<number>>()];
  const ignored: Condition[] = [];
  for (const condition of listed<Condition>(state.where)) {
    if (typeof condition !== 'object' || condition === null) continue;
    const index = columns.findIndex(({ name }) => name === condition.column);
    const column = columns[index];
    const left: { -readonly [key in keyof Condition]: Condition[key] } = { column: condition.column };
    const isFull = chosen.size + ranges.size + weekdays.size + hours.size >= most;
    const codes = (into: Map<number, Set<number>>, all: readonly number[]): void => {
      if (all.length > 0) into.set(index, new Set([...(into.get(index) ?? []), ...all]));
    };

    const values = listed<string | null>(condition.values);
    const place = (value: string | null): number => (column?.type !== 'category' || isFull ? -1 : value === null ? 0 : column.labels.indexOf(value) + 1 || -1);
    codes(chosen, values.map(place).filter((code) => code >= 0));
    const lost = values.filter((value) => place(value) < 0);
    if (lost.length > 0) left.values = lost;

    const asked = listed<Bin>(condition.ranges);
    const good = asked.filter((range) => !isFull && Array.isArray(range) && range.length === 2 && range.every((n) => typeof n === 'number') && range[0] < range[1]);
    const isRanged = good.length > 0 && facetOf(dataset, index, 'ranges') !== undefined;
    if (isRanged) ranges.set(index, [...(ranges.get(index) ?? []), ...good.map(([from, below]) => [Number(from), Number(below)] as const)]);
    const badRanges = isRanged ? asked.filter((range) => !good.includes(range)) : asked;
    if (badRanges.length > 0) left.ranges = badRanges;

    for (const [key, kind, into, least, last, first] of [['weekdays', 'weekdays', weekdays, 1, 7, 0], ['hours', 'hours', hours, 0, 23, 1]] as const) {
      const numbers = listed<number>(condition[key]);
      if (numbers.length === 0) continue;
      const isThere = !isFull && facetOf(dataset, index, kind) !== undefined;
      const fits = (n: number): boolean => isThere && Number.isInteger(n) && n >= least && n <= last;
      codes(into, numbers.filter(fits).map((n) => n + first));
      const bad = numbers.filter((n) => !fits(n));
      if (bad.length > 0) left[key] = bad;
    }
    if (Object.keys(left).length > 1) ignored.push(left);
  }
  return { filter: { text: typeof state.text === 'string' ? state.text : '', chosen, ranges, weekdays, hours, extent: extentOf(state.extent), area: ringOf(state.area) }, ignored };
}

/** A filter in the names and values of its dataset: what `toFilter` makes the same filter of. */
export function toState({ text, chosen, ranges, weekdays, hours, extent, area }: Filter, { columns }: Dataset): FilterState {
  const where: Condition[] = [];
  columns.forEach(({ name }, index) => {
    const values = [...(chosen.get(index) ?? [])].map((code) => (code === 0 ? null : (columns[index] as CategoryColumn).labels[code - 1]!));
    const condition = {
      ...(values.length > 0 && { values }),
      ...(ranges?.get(index)?.length && { ranges: ranges.get(index)! }),
      ...(weekdays?.get(index)?.size && { weekdays: sorted(weekdays.get(index)!) }),
      ...(hours?.get(index)?.size && { hours: sorted(hours.get(index)!).map((code) => code - 1) }),
    };
    if (Object.keys(condition).length > 0) where.push({ column: name, ...condition });
  });
  return {
    ...(text && { text }),
    ...(where.length > 0 && { where }),
    ...(extent && { extent: boundsOf(extent) }),
    ...(area && { area: Array.from({ length: area.length / 2 }, (_, i) => [rounded(longitude(area[2 * i]!)), rounded(latitude(area[2 * i + 1]!))] as const) }),
  };
}

const listed = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value as T[] : []);
const sorted = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b);
/** To a tenth of a metre: a link need not be longer. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const turned = (degrees: number): number => rounded(degrees - 360 * Math.floor((degrees + 180) / 360));

/** A box in metres; its east may lie beyond the antimeridian. */
function extentOf(bounds: Bounds | undefined): Extent | undefined {
  const [west, south, east, north] = listed<number>(bounds);
  if (![west, south, east, north].every(Number.isFinite)) return undefined;
  return [mercatorX(west!), mercatorY(south!), mercatorX(east!) + (west! > east! ? 2 * halfWorld : 0), mercatorY(north!)];
}

function boundsOf([west, south, east, north]: Extent): Bounds {
  const isWide = east - west >= 2 * halfWorld;
  return [isWide ? -180 : turned(longitude(west)), rounded(latitude(south)), isWide ? 180 : turned(longitude(east)), rounded(latitude(north))];
}

function ringOf(area: FilterState['area']): Float64Array | undefined {
  const corners = listed<readonly number[]>(area);
  if (corners.length < 3 || !corners.every((corner) => Array.isArray(corner) && corner.every(Number.isFinite) && corner.length >= 2)) return undefined;
  return Float64Array.from(corners.flatMap(([lon, lat]) => [mercatorX(lon!), mercatorY(lat!)]));
}
