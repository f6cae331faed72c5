import { plural } from './plural.js';

const count = plural('en');

/** What <civic-ideas> says of a system that the city has instead of a hub. `#` in a plural form is the number. */
export const platform = {
  lead: (name: string): string => `These ideas are kept on ${name}. Here you can read them; to take part, go there.`,
  reading: (name: string): string => `These entries come from ${name}. Here they can only be read.`,
  takePart: (name: string): string => `Take part on ${name}`,
  supporters: (n: number): string => count(n, { one: '# supporter', other: '# supporters' }),
  first: (n: number): string => count(n, { one: 'The first idea', other: 'The first # ideas' }),
  more: 'Show more',
  arrived: 'It has arrived where the city collects ideas.',
};
