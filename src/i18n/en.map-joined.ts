import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English of a table whose places lie in a file of their own, and of statistics. `#` in a plural form is the number. */
export const mapJoined = {
  /** The choices above a map of statistics, such as the year. */
  label: 'Which values are shown',
  /** Such a choice: every year. */
  all: 'All',
  /** Where places have several values. */
  values: (shown: string, all: number): string => count(all, { one: `${shown} of # value`, other: `${shown} of # values` }),
  /** Who has made them follows: the shapes, or also the data, where nobody else is named for it. */
  by: { shapes: 'Shapes:', both: 'Data and shapes:' },
  /** The names of two columns. */
  on: (table: string, shapes: string): string => `The places are those of a second file: what stands in “${table}” of the data is looked up in its “${shapes}”.`,
  loose: 'Some were recognised although capitals, accents, signs or zeros at the beginning differ.',
  noShape: (n: number): string => count(n, { one: '# record names a place that is not in that file.', other: '# records name a place that is not in that file.' }),
  unnamed: (n: number): string => count(n, { one: '# place of that file is not in the data and is not shown.', other: '# places of that file are not in the data and are not shown.' }),
  /** How many records of it were read follows. */
  shapes: 'The second file:',
};
