import { frameX, frameY, type Frame } from './frame.js';
import type { Palette } from './palette.js';
import { outlines } from './symbols.js';

const paths = new Map<number, Path2D>();

function outline(symbol: number): Path2D {
  const path = paths.get(symbol) ?? new Path2D(outlines[symbol]);
  paths.set(symbol, path);
  return path;
}

/** How large a cluster is drawn: its radius in pixels. */
export function clusterRadius(count: number): number {
  return Math.min(26, 12.5 + 2.3 * Math.log10(count));
}

/** A single place: its category's outline with a halo, so that it stands out from land, water and its neighbours. */
export function drawSymbol(context: CanvasRenderingContext2D, frame: Frame, x: number, y: number, symbol: number, palette: Palette, scale = 1): void {
  const path = outline(symbol);
  context.save();
  context.translate(frameX(frame, x), frameY(frame, y));
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.halo;
  context.stroke(path);
  context.fillStyle = palette.symbols[symbol] ?? palette.accent;
  context.fill(path);
  context.restore();
}

/** Several places as one: a disc with their number. */
export function drawCluster(context: CanvasRenderingContext2D, frame: Frame, x: number, y: number, count: number, label: string, palette: Palette): void {
  const [left, top, radius] = [frameX(frame, x), frameY(frame, y), clusterRadius(count)];
  disc(context, left, top, radius + 4, palette.accent, 0.25);
  disc(context, left, top, radius + 1.5, palette.halo, 1);
  disc(context, left, top, radius, palette.accent, 1);
  context.fillStyle = palette.onAccent;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const size = 12.5;
  context.font = `600 ${size}px ${palette.font}`;
  // Some languages write “3.5 thousand” in words: it is written as small as its disc is narrow.
  const fit = (2 * radius - 5) / context.measureText(label).width;
  if (fit < 1) context.font = `600 ${size * fit}px ${palette.font}`;
  // The canvas runs from left to right, the label as its own words do.
  context.fillText(`\u2068${label}\u2069`, left, top + 0.5);
}

/** Around the place under the pointer, or the selected one. */
export function drawRing(context: CanvasRenderingContext2D, frame: Frame, x: number, y: number, radius: number, palette: Palette): void {
  context.beginPath();
  context.arc(frameX(frame, x), frameY(frame, y), radius, 0, 2 * Math.PI);
  outlineTwice(context, palette);
}

/** Strokes the current path so that it is seen on every ground. */
export function outlineTwice(context: CanvasRenderingContext2D, palette: Palette): void {
  context.lineJoin = 'round';
  context.lineWidth = 6;
  context.strokeStyle = palette.halo;
  context.stroke();
  context.lineWidth = 3;
  context.strokeStyle = palette.selected;
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string, alpha: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
}
