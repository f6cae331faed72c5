import type { Bins } from '../model/grid.js';

/** In which order bins are drawn whose symbols have sizes. */
export interface Sized {
  readonly bins: Bins;
  readonly radius: (row: number) => number;
  /** The largest first: the small lie over them, so that none is hidden. */
  readonly order: Uint32Array;
  /** Of each bin the largest row, which would hide the others anyway. */
  readonly rows: Uint32Array;
}

export function bySize(bins: Bins, radius: (row: number) => number): Sized {
  const rows = Uint32Array.from(bins.row, (row, bin) => (bins.count[bin]! > 1 ? bins.rows(bin).reduce((best, each) => (radius(each) > radius(best) ? each : best), row) : row));
  const radii = Float64Array.from(rows, radius);
  return { bins, radius, rows, order: Uint32Array.from(rows.keys()).sort((a, b) => radii[b]! - radii[a]!) };
}
