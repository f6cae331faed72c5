import type { Check } from '../check.js';
import { checkTypedLayers } from './flatgeobuf.js';

/** A database has the same facts as any file of typed layers. */
export const geopackage: Check = async ({ must_find }, outcome) => checkTypedLayers(must_find, outcome);
