import type { PlaceKind } from './dataset.js';

/** The names of the kinds that `Shapes.kinds` numbers. */
export const kindNames: readonly (PlaceKind | undefined)[] = [undefined, 'point', 'line', 'area'];

/** What `Places.kind` answers where all are points. */
export const pointAt = (x: number | undefined): PlaceKind | undefined => (x === undefined || Number.isNaN(x) ? undefined : 'point');
