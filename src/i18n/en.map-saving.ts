import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English of what can be taken along: files, a picture, paper, links. `#` in a plural form is the number. */
export const mapSaving = {
  csv: (n: number): string => count(n, { one: '# row as CSV', other: '# rows as CSV' }),
  geojson: (n: number): string => count(n, { one: '# row as GeoJSON', other: '# rows as GeoJSON' }),
  picture: 'Map as a picture (PNG)',
  print: 'Print',
  link: 'Copy link to this view',
  embed: 'Embed this view',
  writing: 'The file is being written…',
  saved: 'The file is ready.',
  stopped: 'Stopped.',
  copied: 'Copied.',
  /** Where the browser does not let us copy. */
  copyYourself: 'Copy this text:',
  copy: 'Copy',
  foreign: 'The picture cannot be saved: the background map is from another site, which does not allow it.',
  failed: 'That did not work.',
  snippet: 'Paste this into your page:',
  frame: 'Or, where a page allows no scripts, this frame:',
  close: 'Close',
};
