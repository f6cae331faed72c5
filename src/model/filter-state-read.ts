import type { Bounds } from './dataset.js';
import type { Condition, FilterState } from './filter-state.js';

/** Longer than any link that a person passes on: what is longer is somebody's attack. */
const longest = 20_000;
/** More conditions than anybody chooses by hand, and than can be kept apart in the bits of a number. */
const most = 30;

/** A filter as an attribute, a link or a page writes it: JSON, the form of `writeFilterState`, or an object. What cannot be understood of it is left out. */
export function readFilterState(value: unknown): FilterState {
  if (typeof value !== 'string') return checked(value);
  if (value.length > longest) return {};
  const text = value.trim();
  if (!text.startsWith('{')) return fromParts(text);
  try {
    return checked(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Decodes a part of a link; `undefined` where it is broken. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function fromParts(text: string): FilterState {
  const where = new Map<string, Record<string, unknown>>();
  const whole: Record<'text' | 'extent' | 'area', unknown> = { text: undefined, extent: undefined, area: undefined };
  for (const part of text.split(';')) {
    const [key = '', value = ''] = split(part, '=');
    const list = value.split(',');
    if (key === 'q') whole.text = decoded(value);
    else if (key === 'box') whole.extent = list.map(number);
    else if (key === 'area') whole.area = pairs(list.map(number));
    if (!key.startsWith('.')) continue;
    const [name = '', kind = ''] = split(key.slice(1), ':');
    const column = decoded(name);
    if (!column) continue;
    const condition = where.get(column) ?? { column };
    where.set(column, condition);
    if (kind === '') condition['values'] = list.map((each) => (each === '' ? null : decoded(each)));
    else if (kind === 'range') condition['ranges'] = list.map((range) => split(range, '~').map((end, i) => (end === '' ? (i === 0 ? -Infinity : Infinity) : number(end))));
    else if (kind === 'day') condition['weekdays'] = list.map(number);
    else if (kind === 'hour') condition['hours'] = list.map(number);
  }
  return checked({ ...whole, where: [...where.values()] });
}

/** Of whatever a page or JSON gives, what is a filter. */
function checked(value: unknown): FilterState {
  if (typeof value !== 'object' || value === null) return {};
  const { text, where, extent, area } = value as Record<string, unknown>;
  const conditions = Array.isArray(where) ? where.slice(0, most).flatMap(condition) : [];
  return {
    ...(typeof text === 'string' && text !== '' ? { text: text.slice(0, 500) } : {}),
    ...(conditions.length > 0 ? { where: conditions } : {}),
    ...(Array.isArray(extent) && extent.length === 4 && extent.every(Number.isFinite) ? { extent: extent as unknown as Bounds } : {}),
    ...(Array.isArray(area) && area.length > 2 && area.every(isPosition) ? { area: area as [number, number][] } : {}),
  };
}

function condition(value: unknown): Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  const { column, values, ranges, weekdays, hours } = value as Record<string, unknown>;
  if (typeof column !== 'string') return [];
  const kept = {
    values: some(values, (each) => each === null || typeof each === 'string'),
    ranges: some(ranges, (each) => Array.isArray(each) && each.length === 2 && each.every((end) => typeof end === 'number' && !Number.isNaN(end))),
    weekdays: some(weekdays, (each) => Number.isInteger(each) && Number(each) >= 1 && Number(each) <= 7),
    hours: some(hours, (each) => Number.isInteger(each) && Number(each) >= 0 && Number(each) <= 23),
  };
  const there = Object.entries(kept).filter(([, list]) => list);
  return there.length > 0 ? [{ column, ...Object.fromEntries(there) } as Condition] : [];
}

function some(list: unknown, isFit: (each: unknown) => boolean): unknown[] | undefined {
  const fit = Array.isArray(list) ? list.filter(isFit) : [];
  return fit.length > 0 ? fit : undefined;
}

const isPosition = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
const pairs = (numbers: readonly number[]): number[][] => numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1] ?? Number.NaN]] : []));

/** Before and after the first of a sign; the second is `undefined` where there is none. */
export function split(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
