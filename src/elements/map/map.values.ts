import type { Language } from '../../controllers/language.js';
import type { Column, Dataset, DateColumn, Role } from '../../model/dataset.js';
import { plainText } from './map.text.js';

const day = 86_400_000;

/** A value as a line of text in the reader's language; `undefined` where the row has none. */
export function valueText(column: Column, role: Role | undefined, row: number, language: Language): string | undefined {
  const value = column.value(row);
  if (value === undefined) return undefined;
  if (typeof value === 'string') return plainText(value) || undefined;
  if (column.type === 'date') return language.date(value, dateStyle(column, isWholeDay(value)));
  // A year or a house number has no thousands, a code is no amount.
  const grouped = role !== 'id' && Math.abs(value) >= 10_000;
  return language.number(value, { maximumFractionDigits: 6, useGrouping: grouped });
}

/** How much of what there is is free; `undefined` where one of both is not known, or more is free than there is. */
export function freeOf({ columns, roles }: Dataset, row: number, { say, number }: Language): string | undefined {
  const [free, all] = [columns[roles.free ?? -1]?.value(row), columns[roles.capacity ?? -1]?.value(row)];
  return typeof free === 'number' && typeof all === 'number' && free >= 0 && free <= all ? say.map.free(number(free), number(all)) : undefined;
}

/** A day without an hour; midnight of a day, in UTC, stands for it. */
export function isWholeDay(value: number): boolean {
  return value % day === 0;
}

/** How a date is written: a day without an hour is the same day everywhere; a time that names no zone is read as it was written. */
export function dateStyle({ isLocal }: Pick<DateColumn, 'isLocal'>, isDay: boolean): Intl.DateTimeFormatOptions {
  return { dateStyle: 'medium', timeStyle: isDay ? undefined : 'short', timeZone: isDay || isLocal ? 'UTC' : undefined };
}
