import { halfWorld } from '../model/mercator.js';
import type { Frame } from './frame.js';
import type { Palette } from './palette.js';

type World = typeof import('./basemap.world.js');

const size = 2 * halfWorld;

/** How far Siberia and its like reach beyond the edge of their world. */
const overhang = size / 16;

/** The coarse coastline is kept in steps of so many metres, as build/basemap.ts writes it. */
const step = 5566;
/** At these resolutions (metres a pixel) a step is so wide that the coastline begins to lie, and has faded away. */
const honest = step / 5;
const misleading = step / 12;

/** What is there of it, for all maps of a page. */
let world: World | undefined;

/**
 * Land and borders of the whole world, of our own, so that a map asks no third party. They come when a map looks from far enough
 * to show them; most look at a town, for which the ground is plain.
 */
export class Basemap {
  readonly #changed: () => void;
  #isAsked = false;
  #isWaiting = false;

  /** `changed` is told when there is something else to draw. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether what was drawn last is not yet what is to be seen there. */
  get busy(): boolean {
    return this.#isWaiting;
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, palette: Palette): void {
    const { width, height, resolution, centre: [x, y], ratio } = frame;
    const fade = Math.min(1, Math.max(0, Math.log2(honest / resolution) / Math.log2(honest / misleading)));
    if (fade < 1) void this.#ask();
    const isPlain = fade === 1 || !world;
    context.fillStyle = isPlain ? palette.land : palette.water;
    context.fillRect(0, 0, width, height);
    if (isPlain) return;
    const half = (width / 2) * resolution;
    for (let copy = Math.ceil((x - half - halfWorld - overhang) / size); copy * size - halfWorld - overhang < x + half; copy += 1) {
      context.save();
      context.scale(1 / resolution, 1 / resolution);
      context.translate(half - x + copy * size, (height / 2) * resolution + y);
      context.fillStyle = palette.land;
      context.fill(world!.land, 'evenodd');
      context.globalAlpha = 1 - fade;
      context.strokeStyle = palette.border;
      context.lineWidth = Math.max(1, 1 / ratio) * resolution;
      context.lineJoin = 'round';
      context.stroke(world!.borders);
      context.restore();
    }
    if (fade === 0) return;
    context.save();
    context.globalAlpha = fade;
    context.fillStyle = palette.land;
    context.fillRect(0, 0, width, height);
    context.restore();
  }

  /** Once: where it does not come, the ground stays plain. */
  async #ask(): Promise<void> {
    if (world || this.#isAsked) return;
    this.#isAsked = this.#isWaiting = true;
    const found = await import('./basemap.world.js').catch(() => undefined);
    world ??= found;
    this.#isWaiting = false;
    this.#changed();
  }
}
