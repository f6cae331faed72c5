import type { Bounds } from './dataset.js';

/** Where a map looks. */
export interface View {
  /** The middle, in degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** As web maps count: at 0 the world is 256 pixels wide, each step is twice as near. */
  readonly zoom: number;
  /** The box that is seen, in degrees. */
  readonly bounds: Bounds;
}

/** Where a map shall look: a middle and how near, or a box that shall be seen whole. */
export type ViewWish = Pick<View, 'longitude' | 'latitude' | 'zoom'> | Pick<View, 'bounds'>;

/** Metres a pixel at zoom 0, on the equator. */
const coarsest = 156543.03392804097;

export const resolutionOf = (zoom: number): number => coarsest / 2 ** zoom;

/** A wish as an attribute or a link writes it, `longitude,latitude,zoom` or `west,south,east,north`; or as a page does. `undefined` where it is nowhere on Earth. */
export function readView(wish: ViewWish | string | null | undefined): ViewWish | undefined {
  if (typeof wish === 'string') {
    const numbers = wish.split(',', 5).map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    const [first = NaN, second = NaN, third = NaN, fourth = NaN] = numbers;
    if (numbers.length === 4) return readView({ bounds: [first, second, third, fourth] });
    return numbers.length === 3 ? readView({ longitude: first, latitude: second, zoom: third }) : undefined;
  }
  if (typeof wish !== 'object' || wish === null) return undefined;
  if ('longitude' in wish) {
    const { longitude, latitude, zoom } = wish;
    return isWithin(longitude, 360) && isWithin(latitude, 90) && isWithin(zoom - 12, 18) ? { longitude, latitude, zoom } : undefined;
  }
  if (!Array.isArray(wish.bounds)) return undefined;
  const [west, south, east, north] = wish.bounds;
  return isWithin(west, 360) && isWithin(east, 360) && isWithin(south, 90) && isWithin(north, 90) && south <= north ? { bounds: [west, south, east, north] } : undefined;
}

/** A view as links write it: no finer than the zoom can show. */
export function writeView({ longitude, latitude, zoom }: Pick<View, 'longitude' | 'latitude' | 'zoom'>): string {
  const digits = Math.min(7, Math.max(1, Math.ceil(zoom / 3.3) + 1));
  return [longitude.toFixed(digits), latitude.toFixed(digits), zoom.toFixed(2)].map(Number).join(',');
}

const isWithin = (value: number, limit: number): boolean => typeof value === 'number' && Math.abs(value) <= limit;
