import type { Extent } from '../model/grid.js';
import { halfWorld } from '../model/mercator.js';

/** What is seen at one moment. */
export interface Frame {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  /** Web Mercator metres; x may leave the world, which repeats. */
  readonly centre: readonly [x: number, y: number];
  /** Metres a CSS pixel. */
  readonly resolution: number;
  /** Whether the next frame is already on its way, so that what takes long may wait. */
  readonly moving: boolean;
}

/** What a frame shows, and `margin` times its size on each side. */
export function frameExtent({ width, height, centre: [x, y], resolution }: Frame, margin = 0): Extent {
  const halfWidth = width * resolution * (0.5 + margin);
  const halfHeight = height * resolution * (0.5 + margin);
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

export function frameX({ width, centre, resolution }: Frame, x: number): number {
  return width / 2 + (x - centre[0]) / resolution;
}

export function frameY({ height, centre, resolution }: Frame, y: number): number {
  return height / 2 - (y - centre[1]) / resolution;
}

export function contains(outer: Extent, inner: Extent): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** How far to move x so that it lies in the copy of the world nearest to `near`. */
export function nearestCopy(x: number, near: number): number {
  return Math.round((near - x) / (2 * halfWorld)) * 2 * halfWorld;
}
