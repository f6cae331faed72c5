import { dateColumn } from './columns.js';
import type { Column } from './dataset.js';
import { headerWords } from './roles-headers.js';

/** 1980 and 2100, in milliseconds since 1970. */
const [least, most] = [315_532_800_000, 4_102_444_800_000];

/** What speaks of time, in the languages in which programs name columns. */
const saysTime = /time|date|epoch|datum|zeit|heure|fecha|hora|reported|modified|created|changed|observed|seen|تاريخ|وقت/i;

/** What a header that speaks of time may name beside it: `created_by` and `mandate_id` are numbers of people and things. */
const others = /(^| )(id|ids|by|nr|no|num|number|code|key|ref|count|user|hash)$/;

/**
 * Numbers that are points in time, as dates: all of them are seconds, or all are milliseconds since 1970, of years from 1980 to 2100.
 * 0 says that nothing is known. What is none stays what it is.
 */
export function moments(column: Column): Column {
  if (column.type !== 'number' || !saysTime.test(column.name) || others.test(headerWords(column.name))) return column;
  const { name, values } = column;
  const first = values.find((value) => value > 0);
  if (first === undefined) return column;
  const factor = first * 1000 > most ? 1 : 1000;
  const fits = values.every((value) => Number.isNaN(value) || value === 0 || (value * factor >= least && value * factor <= most));
  return fits ? dateColumn(name, values.map((value) => (value === 0 ? Number.NaN : value * factor))) : column;
}
