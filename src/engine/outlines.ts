import type { Places, Shapes } from '../model/dataset.js';
import { cellLevel, type Extent } from '../model/grid.js';
import { contains, frameExtent, frameX, frameY, nearestCopy, type Frame } from './frame.js';
import type { Look } from './look.js';
import type { Palette } from './palette.js';
import { paint } from './paint.js';
import { breadthOf, endOf, isSmall } from './shapes.js';
import { shapeAt } from './shapes-hit.js';
import { thinned, type Thinned } from './shapes-thinned.js';
import { Slices } from './slices.js';

/** What is to be drawn. */
interface Seen {
  readonly rows: Uint32Array;
  readonly symbol: (row: number) => number;
  readonly palette: Palette;
  readonly fill: Look['fill'];
}

interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly frame: Frame;
  readonly extent: Extent;
  readonly seen: Seen;
  /** The rows on it, in the order in which they were drawn. */
  rows: Uint32Array;
}

/** After so many positions what was drawn is really put down, so that it is not all left to the frame that shows it. */
const stretch = 800;

/**
 * Lines and areas. They are drawn in slices, first for the view, then for more than it, and then moved as a picture while the
 * view moves: a thousand municipalities take longer than a frame. The picture before stays until the next is there.
 */
export class Outlines {
  readonly #shapes: Shapes;
  readonly #places: Places;
  readonly #changed: () => void;
  readonly #slices = new Slices();
  #seen: Seen | undefined;
  #thinned: Thinned | undefined;
  #picture: Picture | undefined;
  /** That of all rows: it is there when the filter goes again. */
  #whole: Picture | undefined;
  #next: Picture | undefined;
  /** Whether the last picture was drawn within a frame. */
  #cheap = true;

  /** `changed` is told when there is something else to draw. */
  constructor(places: Places, shapes: Shapes, changed: () => void) {
    this.#places = places;
    this.#shapes = shapes;
    this.#changed = changed;
  }

  /** Whether what is drawn is not yet what was asked for. */
  get busy(): boolean {
    return this.#slices.busy;
  }

  /** The rows on the picture. */
  get rows(): Uint32Array | undefined {
    return this.#picture?.rows;
  }

  stop(): void {
    this.#slices.stop();
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, seen: Seen): void {
    if (!this.#seen || !this.#isSame(seen, this.#seen)) {
      this.#seen = seen;
      if (this.#whole && this.#isSame(seen, this.#whole.seen)) {
        this.#slices.stop();
        this.#picture = this.#whole;
        this.#seen = this.#whole.seen;
      }
    }
    const shown = frameExtent(frame);
    if (!this.#serves(this.#picture, frame, frameExtent(frame, 0.1)) && !(this.#slices.busy && this.#serves(this.#next, frame, shown))) this.#begin(frame);
    // The first picture is seen as it grows.
    const picture = this.#picture ?? this.#next;
    if (!picture) return;
    const { canvas, extent } = picture;
    const scale = 1 / frame.resolution;
    context.drawImage(canvas, frameX(frame, extent[0]), frameY(frame, extent[3]), (extent[2] - extent[0]) * scale, (extent[3] - extent[1]) * scale);
  }

  /** The line or area at a spot in metres, of those that are drawn. */
  at(x: number, y: number, reach: number): number | undefined {
    return this.#picture && shapeAt(this.#shapes, this.#picture.rows, x, y, reach);
  }

  /** All rows are the same however often they are counted. */
  #isSame(one: Seen, other: Seen): boolean {
    const isWhole = one.rows.length === this.#places.x.length && other.rows.length === one.rows.length;
    return (isWhole || one.rows === other.rows) && one.symbol === other.symbol && one.palette === other.palette && one.fill === other.fill;
  }

  #serves(picture: Picture | undefined, { resolution, ratio }: Frame, extent: Extent): boolean {
    return picture?.seen === this.#seen && picture?.frame.resolution === resolution && picture.frame.ratio === ratio && contains(picture.extent, extent);
  }

  #begin(frame: Frame): void {
    // While somebody zooms, what takes long is stretched: the next scale would be gone before it was drawn.
    if (frame.moving && !this.#cheap && this.#picture && this.#picture.frame.resolution !== frame.resolution && this.#next?.frame.resolution !== frame.resolution) {
      this.#next = { ...this.#picture, frame };
      this.#slices.stop();
      return;
    }
    // Who filtered sees it sooner where only that is drawn which is in view.
    const isSeen = this.#picture?.seen === this.#seen;
    const room = isSeen ? 1.6 : 1;
    const wide: Frame = { ...frame, width: Math.round(frame.width * room), height: Math.round(frame.height * room) };
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(wide.width * frame.ratio);
    canvas.height = Math.round(wide.height * frame.ratio);
    this.#next = { canvas, frame: wide, extent: frameExtent(wide), seen: this.#seen!, rows: new Uint32Array() };
    const isMargin = isSeen && this.#serves(this.#picture, frame, frameExtent(frame));
    this.#slices.begin(this.#drawing(this.#next), isMargin);
    if (!isMargin) this.#cheap = !this.#slices.busy;
  }

  *#drawing(next: Picture): Generator<void, void> {
    const { canvas, frame, extent, seen: { rows, symbol, palette, fill } } = next;
    // Kept where it can be looked at, since only that makes it draw at once.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    context.scale(canvas.width / frame.width, canvas.height / frame.height);
    const thin = yield* this.#thin(frame.resolution / frame.ratio);
    const level = cellLevel(frame.resolution, 42);
    const { kinds, rows: starts, ends, parts } = this.#shapes;
    const seen = ends && new Uint8Array(parts.length);
    const drawn: number[] = [];
    let [worked, known] = [0, 40];
    for (let i = 0; i < rows.length; i += 1) {
      if ((i & 16_383) === 16_383) yield;
      const row = rows[i]!;
      // Of rows that share a shape only the first: drawn over one another, each would hide the one before.
      if (kinds[row] === 0 || isSmall(this.#shapes, row, level, Boolean(fill)) || (seen && seen[starts[row]!]!++ > 0)) continue;
      const positions = this.#trace(context, frame, extent, row, thin);
      if (positions === 0) continue;
      drawn.push(row);
      paint(context, kinds[row]!, symbol(row), palette, fill, breadthOf(this.#shapes, row) / frame.resolution, frame.ratio);
      worked += positions + 50;
      if (worked < stretch) continue;
      worked = 0;
      context.getImageData(0, 0, 1, 1);
      if (!this.#picture && drawn.length > 4 * known) {
        known = drawn.length;
        this.#changed();
      }
      yield;
    }
    next.rows = Uint32Array.from(drawn);
    this.#picture = next;
    if (rows.length === this.#places.x.length) this.#whole = next;
    this.#changed();
  }

  /** Makes a row the context's current path; false where it is not in view. */
  trace(context: CanvasRenderingContext2D, frame: Frame, row: number): boolean {
    return this.#thinned !== undefined && this.#trace(context, frame, frameExtent(frame), row, this.#thinned) > 0;
  }

  #trace(context: CanvasRenderingContext2D, frame: Frame, extent: Extent, row: number, { coordinates, parts }: Thinned): number {
    const { boxes, rows, kinds } = this.#shapes;
    const shift = nearestCopy(this.#places.x[row]!, frame.centre[0]);
    if (!(boxes[row * 4]! + shift <= extent[2] && boxes[row * 4 + 2]! + shift >= extent[0] && boxes[row * 4 + 1]! <= extent[3] && boxes[row * 4 + 3]! >= extent[1])) return 0;
    const scale = 1 / frame.resolution;
    const [left, top] = [frameX(frame, shift), frameY(frame, 0)];
    const [first, end] = [rows[row]!, endOf(this.#shapes, row)];
    context.beginPath();
    for (let part = first; part < end; part += 1) {
      const start = parts[part]!;
      const [x, y] = [left + coordinates[2 * start]! * scale, top - coordinates[2 * start + 1]! * scale];
      if (kinds[row] === 1) {
        context.moveTo(x + 3, y);
        context.arc(x, y, 3, 0, 2 * Math.PI);
        continue;
      }
      context.moveTo(x, y);
      for (let i = start + 1; i < parts[part + 1]!; i += 1) context.lineTo(left + coordinates[2 * i]! * scale, top - coordinates[2 * i + 1]! * scale);
      if (kinds[row] === 3) context.closePath();
    }
    return parts[end]! - parts[first]!;
  }

  /** All shapes without the positions that nobody sees apart at this resolution, in metres for a pixel of the device; kept for a power of two of it. */
  *#thin(resolution: number): Generator<void, Thinned> {
    const tolerance = 2 ** Math.floor(Math.log2(resolution));
    if (this.#thinned?.tolerance !== tolerance) this.#thinned = yield* thinned(this.#shapes, tolerance);
    return this.#thinned;
  }
}
