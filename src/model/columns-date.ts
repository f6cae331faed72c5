import type { RawColumn } from './columns.js';

/** In which order a date names its parts. */
export type DateOrder = 'year' | 'day' | 'month';

const [dash, dot, slash, colon, blank, zero] = [0x2d, 0x2e, 0x2f, 0x3a, 0x20, 0x30];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

let at = 0;
let digits = 0;

/** The digits at `at` as a number, or -1; leaves behind how many there were. */
function digitsAt(bytes: Uint8Array, end: number): number {
  let value = 0;
  digits = 0;
  while (at < end && bytes[at]! >= zero && bytes[at]! <= zero + 9 && digits < 10) {
    value = value * 10 + (bytes[at]! - zero);
    at += 1;
    digits += 1;
  }
  return digits === 0 ? -1 : value;
}

/** Minutes and seconds behind the hour, in milliseconds; NaN for what is no time. An empty rest is midnight. */
function timeAt(bytes: Uint8Array, end: number): number {
  if (at === end) return 0;
  if (bytes[at] !== blank && (bytes[at]! | 0x20) !== 0x74) return Number.NaN;
  at += 1;
  const hours = digitsAt(bytes, end);
  if (hours < 0 || hours > 24 || bytes[at] !== colon) return Number.NaN;
  at += 1;
  const minutes = digitsAt(bytes, end);
  let [seconds, fraction] = [0, 0];
  if (bytes[at] === colon && at < end) {
    at += 1;
    seconds = digitsAt(bytes, end);
    if (bytes[at] === dot && at < end) {
      at += 1;
      fraction = digitsAt(bytes, end) / 10 ** digits;
    }
  }
  if (minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return Number.NaN;
  return ((hours * 60 + minutes) * 60 + seconds + fraction) * 1000 - zoneAt(bytes, end);
}

/** The offset of the zone in milliseconds; a time without a zone is taken as UTC, so that it shows as it is written. */
function zoneAt(bytes: Uint8Array, end: number): number {
  if (at === end || (at + 1 === end && bytes[at] === 0x5a)) return 0;
  const sign = bytes[at] === 0x2b ? 1 : bytes[at] === dash ? -1 : Number.NaN;
  at += 1;
  let hours = digitsAt(bytes, end);
  let minutes = 0;
  if (digits === 4) [hours, minutes] = [Math.floor(hours / 100), hours % 100];
  else if (bytes[at] === colon && at < end) {
    at += 1;
    minutes = digitsAt(bytes, end);
  }
  return at === end && hours >= 0 && minutes >= 0 ? sign * (hours * 60 + minutes) * 60_000 : Number.NaN;
}

/** Milliseconds since 1970 of `2026-11-23`, `2026/11/23 14:05`, `2026-11-23T14:05:00+01:00`, or `23.11.2026` by its order; else NaN. */
export function readDate(bytes: Uint8Array, start: number, end: number, order: DateOrder): number {
  at = start;
  const first = digitsAt(bytes, end);
  const firstDigits = digits;
  const mark = bytes[at];
  if (first < 0 || (mark !== dash && mark !== slash && mark !== dot) || at >= end) return Number.NaN;
  at += 1;
  const second = digitsAt(bytes, end);
  if (second < 0 || digits > 2 || bytes[at] !== mark || at >= end) return Number.NaN;
  at += 1;
  const third = digitsAt(bytes, end);
  // Two digits of a year could be any century: such a column stays text.
  if (third < 0 || (order === 'year' ? firstDigits !== 4 || digits > 2 : firstDigits > 2 || digits !== 4)) return Number.NaN;
  const [year, month, day] = order === 'year' ? [first, second, third] : order === 'day' ? [third, second, first] : [third, first, second];
  const leap = month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 1 : 0;
  if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]! + leap) return Number.NaN;
  return Date.UTC(year, month - 1, day) + timeAt(bytes, end);
}

/** Whether the first two parts are set apart by points, which is written with the day first wherever it is written. */
export function hasPoints(bytes: Uint8Array, start: number, end: number): boolean {
  const mark = bytes.subarray(start, end).indexOf(dot);
  return mark === 1 || mark === 2;
}

/** So many rows tell whether times name their zone. */
const looked = 100;

/** Whether the times of a column name no zone. */
export function isLocal({ bytes, starts, ends }: RawColumn): boolean {
  for (let row = 0; row < Math.min(starts.length, looked); row += 1) if (hasZone(bytes, starts[row]!, ends[row]!)) return false;
  return true;
}

/** Whether a time of day names its zone behind it: `14:05Z`, `14:05+01:00`. */
function hasZone(bytes: Uint8Array, start: number, end: number): boolean {
  const time = bytes.subarray(start, end).indexOf(colon);
  if (time < 0) return false;
  for (let i = start + time; i < end; i += 1) if ((bytes[i]! | 0x20) === 0x7a || bytes[i] === 0x2b || bytes[i] === dash) return true;
  return false;
}
