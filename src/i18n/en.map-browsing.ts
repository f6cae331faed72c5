import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English of its list as one explores it: order, table, what is near; and of what comes with that. */
export const mapBrowsing = {
  earlier: (n: number): string => count(n, { one: 'Show # before', other: 'Show # before' }),
  sort: 'Sort by',
  asIs: 'Order of the data',
  distance: 'Distance',
  name: 'Name',
  reverse: 'Reverse the order',
  sorting: 'Sorting…',
  look: { label: 'View', list: 'As a list', table: 'As a table' },
  table: (title: string): string => `Table: ${title}`,
  near: 'Near me',
  asking: 'Looking for your position…',
  there: 'The nearest places come first. Your position stays in your browser.',
  refusal: {
    refused: 'Your browser does not give your position to this page. You can allow it in the settings of this page, beside the address.',
    insecure: 'Browsers give a position only to pages that are sent over https.',
    unavailable: 'Your position cannot be found at the moment. Please try again.',
  },
  inView: 'In view on the map',
  save: 'Save and share',
  /** Over a printed list that has no more than the map that is printed. */
  listed: (n: number): string => count(n, { one: 'Listed is the # place on this map.', other: 'Listed are the # places on this map.' }),
  /** Under a printed list: how many more there are. */
  further: (n: number): string => count(n, { one: 'And # more.', other: 'And # more.' }),
};
