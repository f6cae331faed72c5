import type { FrameState } from 'ol/Map.js';
import type { Frame } from './frame.js';

/** What OpenLayers is about to show, as a frame of ours. */
export function frameOf({ size: [width = 0, height = 0], pixelRatio, viewState: { center: [x = 0, y = 0], resolution }, viewHints }: FrameState): Frame {
  return { width, height, ratio: pixelRatio, centre: [x, y], resolution, moving: viewHints.some((hint) => hint > 0) };
}
