import { frameX, frameY, nearestCopy, type Frame } from './frame.js';
import type { Palette } from './palette.js';

/** Where the reader is, in Web Mercator metres, and how far that may be wrong. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The reader's own place: a dot in a ring of how exactly it is known, over what the map shows. */
export class Here {
  readonly #canvas = document.createElement('canvas');
  readonly #spot: Spot;
  readonly #palette: Palette;

  constructor(spot: Spot, palette: Palette) {
    this.#spot = spot;
    this.#palette = palette;
    this.#canvas.className = 'canvas here';
  }

  draw(frame: Frame): HTMLElement {
    const { x, y, radius } = this.#spot;
    const { accent, halo, selected } = this.#palette;
    this.#canvas.width = Math.round(frame.width * frame.ratio);
    this.#canvas.height = Math.round(frame.height * frame.ratio);
    const context = this.#canvas.getContext('2d');
    if (!context) return this.#canvas;
    context.scale(frame.ratio, frame.ratio);
    context.translate(frameX(frame, x + nearestCopy(x, frame.centre[0])), frameY(frame, y));
    const circle = (size: number): void => {
      context.beginPath();
      context.arc(0, 0, size, 0, 2 * Math.PI);
    };
    const ring = radius / frame.resolution;
    if (ring > 12) {
      circle(ring);
      context.globalAlpha = 0.14;
      context.fillStyle = accent;
      context.fill();
      context.globalAlpha = 0.7;
      context.lineWidth = 1.5;
      context.strokeStyle = accent;
      context.stroke();
      context.globalAlpha = 1;
    }
    circle(10);
    context.fillStyle = halo;
    context.fill();
    circle(7);
    // No place has this colour, and no group of them.
    context.fillStyle = selected;
    context.fill();
    circle(2.5);
    context.fillStyle = halo;
    context.fill();
    return this.#canvas;
  }
}
