import { plural } from './plural.js';

const count = plural('en');

/** What <civic-map> says in English while somebody draws an area on it. */
export const mapArea = {
  label: 'Drawing an area',
  help: 'Click the corners, double-click to finish.',
  keys: 'Arrow keys move the map under the cross, Space sets a corner, Enter finishes, Escape cancels.',
  corners: (n: number): string => count(n, { one: '# corner', other: '# corners' }),
  few: 'An area needs three corners.',
  done: 'The area is drawn.',
  cancelled: 'No area was drawn.',
  finish: 'Finish',
  undo: 'Undo',
  cancel: 'Cancel',
};
