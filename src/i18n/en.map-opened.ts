import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English of what is opened: details, pictures, how the data was read. `#` in a plural form is the number. */
export const mapOpened = {
  pictures: 'This source gives pictures of a map, not places that could be listed.',
  picturesFailed: 'The pictures of this source do not come at the moment.',
  otherLayers: (n: number): string => count(n, { one: '# other layer', other: '# other layers' }),
  close: 'Close',
  hours: {
    open: 'Open now',
    closed: 'Closed now',
    openUntil: (time: string): string => `Open now, until ${time}`,
    closedUntil: (time: string): string => `Closed now, opens ${time}`,
  },
  events: { over: 'Past', others: 'More events here' },
  route: 'Show the way',
  picture: (title: string): string => `Picture: ${title}`,
  group: (n: number): string => count(n, { one: '# place at this spot', other: '# places at this spot' }),
  /** What the publisher's file is made of. */
  facts: { format: 'Format', portal: 'Portal', encoding: 'Encoding', delimiter: 'Delimiter', crs: 'Coordinate system' },
  guessed: 'guessed from the numbers',
  delimiters: { tab: 'tab', space: 'space' },
  rows: (read: number, kept: string, located: string): string =>
    count(read, { one: `# record read, ${kept} kept, ${located} with a place.`, other: `# records read, ${kept} kept, ${located} with a place.` }),
  total: (n: number): string => count(n, { one: 'The source says that it has # record in all.', other: 'The source says that it has # records in all.' }),
  problems: {
    blank: (n: number): string => count(n, { one: '# record is blank.', other: '# records are blank.' }),
    ragged: (n: number): string => count(n, { one: '# record has more or fewer fields than the header.', other: '# records have more or fewer fields than the header.' }),
    'not-a-feature': (n: number): string => count(n, { one: '# entry in the list of places is none.', other: '# entries in the list of places are none.' }),
    'no-place': (n: number): string => count(n, { one: '# record says nothing of where it is.', other: '# records say nothing of where they are.' }),
    'null-island': (n: number): string => count(n, { one: '# record lies at 0, 0, which is no place.', other: '# records lie at 0, 0, which is no place.' }),
    swapped: (n: number): string => count(n, { one: '# record had latitude and longitude in each other’s place; it was turned.', other: '# records had latitude and longitude in each other’s place; they were turned.' }),
    'outside-world': (n: number): string => count(n, { one: '# record has coordinates that are nowhere on Earth.', other: '# records have coordinates that are nowhere on Earth.' }),
    'bad-number': (n: number): string => count(n, { one: '# record has text where a number should be.', other: '# records have text where a number should be.' }),
    'bad-geometry': (n: number): string => count(n, { one: '# record has a shape that cannot be drawn.', other: '# records have a shape that cannot be drawn.' }),
    'not-text': (n: number): string => count(n, { one: '# record has letters that cannot be read.', other: '# records have letters that cannot be read.' }),
    'beyond-limit': (n: number): string => count(n, { one: '# record is more than the source gives at once.', other: '# records are more than the source gives at once.' }),
  },
  dropped: 'Left out.',
  kept: 'Shown as well as could be.',
  which: (rows: string): string => `No. ${rows}`,
  whichOfMore: (rows: string): string => `No. ${rows} and others`,
};
