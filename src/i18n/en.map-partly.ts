import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English of a source that was read in part. `#` in a plural form is the number. */
export const mapPartly = {
  /** How many of those that were read match a search or a choice, and how many the source has. */
  found: (found: string, read: string, all: number): string => count(all, { other: `${found} of the ${read} places that were read; the source has # in all.` }),
  nothing: (read: string, all: number): string => count(all, { other: `No place matches among the ${read} that were read; the source has # in all.` }),
  /** Above categories with two numbers each. */
  counted: (n: number): string =>
    count(n, {
      one: 'The first number counts the whole source (# place), the second what was read of it. A choice shows only what was read.',
      other: 'The first number counts the whole source (# places), the second what was read of it. A choice shows only what was read.',
    }),
  /** The second of these numbers. */
  here: (n: string): string => `${n} read`,
};
