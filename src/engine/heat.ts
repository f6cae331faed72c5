import { cellLevel, cellSize, type Extent, type Grid } from '../model/grid.js';
import { luminance } from './contrast.js';
import { contains, frameExtent, frameX, frameY, type Frame } from './frame.js';
import type { Palette } from './palette.js';

/** Red, green, blue and opacity from few to many. */
const ramps = {
  light: [[243, 166, 90, 0], [243, 166, 90, 0.7], [192, 57, 43, 0.85], [74, 13, 44, 0.95]],
  dark: [[122, 59, 18, 0], [122, 59, 18, 0.7], [232, 132, 60, 0.85], [255, 242, 184, 0.95]],
} as const;

interface Warm {
  readonly grid: Grid;
  readonly palette: Palette;
  readonly level: number;
  readonly extent: Extent;
  /** Around the canvas. */
  readonly box: Extent;
  readonly canvas: HTMLCanvasElement;
}

/** How close together points are, as a picture of small cells that melt into one another. */
export class Heat {
  #warm: Warm | undefined;
  #most = { grid: undefined as Grid | undefined, byLevel: new Map<number, number>() };

  draw = (context: CanvasRenderingContext2D, frame: Frame, grid: Grid, palette: Palette): void => {
    const level = cellLevel(frame.resolution, 6);
    const kept = this.#warm;
    if (!(kept?.grid === grid && kept.palette === palette && kept.level === level && contains(kept.extent, frameExtent(frame)))) this.#warm = this.#warmed(context, frameExtent(frame, 0.4), grid, level, palette);
    const { canvas, box } = this.#warm!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, frameX(frame, box[0]), frameY(frame, box[3]), (box[2] - box[0]) / frame.resolution, (box[3] - box[1]) / frame.resolution);
  };

  #warmed(context: CanvasRenderingContext2D, extent: Extent, grid: Grid, level: number, palette: Palette): Warm {
    const { counts, columns, west, south } = grid.counts(extent, level);
    const lines = counts.length / columns;
    let melted = counts;
    // Three times evened out is as good as a bell.
    for (let pass = 0; pass < 3; pass += 1) melted = evened(evened(melted, columns, lines, 1, columns), lines, columns, columns, 1);
    const most = this.#mostOf(grid, level, melted);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [columns, lines];
    const on = canvas.getContext('2d');
    const picture = on?.createImageData(columns, lines);
    if (on && picture) {
      const colours = ramp(luminance(context, palette.land) < 0.2 ? ramps.dark : ramps.light);
      for (let cell = 0; cell < melted.length; cell += 1) {
        // The root shows what is between few and many.
        const heat = Math.round(255 * Math.sqrt(Math.min(1, melted[cell]! / most)));
        const at = 4 * ((lines - 1 - Math.floor(cell / columns)) * columns + (cell % columns));
        picture.data.set(colours.subarray(4 * heat, 4 * heat + 4), at);
      }
      on.putImageData(picture, 0, 0);
    }
    const size = cellSize(level);
    return { grid, palette, level, extent, box: [west, south, west + columns * size, south + lines * size], canvas };
  }

  /** What is hottest, as far as anybody has looked at this level: a move must not change all colours. */
  #mostOf(grid: Grid, level: number, melted: Float64Array): number {
    if (this.#most.grid !== grid) this.#most = { grid, byLevel: new Map() };
    let most = this.#most.byLevel.get(level) ?? 1e-9;
    for (const each of melted) if (each > most) most = each;
    this.#most.byLevel.set(level, most);
    return most;
  }
}

/** Each cell as the mean of the five around it in one direction. */
function evened(cells: Float64Array, length: number, others: number, step: number, stride: number): Float64Array {
  const result = new Float64Array(cells.length);
  for (let other = 0; other < others; other += 1) {
    const start = other * stride;
    let sum = 0;
    for (let i = -2; i < length; i += 1) {
      if (i + 2 < length) sum += cells[start + (i + 2) * step]!;
      if (i - 3 >= 0) sum -= cells[start + (i - 3) * step]!;
      if (i >= 0) result[start + i * step] = Math.max(0, sum / 5);
    }
  }
  return result;
}

function ramp(stops: readonly (readonly [number, number, number, number])[]): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(4 * 256);
  for (let heat = 0; heat < 256; heat += 1) {
    const at = (heat / 255) * (stops.length - 1);
    const [one, next] = [stops[Math.floor(at)]!, stops[Math.min(stops.length - 1, Math.floor(at) + 1)]!];
    for (let channel = 0; channel < 4; channel += 1) colours[4 * heat + channel] = (one[channel]! + (next[channel]! - one[channel]!) * (at % 1)) * (channel === 3 ? 255 : 1);
  }
  return colours;
}
