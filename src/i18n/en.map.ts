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
    /** Behind the name of a column: how many of its values are chosen. */
    chosen: (n: number): string => count(n, { one: '# chosen', other: '# chosen' }),
    none: 'Not stated',
    more: (n: number): string => count(n, { one: 'Show # more', other: 'Show # more' }),
    fewer: 'Show fewer',
    clear: 'Clear filters',
  },
  shown: (shown: string, all: number): string => count(all, { one: `${shown} of # place`, other: `${shown} of # places` }),
  nothing: 'No place matches this search.',
  /** Behind the name of a place: `free` of `all` are free. */
  free: (free: string, all: string): string => `${free} of ${all} free`,
  /** Of values that change by themselves: `time` is a time of day, `ago` such as “2 minutes ago”. */
  age: (time: string, ago: string): string => `Values of ${time}, ${ago}.`,
  stale: 'They cannot be renewed at the moment.',
  placeless: 'Nothing in this data has a place on the map.',
  empty: 'This data holds no places yet.',
  skip: 'Skip the map',
  map: (title: string): string => `Map: ${title}`,
  keys: 'The arrow keys move the map, plus and minus zoom. The list after the map has the same places.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'Show all places',
  hint: { wheel: 'Hold Ctrl or ⌘ and scroll to zoom the map', touch: 'Use two fingers to move the map' },
  loading: 'The map is on its way…',
  failed: 'The map could not be drawn. The list has everything that is on it.',
  list: (title: string): string => `List: ${title}`,
  earlier: (n: number): string => count(n, { one: 'Show # before', other: 'Show # before' }),
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
