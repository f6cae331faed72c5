import type { Bins, Grid } from '../model/grid.js';
import type { Frame } from './frame.js';
import type { Palette } from './palette.js';
import type { Sized } from './sized.js';

/** What is drawn, and may be named. */
export interface Spots {
  readonly bins: Bins | undefined;
  /** The lines and areas. */
  readonly shapes: Uint32Array | undefined;
}

/** How places look where a page asks for more than symbols. */
export interface Look {
  /** Each point for itself, rather than those that are close together as one. */
  readonly isApart?: boolean;
  /** Fills the current path of an area so broad, in pixels, and draws its edge, `isSmall` where an edge hides all else. Then areas are drawn however small they are: their colour says something. */
  readonly fill?: ((context: CanvasRenderingContext2D, symbol: number, palette: Palette, pixels: number, isSmall: boolean) => void) | undefined;
  /** Symbols that are large or small. */
  readonly sized?: Sized | undefined;
  /** Draws in the place of points. */
  readonly heat?: ((context: CanvasRenderingContext2D, frame: Frame, grid: Grid, palette: Palette) => void) | undefined;
  /** Draws over all else. */
  readonly labels?: ((context: CanvasRenderingContext2D, frame: Frame, spots: Spots, palette: Palette) => void) | undefined;
}
