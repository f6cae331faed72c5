import { frameX, frameY, type Frame } from './frame.js';
import type { Palette } from './palette.js';
import { stamp } from './stamps.js';
import { outlineOf, outlines } from './symbols.js';

const outline = (symbol: number): Path2D => new Path2D(outlineOf(symbol));

/** How large a cluster is drawn: its radius in pixels. */
export function clusterRadius(count: number): number {
  return Math.min(26, 12.5 + 2.3 * Math.log10(count));
}

/** A single place: its category's outline with a halo, so that it stands out from land, water and its neighbours. */
export function drawSymbol(context: CanvasRenderingContext2D, frame: Frame, x: number, y: number, symbol: number, palette: Palette, scale = 1): void {
  stamp(context, frame, x, y, 11 * scale, `${symbol} ${scale}`, palette, (on) => {
    const path = outline(symbol);
    on.scale(scale, scale);
    on.lineJoin = 'round';
    on.lineWidth = 4 / Math.max(1, scale);
    on.strokeStyle = palette.halo;
    on.stroke(path);
    on.fillStyle = palette.symbols[symbol] ?? palette.accent;
    on.fill(path);
    if (symbol < outlines.length) return;
    // The light colours of a class would be lost on a light ground.
    on.lineWidth = 1.25 / scale;
    on.strokeStyle = palette.ink;
    on.stroke(path);
  });
}

/** What is written on a cluster, and how large: some languages write “3.5 thousand” in words, as small as the disc is narrow. */
export interface Writing {
  readonly text: string;
  readonly font: string;
}

export function writing(context: CanvasRenderingContext2D, count: number, text: string, { font }: Palette): Writing {
  const size = 12.5;
  context.font = `600 ${size}px ${font}`;
  const fit = Math.min(1, (2 * clusterRadius(count) - 5) / context.measureText(text).width);
  // The canvas runs from left to right, the label as its own words do.
  return { text: `\u2068${text}\u2069`, font: `600 ${(size * fit).toFixed(1)}px ${font}` };
}

/** Several places as one: a disc with their number. */
export function drawCluster(context: CanvasRenderingContext2D, frame: Frame, x: number, y: number, count: number, { text, font }: Writing, palette: Palette): void {
  // In steps of half a pixel, so that few discs serve for all.
  const radius = Math.round(2 * clusterRadius(count)) / 2;
  stamp(context, frame, x, y, radius + 5, `disc ${radius}`, palette, (on) => {
    disc(on, radius + 4, palette.accent, 0.25);
    disc(on, radius + 1.5, palette.halo, 1);
    disc(on, radius, palette.accent, 1);
  });
  context.fillStyle = palette.onAccent;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (context.font !== font) context.font = font;
  context.fillText(text, frameX(frame, x), frameY(frame, y) + 0.5);
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

function disc(context: CanvasRenderingContext2D, radius: number, colour: string, alpha: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fill();
}
