import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English where everything can be filtered by. `#` in a plural form is the number. */
export const mapExplorer = {
  label: (title: string): string => `Filter: ${title}`,
  /** `name` is that of a column with dates. */
  weekday: (name: string): string => `${name}: day of the week`,
  hour: (name: string): string => `${name}: hour`,
  range: (from: string, to: string): string => `${from} to ${to}`,
  none: 'Not stated',
  /** The two ends of a range of `name`. */
  from: (name: string): string => `${name}: from`,
  to: (name: string): string => `${name}: to`,
  every: 'All',
  add: 'Add a range',
  remove: (what: string): string => `Remove: ${what}`,
  more: (n: number): string => count(n, { one: 'Show # more', other: 'Show # more' }),
  fewer: 'Show fewer',
  table: 'Show as a table',
  value: 'Value',
  places: 'Places',
  growing: 'Most values are small: each bar spans more than the one before it.',
  zone: 'Times as they stand in the data; those that name their time zone in UTC.',
  nothing: 'This data has no columns to filter by.',
  /** What is filtered by now. */
  active: 'Filtered by',
  words: (text: string): string => `“${text}”`,
  extent: 'In this part of the map',
  area: 'In the drawn area',
  ignored: (columns: string): string => `Left out, because this data does not have it: ${columns}`,
  onlyShown: 'Only what the map shows',
  draw: 'Draw an area',
};
