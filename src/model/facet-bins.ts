import { calendarEdges, type CalendarStep } from './facet-calendar.js';

/** From the first, and below the second. */
export type Bin = readonly [from: number, below: number];

/**
 * What bins have in common: `each` is one of a few whole numbers; `even` are equally wide; `growing` go from 1 to 2, 5, 10, 20 …;
 * the others are of the calendar.
 */
export type Step = 'each' | 'even' | 'growing' | CalendarStep;

export interface Binned {
  readonly bins: readonly Bin[];
  readonly step: Step;
  /** Whether all values are whole numbers: then 20 to 30 without 30 is “20 to 29”. */
  readonly isWhole: boolean;
}

/** So many whole numbers are read one by one. */
const few = 12;
/** About as many bars as can be told apart on a phone. */
const most = 30;
/** How many values tell whether they are skewed. */
const looked = 20_000;

/** Bins on round edges that hold all values; `undefined` where there are not two different ones. */
export function binsOf(values: Float64Array, areTimes: boolean): Binned | undefined {
  let [min, max, isWhole] = [Infinity, -Infinity, true];
  // Counted loops here and elsewhere: over a million numbers `for … of` takes several times as long until it is compiled.
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    if (isWhole && !Number.isInteger(value)) isWhole = false;
  }
  if (!(min < max)) return undefined;
  if (areTimes) {
    const { edges, step } = calendarEdges(min, max);
    return { bins: between(edges), step, isWhole };
  }
  const single = isWhole ? distinct(values) : undefined;
  if (single) return { bins: single.map((value) => [value, value + 1]), step: 'each', isWhole };
  if (min >= 0 && isSkewed(values, max)) return { bins: between(growingEdges(values, max, isWhole)), step: 'growing', isWhole };
  return { bins: between(evenEdges(min, max, isWhole)), step: 'even', isWhole };
}

function between(edges: readonly number[]): Bin[] {
  return edges.slice(1).map((below, i) => [edges[i]!, below]);
}

/** The different values, if they are few. */
function distinct(values: Float64Array): number[] | undefined {
  const found = new Set<number>();
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    found.add(value);
    if (found.size > few) return undefined;
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether half of the values would be in the first bar: then even bars say nothing. */
function isSkewed(values: Float64Array, max: number): boolean {
  const step = Math.max(1, Math.floor(values.length / looked));
  let [low, all] = [0, 0];
  for (let row = 0; row < values.length; row += step) {
    if (!Number.isFinite(values[row]!)) continue;
    all += 1;
    if (values[row]! * 60 < max) low += 1;
  }
  return low * 2 > all;
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9))!;
  return factor * power;
}

/** Edges by a round step, of which the last lies behind the greatest value. Of tenths they are `n / 10`: three times 0.1 is 0.30000000000000004. */
function evenEdges(min: number, max: number, isWhole: boolean): number[] {
  const step = Math.max(roundStep((max - min) / most), isWhole ? 1 : 0);
  const parts = step < 1 ? Math.round(1 / step) : 0;
  const edge = (n: number): number => (parts ? n / parts : n * step);
  let n = Math.floor(parts ? min * parts : min / step);
  const edges = [edge(n)];
  while (edges.at(-1)! <= max) edges.push(edge((n += 1)));
  return edges;
}

/** 0, 1, 2, 5, 10 … from the smallest that there is, yet no more than eight powers of ten. */
function growingEdges(values: Float64Array, max: number, isWhole: boolean): number[] {
  let least = max;
  for (let row = 0; row < values.length; row += 1) if (values[row]! > 0 && values[row]! < least) least = values[row]!;
  let power = Math.max(Math.floor(Math.log10(least)), Math.floor(Math.log10(max)) - 8, isWhole ? 0 : -Infinity);
  const edges = [0];
  for (; edges.at(-1)! <= max; power += 1) {
    for (const factor of [1, 2, 5]) if (edges.at(-1)! <= max) edges.push(power < 0 ? factor / 10 ** -power : factor * 10 ** power);
  }
  return edges;
}
