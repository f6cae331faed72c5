import type { Places, Tiles } from '../model/dataset.js';
import { bin, cellSize, type Bins, type Extent } from '../model/grid.js';
import { halfWorld } from '../model/mercator.js';
import { drawArea } from './area.js';
import { Basemap } from './basemap.js';
import { contains, frameExtent, frameX, frameY, nearestCopy, type Frame } from './frame.js';
import { clusterRadius, drawCluster, drawRing, drawSymbol, outlineTwice } from './marks.js';
import { Outlines } from './outlines.js';
import type { Palette } from './palette.js';
import { drawScale, type NumberFormat } from './scale.js';
import { isSmall, shapeAt, sharing } from './shapes.js';

/** What is to be drawn. */
export interface Scene {
  readonly places: Places;
  /** A service's pictures over the ground. */
  readonly tiles?: Tiles | undefined;
  /** The rows that pass the filter. */
  readonly rows: Uint32Array;
  readonly symbol: (row: number) => number;
  readonly selected: number | undefined;
  /** Only to see where one is: points are small, and those that would cover each other are drawn as one, uncounted. */
  readonly ground?: boolean;
  /** A ring that the reader filters by, and one whose corners are being set. */
  readonly area?: Float64Array | undefined;
  readonly draft?: Float64Array | undefined;
}

/** Something on the map that a pointer can mean: one row, or several drawn as one. */
export interface Mark {
  readonly count: number;
  /** One of its rows. */
  readonly row: number;
  rows(): Uint32Array;
}

interface Binned {
  readonly bins: Bins;
  readonly size: number;
  readonly extent: Extent;
}

/** Draws the ground and the data. Points are put into bins for more than the view, so that most frames of a pan only draw. */
export class MapLayer {
  readonly canvas = document.createElement('canvas');
  readonly #basemap = new Basemap();
  readonly #number: NumberFormat;
  #palette: Palette;
  #scene: Scene | undefined;
  #outlines: Outlines | undefined;
  #binned: Binned | undefined;
  #frame: Frame | undefined;
  #hovered: Mark | undefined;

  constructor(palette: Palette, number: NumberFormat) {
    this.#palette = palette;
    this.#number = number;
  }

  set palette(palette: Palette) {
    this.#palette = palette;
    this.#outlines?.forget();
  }

  set scene(scene: Scene) {
    const { shapes } = scene.places;
    if (scene.places !== this.#scene?.places) this.#outlines = shapes && new Outlines(scene.places, shapes);
    if (scene.rows !== this.#scene?.rows || scene.places !== this.#scene.places) {
      this.#binned = undefined;
      this.#hovered = undefined;
      this.#outlines?.forget();
    }
    this.#scene = scene;
  }

  /** Remembers what the pointer is over; true where that changed. */
  hover(mark: Mark | undefined): boolean {
    if (mark?.row === this.#hovered?.row && mark?.count === this.#hovered?.count) return false;
    this.#hovered = mark;
    return true;
  }

  draw(frame: Frame): void {
    this.#frame = frame;
    const [width, height] = [Math.round(frame.width * frame.ratio), Math.round(frame.height * frame.ratio)];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) return;
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    this.#basemap.draw(context, frame, this.#palette);
    if (!this.#scene) return;
    this.#outlines?.draw(context, frame, this.#scene.rows, this.#scene.symbol, this.#palette);
    const { area, draft } = this.#scene;
    if (area && !draft) drawArea(context, frame, area, false, this.#palette);
    this.#drawBins(context, frame, this.#scene);
    // Over what lies on the map: the next corner may be there.
    if (draft) drawArea(context, frame, draft, true, this.#palette);
    this.#drawSelected(context, frame, this.#scene);
    drawScale(context, frame, this.#number, this.#palette);
  }

  /** What is at a pixel of the last frame; points win over the areas below them. */
  hit(x: number, y: number): Mark | undefined {
    const frame = this.#frame;
    if (!frame || !this.#scene) return undefined;
    const bins = this.#binned?.bins;
    let found = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < (bins?.length ?? 0); i += 1) {
      const reach = Math.max(22, clusterRadius(bins!.count[i]!) + 4);
      const away = Math.hypot(frameX(frame, bins!.x[i]!) - x, frameY(frame, bins!.y[i]!) - y);
      if (away <= reach && away < nearest) [found, nearest] = [i, away];
    }
    if (bins && found >= 0) return { count: bins.count[found]!, row: bins.row[found]!, rows: () => bins.rows(found) };
    const { places: { shapes }, rows } = this.#scene;
    if (!shapes) return undefined;
    const [west, , , north] = frameExtent(frame);
    const metresX = west + x * frame.resolution;
    const row = shapeAt(shapes, rows, metresX + nearestCopy(metresX, 0), north - y * frame.resolution, 10 * frame.resolution);
    return row === undefined ? undefined : { count: 1, row, rows: () => sharing(shapes, rows, row) };
  }

  #bins(frame: Frame, { places, rows, ground = false }: Scene): Bins {
    const size = cellSize(frame.resolution, ground ? 12 : 42);
    const kept = this.#binned;
    if (kept?.size === size && contains(kept.extent, frameExtent(frame))) return kept.bins;
    const [west, south, east, north] = frameExtent(frame, 0.5);
    const middle = (west + east) / 2;
    // Of a world shown twice only one copy has points: what is binned never reaches further.
    const extent: Extent = [Math.max(west, middle - halfWorld), south, Math.min(east, middle + halfWorld), north];
    const { shapes } = places;
    const points = shapes ? rows.filter((row) => shapes.kinds[row] === 1 || isSmall(shapes, row, frame.resolution)) : rows;
    this.#binned = { size, extent, bins: bin(places.x, places.y, points, extent, size, size * 0.85) };
    return this.#binned.bins;
  }

  #drawBins(context: CanvasRenderingContext2D, frame: Frame, scene: Scene): void {
    const bins = this.#bins(frame, scene);
    for (let i = 0; i < bins.length; i += 1) {
      const [x, y, count, row] = [bins.x[i]!, bins.y[i]!, bins.count[i]!, bins.row[i]!];
      if (row === this.#hovered?.row && count === this.#hovered.count) drawRing(context, frame, x, y, count > 1 ? clusterRadius(count) + 4 : 13, this.#palette);
      if (scene.ground) drawSymbol(context, frame, x, y, scene.symbol(row), this.#palette, 0.6);
      else if (count > 1) drawCluster(context, frame, x, y, count, this.#number(count, { notation: 'compact' }), this.#palette);
      else if (row !== scene.selected) drawSymbol(context, frame, x, y, scene.symbol(row), this.#palette);
    }
  }

  #drawSelected(context: CanvasRenderingContext2D, frame: Frame, { places, selected, symbol }: Scene): void {
    if (selected === undefined) return;
    const [x, y, { shapes }] = [places.x[selected]!, places.y[selected]!, places];
    if (Number.isNaN(x)) return;
    if (shapes && shapes.kinds[selected]! > 1 && !isSmall(shapes, selected, frame.resolution)) {
      if (this.#outlines?.trace(context, frame, selected)) outlineTwice(context, this.#palette);
      return;
    }
    const shown = x + nearestCopy(x, frame.centre[0]);
    drawRing(context, frame, shown, y, 17, this.#palette);
    drawSymbol(context, frame, shown, y, symbol(selected), this.#palette, 1.3);
  }
}
