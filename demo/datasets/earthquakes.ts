import { collection, packageJson } from './package-files.js';

interface Quake {
  readonly properties: { readonly mag: number | null; readonly place: string; readonly time: number; readonly type: string; readonly url: string };
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [longitude: number, latitude: number, depth: number] };
}

/** The columns that a reader understands, out of the 26 of the feed; the depth stands in the third coordinate there. */
export function earthquakes(): string {
  const { features } = packageJson<{ features: Quake[] }>('vega-datasets/data/earthquakes.json');
  return collection(
    features.map(({ properties: { mag, place, time, type, url }, geometry }) => ({
      properties: { place, magnitude: mag, 'depth in km': geometry.coordinates[2], time: new Date(time).toISOString(), type, link: url },
      geometry: { type: geometry.type, coordinates: geometry.coordinates.slice(0, 2) },
    })),
  );
}
