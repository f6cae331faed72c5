import type { Engine, Padding } from '../../engine/engine.js';
import { boundsOf, wholeExtent } from '../../engine/extent.js';
import { latitude, longitude, mercatorX, mercatorY } from '../../model/mercator.js';
import { readView, resolutionOf, zoomOf, type View, type ViewWish } from '../../model/view.js';

/** Where the map looks, in degrees. */
export function viewOf(engine: Engine): View {
  const [x, y] = engine.centre();
  const { resolution, extent } = engine.seen;
  return { longitude: longitude(x), latitude: latitude(y), zoom: zoomOf(resolution), bounds: boundsOf(extent) };
}

/** Looks where a page, an attribute or a link wishes; false where that is nowhere. */
export function lookAt(engine: Engine, wish: ViewWish | string | undefined, padding: Padding): boolean {
  const view = readView(wish);
  if (!view) return false;
  if ('bounds' in view) engine.fit(wholeExtent(view.bounds), padding, 'at once');
  else engine.look(mercatorX(view.longitude), mercatorY(view.latitude), resolutionOf(view.zoom));
  return true;
}
