import type { Look } from './look.js';
import type { Palette } from './palette.js';
import { outlines } from './symbols.js';

/** Areas that are less broad than this many pixels have no edge of their own. */
const smallest = 8;

/** Puts down the current path as a line, an area or several points; `pixels` is how broad it is, `ratio` how many of the device's a pixel has. */
export function paint(context: CanvasRenderingContext2D, kind: number, symbol: number, palette: Palette, fill: Look['fill'], pixels: number, ratio: number): void {
  const isSmall = kind === 3 && pixels < smallest;
  if (fill && kind === 3) {
    fill(context, symbol, palette, pixels, isSmall);
    return;
  }
  const colour = palette.symbols[symbol]!;
  const isClass = symbol >= outlines.length;
  // Of thousands of areas the joints of their edges take longest. Those of lines are seen.
  context.lineJoin = kind === 3 ? 'bevel' : 'round';
  // What keeps shapes apart from the ground would hide the small ones among them.
  if (!isSmall) {
    context.lineWidth = (kind === 2 ? 5 : 3) + Number(isClass);
    context.strokeStyle = isClass ? palette.ink : palette.halo;
    context.globalAlpha = 0.7;
    context.stroke();
  }
  context.fillStyle = colour;
  // The less there is of an area, the more of it has to be seen.
  context.globalAlpha = kind === 1 ? 1 : Math.min(1, 0.3 * Math.max(1, smallest / pixels));
  if (kind !== 2) context.fill('evenodd');
  context.globalAlpha = 1;
  // Of lines the highest class is the widest. Around what is small an edge is no wider than what it leaves to be seen; what is one pixel of the device wide is drawn in a tenth of the time.
  context.lineWidth = kind === 2 ? 3 + (isClass ? (symbol - outlines.length) / 2 : 0) : Math.max(1 / ratio, Math.min(1.5, (1.5 * pixels) / smallest));
  context.strokeStyle = colour;
  context.stroke();
}
