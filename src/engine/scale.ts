import type { Frame } from './frame.js';
import type { Palette } from './palette.js';

const earthRadius = 6378137;

/** How a number stands in the reader's language. */
export type NumberFormat = (value: number, options?: Intl.NumberFormatOptions) => string;

/** Coarser than this one line cannot hold for the whole view: Web Mercator stretches the north. */
const coarsest = 5000;

/** A line with its length in the lower left, since a plain ground says nothing of how far things are apart. */
export function drawScale(context: CanvasRenderingContext2D, { centre, resolution, height }: Frame, number: NumberFormat, { halo, ink, font }: Palette): void {
  if (resolution > coarsest) return;
  const ground = resolution / Math.cosh(centre[1] / earthRadius);
  const metres = roundBelow(ground * 110);
  const [left, bottom, right] = [14, height - 14, 14 + metres / ground];
  context.beginPath();
  context.moveTo(left, bottom - 5);
  context.lineTo(left, bottom);
  context.lineTo(right, bottom);
  context.lineTo(right, bottom - 5);
  context.lineJoin = 'round';
  context.font = `500 12px ${font}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const text = metres < 1000 ? number(metres, { style: 'unit', unit: 'meter' }) : number(metres / 1000, { style: 'unit', unit: 'kilometer' });
  for (const [width, colour] of [[4, halo], [1.5, ink]] as const) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.strokeText(text, left + 5, bottom - 6);
  context.fillStyle = ink;
  context.fillText(text, left + 5, bottom - 6);
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above a value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}
