import type { Places, Shapes, Tiles } from '../model/dataset.js';
import { cellLevel, type Bins } from '../model/grid.js';
import { drawArea } from './area.js';
import { Basemap } from './basemap.js';
import type { Beneath, Beside } from './beneath.js';
import { frameExtent, frameX, frameY, nearestCopy, type Frame } from './frame.js';
import type { Look } from './look.js';
import { clusterRadius, drawCluster, drawRing, drawSymbol, outlineTwice, writing, type Writing } from './marks.js';
import type { Moment, Motion } from './motion.js';
import type { Outlines } from './outlines.js';
import type { Palette } from './palette.js';
import { Points } from './points.js';
import { drawScale, type NumberFormat } from './scale.js';
import { isSmall, sharing } from './shapes.js';

/** What is to be drawn. */
export interface Scene {
  readonly places: Places;
  /** A service's pictures over the ground. */
  readonly tiles?: Tiles | undefined;
  /** Another ground, further layers. */
  readonly beneath?: Beneath | undefined;
  /** The rows that pass the filter. */
  readonly rows: Uint32Array;
  readonly symbol: (row: number) => number;
  readonly selected: number | undefined;
  /** Only to see where one is: points are small, and those that would cover each other are drawn as one, uncounted. */
  readonly ground?: boolean;
  /** A ring that the reader filters by, and one whose corners are being set. */
  readonly area?: Float64Array | undefined;
  readonly draft?: Float64Array | undefined;
  /** Whether these are the places of a further layer: what the map has once is drawn by its own. */
  readonly isBeside?: boolean;
  /** Whether it is what was there before, with newer values: who looks at it stays where he is; and how these come out of those before. */
  readonly newer?: Motion | boolean | undefined;
  readonly look?: Look | undefined;
}

/** Something on the map that a pointer can mean: one row, or several drawn as one. */
export interface Mark {
  readonly count: number;
  /** One of its rows. */
  readonly row: number;
  rows(): Uint32Array;
  /** Whether it is a line or an area, over which points of other layers may lie. */
  readonly isArea?: boolean;
  /** The further layer that it belongs to. */
  readonly beside?: Beside;
}

/** Draws the ground and the data. What takes longer than a frame is worked out beside it: until then what was there before is drawn. */
export class MapLayer {
  canvas = document.createElement('canvas');
  readonly #basemap: Basemap;
  readonly #number: NumberFormat;
  readonly #changed: () => void;
  #palette: Palette;
  #scene: Scene | undefined;
  #points: Points | undefined;
  #outlines: Outlines | undefined;
  #waiting = false;
  #frame: Frame | undefined;
  #hovered: Mark | undefined;
  /** What is written on the clusters of some bins. */
  #writings: { readonly bins: Bins; readonly palette: Palette; readonly texts: Writing[] } | undefined;
  #isBare = false;
  #motion: Motion | undefined;
  /** Where the bins of the last frame were drawn, if not where they belong. */
  #moment: Moment | undefined;

  /** `changed` is told when there is something else to draw. */
  constructor(palette: Palette, number: NumberFormat, changed: () => void) {
    this.#basemap = new Basemap(changed);
    this.#palette = palette;
    this.#number = number;
    this.#changed = changed;
  }

  /** Whether it draws its places alone, on nothing. A canvas is made for one or the other. */
  bare(isBare: boolean): void {
    if (isBare === this.#isBare) return;
    this.#isBare = isBare;
    const { className } = this.canvas;
    this.canvas = document.createElement('canvas');
    this.canvas.className = className;
  }

  set palette(palette: Palette) {
    this.#palette = palette;
  }

  set scene(scene: Scene) {
    const { places, rows, look, newer } = scene;
    const before = this.#scene;
    this.#scene = scene;
    if (places !== before?.places) {
      this.stop();
      this.#motion = before && typeof newer === 'object' && !look?.heat ? newer : undefined;
      this.#motion?.begin(before!, this.#points?.bins, (row) => scaleOf(before!, row, before!.look?.isApart ? 0.6 : 1));
      this.#waiting = false;
      this.#points = new Points(places, this.#changed);
      this.#outlines = undefined;
      if (places.shapes) void this.#outline(places, places.shapes);
    }
    if (places === before?.places && rows === before.rows && look?.fill === before.look?.fill) return;
    this.#hovered = undefined;
    this.#points!.show(rows, Boolean(look?.fill));
  }

  /** Whether what is drawn is not yet what was asked for. */
  get busy(): boolean {
    return this.#waiting || this.#basemap.busy || Boolean(this.#points?.busy || this.#outlines?.busy);
  }

  /** What draws lines and areas comes only where there are such. */
  async #outline(places: Places, shapes: Shapes): Promise<void> {
    this.#waiting = true;
    const found = await import('./outlines.js').catch(() => undefined);
    if (places !== this.#scene?.places) return;
    this.#waiting = false;
    this.#outlines = found && new found.Outlines(places, shapes, this.#changed);
    this.#changed();
  }

  stop(): void {
    this.#points?.stop();
    this.#outlines?.stop();
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
    const context = this.canvas.getContext('2d', { alpha: this.#isBare });
    if (!context) return;
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    if (this.#isBare) context.clearRect(0, 0, frame.width, frame.height);
    else this.#basemap.draw(context, frame, this.#palette);
    if (!this.#scene) return;
    this.#outlines?.draw(context, frame, { rows: this.#scene.rows, symbol: this.#scene.symbol, palette: this.#palette, fill: this.#scene.look?.fill });
    const { area, draft } = this.#scene;
    if (area && !draft) drawArea(context, frame, area, false, this.#palette);
    this.#drawPoints(context, frame, this.#scene);
    // Over what lies on the map: the next corner may be there.
    if (draft) drawArea(context, frame, draft, true, this.#palette);
    this.#drawSelected(context, frame, this.#scene);
    this.#scene.look?.labels?.(context, frame, { bins: this.#points?.bins, shapes: this.#outlines?.rows }, this.#palette);
    if (!this.#scene.isBeside) drawScale(context, frame, this.#number, this.#palette);
  }

  /** What is at a pixel of the last frame; points win over the areas below them. */
  hit(x: number, y: number): Mark | undefined {
    const frame = this.#frame;
    if (!frame || !this.#scene) return undefined;
    const bins = this.#points?.bins;
    let found = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < (bins?.length ?? 0); i += 1) {
      const reach = Math.max(22, clusterRadius(bins!.count[i]!) + 4);
      const away = Math.hypot(frameX(frame, (this.#moment ?? bins!).x[i]!) - x, frameY(frame, (this.#moment ?? bins!).y[i]!) - y);
      if (away <= reach && away < nearest) [found, nearest] = [i, away];
    }
    if (bins && found >= 0) return { count: bins.count[found]!, row: bins.row[found]!, rows: () => bins.rows(found) };
    const { places: { shapes }, rows } = this.#scene;
    if (!shapes) return undefined;
    const [west, , , north] = frameExtent(frame);
    const metresX = west + x * frame.resolution;
    const row = this.#outlines?.at(metresX + nearestCopy(metresX, 0), north - y * frame.resolution, 10 * frame.resolution);
    return row === undefined ? undefined : { count: 1, row, rows: () => sharing(shapes, rows, row), isArea: true };
  }

  #drawPoints(context: CanvasRenderingContext2D, frame: Frame, scene: Scene): void {
    const { ground, look, symbol } = scene;
    if (look?.heat) {
      const grid = this.#points?.grid;
      if (grid) look.heat(context, frame, grid, this.#palette);
    }
    const isApart = ground || look?.isApart;
    const bins = this.#points?.look(frame, isApart ? finer(ground ? Infinity : scene.rows.length) : 0);
    const moment = (this.#moment = bins && this.#motion?.at(bins, frame));
    if (!bins || look?.heat) return;
    if (!moment) this.#motion = undefined;
    if (this.#writings?.bins !== bins || this.#writings.palette !== this.#palette) this.#writings = { bins, palette: this.#palette, texts: [] };
    const { texts } = this.#writings;
    const [west, south, east, north] = frameExtent(frame, 0.1);
    const sized = isApart ? look?.sized?.order(bins) : undefined;
    for (let nth = 0; nth < bins.length; nth += 1) {
      const i = sized ? sized.order[nth]! : nth;
      const [x, y, count, row] = [(moment ?? bins).x[i]!, (moment ?? bins).y[i]!, bins.count[i]!, sized ? sized.rows[i]! : bins.row[i]!];
      if (x < west || x > east || y < south || y > north) continue;
      if (row === this.#hovered?.row && count === this.#hovered.count) drawRing(context, frame, x, y, count > 1 && !isApart ? clusterRadius(count) + 4 : 13, this.#palette);
      if (moment) context.globalAlpha = moment.alpha[i]!;
      if (isApart) drawSymbol(context, frame, x, y, symbol(row), this.#palette, scaleOf(scene, row, 0.6));
      else if (count > 1) drawCluster(context, frame, x, y, count, (texts[i] ??= writing(context, count, this.#number(count, { notation: 'compact' }), this.#palette)), this.#palette);
      else if (row !== scene.selected) drawSymbol(context, frame, x, y, symbol(row), this.#palette, scaleOf(scene, row, 1));
    }
    if (!moment) return;
    this.#motion!.draw(context, frame, this.#palette);
    // Frames come as long as something moves.
    this.#changed();
  }

  #drawSelected(context: CanvasRenderingContext2D, frame: Frame, scene: Scene): void {
    const { places: { x: xs, y: ys, shapes }, selected, symbol, look } = scene;
    if (selected === undefined) return;
    const [x, y] = [xs[selected]!, ys[selected]!];
    if (Number.isNaN(x)) return;
    if (shapes && shapes.kinds[selected]! > 1 && !isSmall(shapes, selected, cellLevel(frame.resolution, 42), Boolean(look?.fill))) {
      if (this.#outlines?.trace(context, frame, selected)) outlineTwice(context, this.#palette);
      return;
    }
    const [east, north] = this.#motion?.shift(selected, scene.places) ?? [0, 0];
    const shown = x + east + nearestCopy(x, frame.centre[0]);
    const scale = scaleOf(scene, selected, 1.3);
    drawRing(context, frame, shown, y + north, 4 + 10 * scale, this.#palette);
    drawSymbol(context, frame, shown, y + north, symbol(selected), this.#palette, scale);
  }
}

/** How often cells are halved where points are drawn one by one: of many those that would hide each other are drawn as one. */
const finer = (rows: number): number => (rows <= 5000 ? 5 : rows <= 50_000 ? 3 : 2);

/** How much larger than usual a symbol is: by its value where that says its radius, in steps of half a pixel. */
const scaleOf = ({ look }: Scene, row: number, otherwise: number): number => (look?.sized ? Math.round(2 * look.sized.radius(row)) / 15 : otherwise);
