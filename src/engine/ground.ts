import Layer from 'ol/layer/Layer.js';
import { Basemap } from './basemap.js';
import type { Palette } from './palette.js';
import { frameOf } from './state.js';

/** Our own land as a layer of its own, where something lies between it and the places. */
export function drawnGround(first: Palette): { readonly layer: Layer; colour: (palette: Palette) => void } {
  const basemap = new Basemap(() => layer.changed());
  const canvas = document.createElement('canvas');
  canvas.className = 'canvas';
  // OpenLayers paints the next pictures into a bare canvas, and both could not be dimmed apart.
  const holder = document.createElement('div');
  holder.append(canvas);
  let palette = first;
  const layer: Layer = new Layer({
    zIndex: -1000,
    render(state) {
      const frame = frameOf(state);
      const [width, height] = [Math.round(frame.width * frame.ratio), Math.round(frame.height * frame.ratio)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const context = canvas.getContext('2d', { alpha: false });
      context?.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
      if (context) basemap.draw(context, frame, palette);
      return holder;
    },
  });
  return { layer, colour: (now) => void (palette = now) };
}
