import type { Column } from './dataset.js';

const hour = 3_600_000;
const day = 24 * hour;
const timeOfDay = /^([01]?\d|2[0-4])[:.h][0-5]\d/;
const saysHour = /hour|\bhr\b|stunde|heure|\bhora|uur|ساعة/i;

/** A column's points in time, in milliseconds since 1970. */
export function timesOf(column: Column): Float64Array | undefined {
  return column.type === 'date' ? column.values : undefined;
}

/** Monday 1 to Sunday 7, as ISO 8601 numbers them; 0 without a time. */
export function weekdayCodes(times: Float64Array): Uint8Array {
  const codes = new Uint8Array(times.length);
  for (let row = 0; row < times.length; row += 1) {
    const days = Math.floor(times[row]! / day);
    // The first day of 1970 was a Thursday.
    if (Number.isFinite(days)) codes[row] = ((((days + 3) % 7) + 7) % 7) + 1;
  }
  return codes;
}

/**
 * The hour of each row plus 1, and 0 without one: of points in time, of `14:05`, and of numbers from 0 to 23 whose header says
 * that they are hours. `undefined` where there are none, or where all points in time are whole days.
 *
 * Weekdays and hours are those that stand in the data: a time without a zone is kept as if it were UTC, and read so again. An
 * accident at “08:15” happened at eight wherever the reader is, and a link counts the same for everybody. What names its zone
 * is counted in UTC, too, and says so.
 */
export function hoursOf(column: Column, length: number): (() => Uint8Array) | undefined {
  const times = timesOf(column);
  if (times) return haveHours(times) ? () => coded(times, hourOf) : undefined;
  if (column.type === 'date') return undefined;
  if (column.type === 'number') {
    const fits = saysHour.test(column.name) && column.values.every((value) => Number.isNaN(value) || (Number.isInteger(value) && value >= 0 && value < 24));
    return fits ? () => coded(column.values, (value) => (Number.isNaN(value) ? 0 : value + 1)) : undefined;
  }
  if (column.type === 'category') {
    if (!column.labels.length || !column.labels.every((label) => timeOfDay.test(label))) return undefined;
    const hours = column.labels.map(hourCode);
    return () => coded(column.codes, (code) => (code ? hours[code - 1]! : 0));
  }
  const written = writtenHours(column, length);
  return written && (() => written);
}

/** A loop: for a million rows `Uint8Array.from` takes ten times as long. */
function coded(values: Float64Array | Uint32Array, code: (value: number) => number): Uint8Array {
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) codes[row] = code(values[row]!);
  return codes;
}

/** Whether some are not whole days. What is left of a division is found several times as fast this way as by `%`. */
function haveHours(times: Float64Array): boolean {
  for (let row = 0; row < times.length; row += 1) {
    const time = times[row]!;
    if (time !== day * Math.floor(time / day) && !Number.isNaN(time)) return true;
  }
  return false;
}

function hourOf(time: number): number {
  const hours = Math.floor(time / hour);
  return Number.isNaN(time) ? 0 : hours - 24 * Math.floor(hours / 24) + 1;
}

function hourCode(text: string): number {
  return (Number(timeOfDay.exec(text)?.[1]) % 24) + 1;
}

function writtenHours(column: Column, length: number): Uint8Array | undefined {
  const codes = new Uint8Array(length);
  let found = false;
  for (let row = 0; row < length; row += 1) {
    const text = column.value(row);
    if (text === undefined) continue;
    if (!timeOfDay.test(String(text))) return undefined;
    codes[row] = hourCode(String(text));
    found = true;
  }
  return found ? codes : undefined;
}
