import type { Palette } from './palette.js';

/** Puts down the current path as a line, an area or several points. */
export function paint(context: CanvasRenderingContext2D, kind: number, symbol: number, { symbols, halo }: Palette): void {
  const colour = symbols[symbol]!;
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
