import { frameX, frameY, nearestCopy, type Frame } from './frame.js';
import type { Palette } from './palette.js';

/** Draws a ring (x, y, x, y … in Web Mercator metres): lightly filled, or, while its corners are still being set, open and with these. */
export function drawArea(context: CanvasRenderingContext2D, frame: Frame, ring: Float64Array, isOpen: boolean, { accent, halo }: Palette): void {
  if (ring.length === 0) return;
  // The whole ring lies in the copy of the world that is nearest to its first corner.
  const shift = nearestCopy(ring[0]!, frame.centre[0]);
  const corners = Array.from({ length: ring.length / 2 }, (_, i) => [frameX(frame, ring[2 * i]! + shift), frameY(frame, ring[2 * i + 1]!)] as const);
  context.save();
  context.lineJoin = 'round';
  context.beginPath();
  for (const [x, y] of corners) context.lineTo(x, y);
  if (!isOpen) context.closePath();
  context.fillStyle = accent;
  context.globalAlpha = 0.12;
  if (corners.length > 2) context.fill('evenodd');
  context.globalAlpha = 1;
  for (const [colour, width] of [[halo, 6], [accent, 3]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
  for (const [x, y] of isOpen ? corners : []) {
    context.beginPath();
    context.arc(x, y, 5, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = halo;
    context.lineWidth = 2;
    context.stroke();
  }
  context.restore();
}
