const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** From so many milliseconds on, in which unit people count. */
const units: readonly (readonly [from: number, size: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [730 * day, 365.25 * day, 'year'],
  [60 * day, 30.44 * day, 'month'],
  [2 * day, day, 'day'],
  [hour, hour, 'hour'],
  [minute, minute, 'minute'],
];

/** “2 minutes ago”; `age` is in milliseconds. */
export function ago(age: number, tag: string): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const [, size, unit] = units.find(([from]) => age >= from) ?? [0, Infinity, 'second' as const];
  return words.format(-Math.floor(age / size) || 0, unit);
}
