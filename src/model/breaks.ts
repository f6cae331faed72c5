import { naturalBreaks } from './breaks-natural.js';

/** How values are put into classes: as many in each, as wide each, or as the values lie together (Jenks); or where somebody says. */
export type Classing = 'quantile' | 'equal' | 'jenks' | readonly number[];

/** More values than these are looked at in part: every so many-th of them. */
const sample = 20_000;

/**
 * The bounds of classes, rising: class n holds what is at least bound n and below bound n + 1, the last also its end. Where values
 * lie on both sides of 0, no class does. NaN is no value; fewer classes are made where there are not enough different ones, none of none.
 */
export function classBounds(values: Float64Array, count: number, classing: Classing): number[] {
  let [low, high, known] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    known += 1;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (known === 0) return [];
  if (typeof classing !== 'string') {
    const own = [...new Set(classing)].sort((a, b) => a - b);
    return [Math.min(low, own[0]!), ...own.filter((bound) => bound > Math.min(low, own[0]!)), ...(high >= own.at(-1)! ? [Math.max(high, own.at(-1)!)] : [])];
  }
  const sorted = sampled(values, known);
  const both = low < 0 && high > 0;
  const half = Math.max(1, Math.floor(count / 2));
  const inner = both
    ? [...between(sorted.filter((value) => value < 0), low, 0, half, classing), 0, ...between(sorted.filter((value) => value >= 0), 0, high, half, classing)]
    : between(sorted, low, high, count, classing);
  return rounded([low, ...inner, high]);
}

/** The class of a value, from 0; -1 for none. */
export function classOf(bounds: readonly number[], value: number | undefined): number {
  if (value === undefined || Number.isNaN(value) || bounds.length < 2) return -1;
  let found = 0;
  while (found + 2 < bounds.length && value >= bounds[found + 1]!) found += 1;
  return found;
}

function sampled(values: Float64Array, known: number): Float64Array {
  const step = Math.ceil(known / sample);
  const found = new Float64Array(Math.ceil(known / step));
  let nth = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i]!)) continue;
    if (nth % step === 0) found[nth / step] = values[i]!;
    nth += 1;
  }
  return found.sort();
}

/** The bounds between the first and the last. */
function between(sorted: Float64Array, low: number, high: number, count: number, classing: 'quantile' | 'equal' | 'jenks'): number[] {
  if (classing === 'jenks') return naturalBreaks(sorted, count);
  const parts = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  if (classing === 'equal') return parts.map((part) => low + (high - low) * part);
  return parts.map((part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part))]!);
}

/** To numbers that can be read, as long as they stay a tenth of a class exact; what is not above the one before is no bound. */
function rounded(bounds: readonly number[]): number[] {
  const [low, high] = [bounds[0]!, bounds.at(-1)!];
  const inner = bounds.slice(1, -1).filter((bound, i) => bound > bounds[i]! && bound > low && bound < high);
  const narrowest = Math.min(...[...inner, high].map((bound, i) => bound - (inner[i - 1] ?? low)).filter((width) => width > 0));
  if (!Number.isFinite(narrowest)) return [low, high];
  const digits = 1 - Math.floor(Math.log10(narrowest));
  const short = inner.map((bound) => (Math.abs(digits) > 15 ? bound : digits >= 0 ? Number(bound.toFixed(digits)) : Math.round(bound * 10 ** digits) / 10 ** digits));
  return [low, ...short.filter((bound, i) => bound > low && bound < high && bound !== short[i - 1]), high];
}
