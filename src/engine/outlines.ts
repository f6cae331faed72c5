import type { Places, Shapes } from '../model/dataset.js';
import type { Extent } from '../model/grid.js';
import { contains, frameExtent, frameX, frameY, nearestCopy, type Frame } from './frame.js';
import type { Palette } from './palette.js';
import { apart, endOf, isSmall, thinned, type Thinned } from './shapes.js';

interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly frame: Frame;
  readonly extent: Extent;
  readonly milliseconds: number;
}

/**
 * Lines and areas. They are drawn once for more than the view and then moved as a picture while the view moves: a thousand
 * municipalities take longer than a frame.
 */
export class Outlines {
  readonly #shapes: Shapes;
  readonly #places: Places;
  #thinned: Thinned | undefined;
  #drawn: Drawn | undefined;

  constructor(places: Places, shapes: Shapes) {
    this.#places = places;
    this.#shapes = shapes;
  }

  /** Something other than the view changed. */
  forget(): void {
    this.#drawn = undefined;
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, rows: Uint32Array, symbol: (row: number) => number, palette: Palette): void {
    const fresh = this.#drawn && this.#drawn.frame.resolution === frame.resolution && this.#drawn.frame.ratio === frame.ratio && contains(this.#drawn.extent, frameExtent(frame));
    if (!this.#drawn || (!fresh && (!frame.moving || this.#drawn.milliseconds < 8))) this.#drawn = this.#drawAround(frame, rows, symbol, palette);
    const { canvas, extent } = this.#drawn;
    const scale = 1 / frame.resolution;
    context.drawImage(canvas, frameX(frame, extent[0]), frameY(frame, extent[3]), (extent[2] - extent[0]) * scale, (extent[3] - extent[1]) * scale);
  }

  #drawAround(frame: Frame, rows: Uint32Array, symbol: (row: number) => number, palette: Palette): Drawn {
    const start = performance.now();
    const wide: Frame = { ...frame, width: frame.width * 1.5, height: frame.height * 1.5 };
    const extent = frameExtent(wide);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(wide.width * frame.ratio);
    canvas.height = Math.round(wide.height * frame.ratio);
    const context = canvas.getContext('2d');
    if (context) {
      context.scale(canvas.width / wide.width, canvas.height / wide.height);
      context.lineJoin = 'round';
      for (const row of apart(this.#shapes, rows)) {
        if (isSmall(this.#shapes, row, frame.resolution) || !this.#trace(context, wide, extent, row)) continue;
        paint(context, this.#shapes.kinds[row]!, palette.symbols[symbol(row)]!, palette.halo);
      }
    }
    return { canvas, frame, extent, milliseconds: performance.now() - start };
  }

  /** Makes a row the context's current path; false where it is not in view. */
  trace(context: CanvasRenderingContext2D, frame: Frame, row: number): boolean {
    return this.#trace(context, frame, frameExtent(frame), row);
  }

  #trace(context: CanvasRenderingContext2D, frame: Frame, extent: Extent, row: number): boolean {
    const { boxes, rows, kinds } = this.#shapes;
    const shift = nearestCopy(this.#places.x[row]!, frame.centre[0]);
    const [west, south, east, north] = [boxes[row * 4]! + shift, boxes[row * 4 + 1]!, boxes[row * 4 + 2]! + shift, boxes[row * 4 + 3]!];
    if (!(west <= extent[2] && east >= extent[0] && south <= extent[3] && north >= extent[1])) return false;
    const { coordinates, parts } = this.#thin(frame.resolution);
    const pixelX = (i: number): number => frameX(frame, coordinates[2 * i]! + shift);
    const pixelY = (i: number): number => frameY(frame, coordinates[2 * i + 1]!);
    context.beginPath();
    for (let part = rows[row]!; part < endOf(this.#shapes, row); part += 1) {
      const first = parts[part]!;
      if (kinds[row] === 1) {
        context.moveTo(pixelX(first) + 3, pixelY(first));
        context.arc(pixelX(first), pixelY(first), 3, 0, 2 * Math.PI);
        continue;
      }
      context.moveTo(pixelX(first), pixelY(first));
      for (let i = first + 1; i < parts[part + 1]!; i += 1) context.lineTo(pixelX(i), pixelY(i));
      if (kinds[row] === 3) context.closePath();
    }
    return true;
  }

  /** All shapes without the positions that nobody sees apart at this resolution, kept for a power of two of it. */
  #thin(resolution: number): Thinned {
    const tolerance = 0.5 * 2 ** Math.floor(Math.log2(resolution));
    if (this.#thinned?.tolerance !== tolerance) this.#thinned = thinned(this.#shapes, tolerance);
    return this.#thinned;
  }
}

function paint(context: CanvasRenderingContext2D, kind: number, colour: string, halo: string): void {
  context.lineWidth = kind === 2 ? 5 : 3;
  context.strokeStyle = halo;
  context.globalAlpha = 0.7;
  context.stroke();
  context.fillStyle = colour;
  context.globalAlpha = kind === 1 ? 1 : 0.3;
  if (kind !== 2) context.fill('evenodd');
  context.globalAlpha = 1;
  context.lineWidth = kind === 2 ? 3 : 1.5;
  context.strokeStyle = colour;
  context.stroke();
}
