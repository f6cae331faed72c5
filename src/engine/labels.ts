import type { Places } from '../model/dataset.js';
import { contains, frameExtent, frameX, frameY, nearestCopy, type Frame } from './frame.js';
import type { Extent } from '../model/grid.js';
import type { Spots } from './look.js';
import { clusterRadius } from './marks.js';
import type { Palette } from './palette.js';
import { Room } from './room.js';

/** How many names are tried for what is seen, and how many letters one has at most. */
const most = 500;
const longest = 28;
const height = 15;

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels below the spot. */
  readonly down: number;
}

interface Placed {
  readonly spots: Spots;
  readonly palette: Palette;
  readonly resolution: number;
  readonly extent: Extent;
  readonly labels: readonly Label[];
}

/** Writes names beside points and into areas, only where there is room: never over one another, over a symbol or beyond an area. */
export class Labels {
  readonly #places: Places;
  readonly #text: (row: number) => string | undefined;
  readonly #radius: ((row: number) => number) | undefined;
  #placed: Placed | undefined;

  /** Where symbols have a radius, the largest go first; else those that come first in the data. */
  constructor(places: Places, text: (row: number) => string | undefined, radius: ((row: number) => number) | undefined) {
    this.#places = places;
    this.#text = text;
    this.#radius = radius;
  }

  draw = (context: CanvasRenderingContext2D, frame: Frame, spots: Spots, palette: Palette): void => {
    context.font = `500 12.5px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const kept = this.#placed;
    const isFresh = kept?.spots.bins === spots.bins && kept?.spots.shapes === spots.shapes && kept?.palette === palette && kept?.resolution === frame.resolution && contains(kept.extent, frameExtent(frame));
    // While somebody zooms, names stay where they are.
    if (!kept || (!isFresh && !(frame.moving && kept.resolution !== frame.resolution))) this.#placed = this.#place(context, frame, spots, palette);
    context.lineWidth = 3.5;
    context.strokeStyle = palette.halo;
    context.fillStyle = palette.ink;
    for (const { text, x, y, down } of this.#placed!.labels) {
      const [left, top] = [frameX(frame, x), frameY(frame, y) + down];
      if (left < -100 || left > frame.width + 100 || top < -20 || top > frame.height + 20) continue;
      context.strokeText(text, left, top);
      context.fillText(text, left, top);
    }
  };

  #place(context: CanvasRenderingContext2D, frame: Frame, spots: Spots, palette: Palette): Placed {
    const extent = frameExtent(frame, 0.4);
    const room = new Room();
    const candidates: { row: number; x: number; y: number; width: number; down: number }[] = [];
    const { bins, shapes } = spots;
    const { x: xs, y: ys, shapes: { boxes } = { boxes: new Float64Array() } } = this.#places;
    for (let i = 0; i < (bins?.length ?? 0); i += 1) {
      const [x, y, count] = [bins!.x[i]!, bins!.y[i]!, bins!.count[i]!];
      if (x < extent[0] || x > extent[2] || y < extent[1] || y > extent[3]) continue;
      const row = bins!.row[i]!;
      const reach = this.#radius ? this.#radius(row) : count > 1 ? clusterRadius(count) : 8;
      // Of many sizes the small give way to the names of the large.
      if (reach > 5) room.take(frameX(frame, x), frameY(frame, y), 2 * reach, 2 * reach);
      if (count === 1 || this.#radius) candidates.push({ row, x, y, width: Number.POSITIVE_INFINITY, down: reach + 9 });
    }
    for (const row of shapes ?? []) {
      const x = xs[row]! + nearestCopy(xs[row]!, frame.centre[0]);
      if (x < extent[0] || x > extent[2] || ys[row]! < extent[1] || ys[row]! > extent[3]) continue;
      candidates.push({ row, x, y: ys[row]!, width: (boxes[row * 4 + 2]! - boxes[row * 4]!) / frame.resolution, down: 0 });
    }
    const radius = this.#radius;
    if (radius) candidates.sort((a, b) => radius(b.row) - radius(a.row) || a.row - b.row);
    else candidates.sort((a, b) => a.row - b.row);
    const labels: Label[] = [];
    for (const { row, x, y, width, down } of candidates.slice(0, most)) {
      const full = this.#text(row);
      if (!full) continue;
      const text = `\u2068${full.length > longest ? `${full.slice(0, longest - 1)}…` : full}\u2069`;
      const wide = context.measureText(text).width;
      if (wide > width || !room.takeFree(frameX(frame, x), frameY(frame, y) + down, wide + 6, height)) continue;
      labels.push({ text, x, y, down });
    }
    return { spots, palette, resolution: frame.resolution, extent, labels };
  }
}
