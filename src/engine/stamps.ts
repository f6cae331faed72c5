import { frameX, frameY, type Frame } from './frame.js';
import type { Palette } from './palette.js';

/** By palette, since a map that changes its colours has another one. */
const stamps = new WeakMap<Palette, Map<string, HTMLCanvasElement>>();

/**
 * Draws what looks the same at many spots: once, and from then on as a picture, in less than a tenth of the time. `radius` is how
 * far it reaches, in pixels; `paint` draws it around 0, 0. It lies on whole pixels of the device, so that it stays sharp.
 */
export function stamp(context: CanvasRenderingContext2D, frame: Frame, x: number, y: number, radius: number, name: string, palette: Palette, paint: (context: CanvasRenderingContext2D) => void): void {
  const { ratio } = frame;
  const half = Math.ceil(radius * ratio);
  let known = stamps.get(palette);
  if (!known) stamps.set(palette, (known = new Map()));
  const key = `${name} ${half}`;
  let made = known.get(key);
  if (!made) {
    made = document.createElement('canvas');
    made.width = made.height = 2 * half;
    const on = made.getContext('2d');
    on?.translate(half, half);
    on?.scale(ratio, ratio);
    if (on) paint(on);
    known.set(key, made);
  }
  const [left, top] = [Math.round(frameX(frame, x) * ratio) - half, Math.round(frameY(frame, y) * ratio) - half];
  context.drawImage(made, left / ratio, top / ratio, (2 * half) / ratio, (2 * half) / ratio);
}
