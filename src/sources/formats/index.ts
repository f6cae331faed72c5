import { common, type KnownFormat } from './common.js';

/**
 * Every format that can be read, each loaded on first use; the first whose sign fits is taken, so what is particular
 * stands above what is general. A new format is a file and a line here.
 */
export const formats: readonly KnownFormat[] = [
  ...common,
];
