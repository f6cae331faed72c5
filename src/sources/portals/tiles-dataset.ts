import type { About, Choice, Dataset, Tiles } from '../../model/dataset.js';

/** A dataset without rows: what a service has to show. */
export function tilesDataset(tiles: Tiles, about: About, choices: readonly Choice[]): Dataset {
  const report = { format: tiles.kind, read: 0, kept: 0, located: 0, problems: [], choices: choices.length > 0 ? choices : undefined };
  return { length: 0, columns: [], places: undefined, about, roles: {}, report, tiles };
}
