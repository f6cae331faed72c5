import type { Beneath, Beside } from '../../engine/beneath.js';
import type { Dataset } from '../../model/dataset.js';
import type { Scene } from './map.drawing.js';
import type { Layers } from './map.layers.js';

interface Around {
  readonly ground: Beneath['ground'];
  /** The data that the reader changed to, if he did. */
  readonly turned: Dataset | undefined;
}

const none = new Uint32Array();

/** Makes of the scene of the listed layer that of all layers. What did not change is the same as before, so that it is not drawn anew. */
export class Dressing {
  readonly #symbols = new Map<number, () => number>();
  #beneath: Beneath | undefined;

  dress(scene: Scene, { columns, roles, places }: Dataset, layers: Layers, { ground, turned }: Around): Scene {
    const { chosen, sheets } = layers;
    const isPlain = columns[roles.category ?? -1]?.type !== 'category';
    // Who changes between layers stays where he is.
    const shown = { ...scene, newer: scene.newer || (turned !== undefined && places === turned.places), beneath: this.#below(layers, ground) };
    if (!chosen || sheets.length < 2) return shown;
    return {
      ...shown,
      ...(chosen.hidden ? { rows: none, tiles: undefined, selected: undefined } : {}),
      ...(isPlain ? { symbol: this.#symbolOf(chosen.symbol) } : {}),
    };
  }

  #symbolOf(symbol: number): () => number {
    const known = this.#symbols.get(symbol) ?? (() => symbol);
    this.#symbols.set(symbol, known);
    return known;
  }

  #below({ sheets, chosen }: Layers, ground: Beneath['ground']): Beneath {
    const others = sheets.filter((sheet) => sheet !== chosen && !sheet.hidden);
    const next: Beneath = {
      ground,
      pictures: others.flatMap(({ picture }) => picture ?? []),
      besides: others.flatMap(({ beside }) => (beside && beside.places.located > 0 ? [beside] : [])),
      symbol: sheets.length > 1 ? chosen?.symbol : undefined,
    };
    const before = this.#beneath;
    const isSame = before && before.ground === next.ground && before.symbol === next.symbol && equal(before.pictures, next.pictures) && equal<Beside>(before.besides, next.besides);
    return (this.#beneath = isSame ? before : next);
  }
}

const equal = <T>(one: readonly T[], other: readonly T[]): boolean => one.length === other.length && one.every((each, i) => each === other[i]);
