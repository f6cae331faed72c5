import { halfWorld, mercatorX, mercatorY } from '../model/mercator.js';
import { alphabet, borders, land, stepsPerDegree } from './basemap.data.js';
import type { Palette } from './palette.js';
import type { Frame } from './frame.js';

const base = alphabet.length / 2;
const world = 2 * halfWorld;

/** How far Siberia and its like reach beyond the edge of their world. */
const overhang = world / 16;

/** At these resolutions (metres a pixel) the coarse coastline begins to lie, and has faded away. */
const honest = 1200;
const misleading = 300;

/** Land and borders of the whole world: drawn from what is bundled, so that a map asks no third party. */
export class Basemap {
  readonly #land = path(land, true);
  readonly #borders = path(borders, false);

  draw(context: CanvasRenderingContext2D, frame: Frame, palette: Palette): void {
    const { width, height, resolution, centre: [x, y], ratio } = frame;
    const fade = Math.min(1, Math.max(0, Math.log2(honest / resolution) / Math.log2(honest / misleading)));
    context.fillStyle = fade === 1 ? palette.land : palette.water;
    context.fillRect(0, 0, width, height);
    if (fade === 1) return;
    const half = (width / 2) * resolution;
    for (let copy = Math.ceil((x - half - halfWorld - overhang) / world); copy * world - halfWorld - overhang < x + half; copy += 1) {
      context.save();
      context.scale(1 / resolution, 1 / resolution);
      context.translate(half - x + copy * world, (height / 2) * resolution + y);
      context.fillStyle = palette.land;
      context.fill(this.#land, 'evenodd');
      context.globalAlpha = 1 - fade;
      context.strokeStyle = palette.border;
      context.lineWidth = Math.max(1, 1 / ratio) * resolution;
      context.lineJoin = 'round';
      context.stroke(this.#borders);
      context.restore();
    }
    if (fade === 0) return;
    context.save();
    context.globalAlpha = fade;
    context.fillStyle = palette.land;
    context.fillRect(0, 0, width, height);
    context.restore();
  }
}

/** Reads what build/basemap.ts wrote, as a path in Web Mercator metres with y downwards. */
function path(text: string, closed: boolean): Path2D {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let place = 1; ; place *= base) {
      const digit = alphabet.indexOf(text[at++]!);
      value += (digit % base) * place;
      if (digit < base) return value % 2 ? -(value + 1) / 2 : value / 2;
    }
  };
  const result = new Path2D();
  let [longitude, latitude] = [0, 0];
  while (at < text.length) {
    for (let left = number(), first = true; left > 0; left -= 1, first = false) {
      longitude += number();
      latitude += number();
      const x = mercatorX(longitude / stepsPerDegree);
      const y = -mercatorY(latitude / stepsPerDegree);
      if (first) result.moveTo(x, y);
      else result.lineTo(x, y);
    }
    if (closed) result.closePath();
  }
  return result;
}
