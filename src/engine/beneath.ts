import type { Places, Tiles } from '../model/dataset.js';
import type { Motion } from './motion.js';

/** Pictures of a service, to be laid below the places. */
export interface Picture {
  readonly tiles: Tiles;
  /** None of them comes. */
  readonly failed: () => void;
}

/** Places of a further layer, all of one symbol and colour. */
export interface Beside {
  readonly places: Places;
  readonly rows: Uint32Array;
  /** Whose places they are: newer ones of the same take their place. */
  readonly of: object;
  /** How they come out of those before. */
  readonly newer?: Motion | undefined;
  /** Its index; clusters have its colour, too. */
  readonly symbol: number;
  /** The reader pointed at some of them. */
  readonly picked: (rows: Uint32Array) => void;
}

/** What a map shows besides its own places. */
export interface Beneath {
  /** Pictures instead of the bundled land, which stays below them until they come; or nothing at all. */
  readonly ground: Picture | 'none' | undefined;
  /** The first lies lowest. */
  readonly pictures: readonly Picture[];
  readonly besides: readonly Beside[];
  /** Whose colour the clusters of the map's own places have, so that they are told from those of other layers. */
  readonly symbol: number | undefined;
}
