import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English. `#` in a plural form is the number. */
export const map = {
  /** What the map and the list are called where the data has no title. */
  untitled: 'Places',
  place: (row: string): string => `Place ${row}`,
  filters: {
    label: (title: string): string => `Search and filter: ${title}`,
    search: 'Search',
    /** Opens everything that can be filtered by. */
    explore: 'Filter',
    clear: 'Clear filters',
  },
  shown: (shown: string, all: number): string => count(all, { one: `${shown} of # place`, other: `${shown} of # places` }),
  nothing: 'No place matches this search.',
  /** Behind the name of a place: `free` of `all` are free. */
  free: (free: string, all: string): string => `${free} of ${all} free`,
  placeless: 'Nothing in this data has a place on the map.',
  empty: 'This data holds no places yet.',
  skip: 'Skip the map',
  map: (title: string): string => `Map: ${title}`,
  failed: 'The map could not be drawn. The list has everything that is on it.',
  list: (title: string): string => `List: ${title}`,
  more: (n: number): string => count(n, { one: 'Show # more', other: 'Show # more' }),
  legend: 'Legend',
  others: 'Others',
  about: {
    label: 'About this data',
    publisher: 'Published by',
    licence: 'Licence',
    updated: (date: string): string => `Updated ${date}`,
    page: 'Source',
    download: 'Download the data',
    basemap: 'Basemap:',
    read: 'How it was read',
  },
};
