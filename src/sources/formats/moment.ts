/** More than these are milliseconds since 1970, not seconds: the seconds would be in the year 5138. */
const mostSeconds = 1e11;

/** A point in time as milliseconds since 1970, from seconds, milliseconds or RFC 3339; `undefined` for what is none, such as 0. */
export function momentOf(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^\s*\d+(\.\d+)?\s*$/.test(value)) {
    // A time without a zone is taken as UTC, as in every other column of dates.
    const text = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value.trim()) ? `${value.trim().replace(' ', 'T')}Z` : value;
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : time;
  }
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (!(number > 0) || number > 8e15) return undefined;
  return number < mostSeconds ? number * 1000 : number;
}

/** The same as text that a column of dates is made of. */
export function momentText(value: unknown): string | undefined {
  const time = momentOf(value);
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** The latest of several points in time. */
export const latest = (...times: readonly (number | undefined)[]): number | undefined => times.reduce((most, time) => (time !== undefined && !(time <= (most ?? -Infinity)) ? time : most), undefined);
