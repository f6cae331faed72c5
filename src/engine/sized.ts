import type { Bins } from '../model/grid.js';

/** In which order bins are drawn whose symbols have sizes. */
interface Ordered {
  /** The largest first: the small lie over them, so that none is hidden. */
  readonly order: Uint32Array;
  /** Of each bin the largest row, which would hide the others anyway. */
  readonly rows: Uint32Array;
}

/** Symbols with a radius, in pixels. */
export class Sized {
  readonly radius: (row: number) => number;
  #known: { readonly bins: Bins; readonly ordered: Ordered } | undefined;

  constructor(radius: (row: number) => number) {
    this.radius = radius;
  }

  order(bins: Bins): Ordered {
    if (this.#known?.bins !== bins) this.#known = { bins, ordered: this.#ordered(bins) };
    return this.#known.ordered;
  }

  #ordered(bins: Bins): Ordered {
    const { radius } = this;
    const rows = Uint32Array.from(bins.row, (row, bin) => (bins.count[bin]! > 1 ? bins.rows(bin).reduce((best, each) => (radius(each) > radius(best) ? each : best), row) : row));
    const radii = Float64Array.from(rows, radius);
    return { rows, order: Uint32Array.from(rows.keys()).sort((a, b) => radii[b]! - radii[a]!) };
  }
}
