/** Half the side of the Web Mercator square, in metres. */
export const halfWorld = 20037508.342789244;

/** The latitude at which Web Mercator ends. */
export const maxLatitude = 85.0511287798066;

/** Degrees east to Web Mercator metres. */
export function mercatorX(lon: number): number {
  return (lon / 180) * halfWorld;
}

/** Degrees north to Web Mercator metres; the poles are drawn at the edge. */
export function mercatorY(lat: number): number {
  const clamped = Math.max(-maxLatitude, Math.min(maxLatitude, lat));
  return (Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / Math.PI) * halfWorld;
}

/** Web Mercator metres to degrees east. */
export function longitude(x: number): number {
  return (x / halfWorld) * 180;
}

/** Web Mercator metres to degrees north. */
export function latitude(y: number): number {
  return (Math.atan(Math.sinh((y / halfWorld) * Math.PI)) * 180) / Math.PI;
}

/** Metres between two points given in degrees, on a sphere. */
export function distance(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(a)));
}
