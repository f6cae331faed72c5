import type { Grid, GridContext } from './crs.js';
import { SourceError } from './source.js';

/** Where the coordinates of a country lie in its grid, and the endings of addresses that are at home there. */
const homes: readonly (readonly [crs: string, x: readonly [number, number], y: readonly [number, number], endings: string])[] = [
  ['EPSG:2056', [2.4e6, 2.9e6], [1.07e6, 1.3e6], 'ch li swiss'],
  ['EPSG:21781', [480e3, 840e3], [70e3, 300e3], 'ch li swiss'],
  ['EPSG:31466', [2.45e6, 2.7e6], [5.2e6, 6.2e6], 'de'],
  ['EPSG:31467', [3.2e6, 3.9e6], [5.2e6, 6.2e6], 'de'],
  ['EPSG:31468', [4.3e6, 4.7e6], [5.2e6, 6.2e6], 'de'],
  ['EPSG:4647', [32.25e6, 32.95e6], [5.2e6, 6.15e6], 'de'],
  ['EPSG:25832', [280e3, 920e3], [5.2e6, 6.41e6], 'de dk'],
  ['EPSG:25833', [250e3, 510e3], [5.2e6, 6.1e6], 'de'],
  ['EPSG:25833', [-80e3, 1.12e6], [6.4e6, 7.95e6], 'no'],
  ['EPSG:28992', [0, 300e3], [300e3, 640e3], 'nl'],
  ['EPSG:31370', [20e3, 300e3], [20e3, 250e3], 'be'],
  ['EPSG:3812', [500e3, 800e3], [520e3, 800e3], 'be'],
  ['EPSG:2154', [100e3, 1.25e6], [6e6, 7.2e6], 'fr'],
  ['EPSG:27700', [80e3, 656e3], [5e3, 1.22e6], 'uk'],
  ['EPSG:2157', [420e3, 770e3], [510e3, 970e3], 'ie'],
  ['EPSG:25830', [-15e3, 1.13e6], [3.95e6, 4.86e6], 'es'],
  ['EPSG:3763', [-130e3, 165e3], [-301e3, 277e3], 'pt'],
  ['EPSG:5514', [-905e3, -430e3], [-1.34e6, -0.93e6], 'cz'],
  ['EPSG:2180', [170e3, 865e3], [130e3, 780e3], 'pl'],
  ['EPSG:31287', [110e3, 690e3], [270e3, 590e3], 'at'],
  ['EPSG:3006', [260e3, 920e3], [6.13e6, 7.68e6], 'se'],
  ['EPSG:3067', [50e3, 735e3], [6.6e6, 7.78e6], 'fi'],
];

/** A web map's own grid, anywhere that people live. */
const world = 20_037_509;
const webMercator = ['EPSG:3857', [-world, world], [-7.6e6, 1.5e7], ''] as const;

/** The one grid in which metres that nobody explains are at home. Throws `SourceError('crs-unknown')` where two are, or none. */
export function guessGrid(positions: Float64Array, { hint, address }: GridContext): Grid {
  const box = boxOf(positions);
  const candidates = hint?.metres ? homes : [...homes, webMercator];
  // What is as small as degrees is no grid of metres.
  const small = Math.max(...box.map(Math.abs)) <= 360;
  const fitting = small ? [] : candidates.filter(([, x, y]) => box[0] >= x[0] && box[2] <= x[1] && box[1] >= y[0] && box[3] <= y[1]);
  const ending = address && URL.canParse(address) ? (new URL(address).hostname.split('.').pop() ?? '') : '';
  const atHome = fitting.filter(([, , , endings]) => ending !== '' && endings.split(' ').includes(ending));
  const [only] = atHome.length > 0 ? atHome : fitting;
  // Nobody lives where a web map has its origin, and every local grid has such numbers.
  const isLocal = Math.max(...box.map(Math.abs)) < 50_000;
  if (only && (atHome.length === 1 || (fitting.length === 1 && !isLocal))) return { crs: only[0], guessedCrs: true };
  const what = hint ? `The columns ${hint.columns} hold` : 'The data holds';
  const range = `x ${Math.round(box[0])} to ${Math.round(box[2])}, y ${Math.round(box[1])} to ${Math.round(box[3])}`;
  // WebGL programs keep positions as pixels of a picture of the whole world.
  const mayBePixels = small && Math.min(...box) >= 0 && Math.max(...box) <= 256;
  if (mayBePixels) throw new SourceError('crs-unknown', `${what} coordinates that are no degrees (${range}). If they are pixels of a web map of the whole world, 256 wide, say crs="pixels"; else name their grid.`);
  const choice = fitting.length > 0 ? `It could be ${fitting.map(([crs]) => crs).join(', ')}` : 'No grid that is known here fits';
  throw new SourceError('crs-unknown', `${what} coordinates of a grid that is not named (${range}). ${choice}: name it, for example crs="${fitting[0]?.[0] ?? 'EPSG:25832'}".`);
}

/** The box of almost all positions: one in a hundred may be wrong, and what is at 0, 0 is nowhere. */
function boxOf(positions: Float64Array): readonly [number, number, number, number] {
  const [x, y]: [number[], number[]] = [[], []];
  // A few thousand tell as much as a million.
  const step = 2 * Math.max(1, Math.floor(positions.length / 10_000));
  for (let at = 0; at < positions.length; at += step) {
    const [east, north] = [positions[at]!, positions[at + 1]!];
    if (!Number.isFinite(east) || !Number.isFinite(north) || (east === 0 && north === 0)) continue;
    x.push(east);
    y.push(north);
  }
  x.sort((a, b) => a - b);
  y.sort((a, b) => a - b);
  const cut = Math.floor(x.length / 100);
  const last = x.length - 1 - cut;
  return [x[cut] ?? 0, y[cut] ?? 0, x[last] ?? 0, y[last] ?? 0];
}
