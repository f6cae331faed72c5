/** Half the side of the Web Mercator square, in metres. */
export const halfWorld = 20037508.342789244;

/** The latitude at which Web Mercator ends. */
export const maxLatitude = 85.0511287798066;

/** Degrees east to Web Mercator metres. */
export function mercatorX(lon: number): number {
  return (lon / 180) * halfWorld;
}

const radians = Math.PI / 180;
const radius = halfWorld / Math.PI;
/** How many parts of a degree share what is known of their middle. */
const parts = 10;
/** Of each part the metres in its middle, and four derivatives by degrees, each divided by its factorial; made when it is first needed. */
const known = new Float64Array(180 * parts * 5);

/**
 * Degrees north to Web Mercator metres; the poles are drawn at the edge. A logarithm and a tangent for each of a million
 * positions would take twice as long as all else that is done to them: Taylor's series, from a twentieth of a degree away
 * at most, differs from them by less than a millimetre.
 */
export function mercatorY(lat: number): number {
  const clamped = lat > maxLatitude ? maxLatitude : lat < -maxLatitude ? -maxLatitude : lat;
  const part = Math.floor((clamped + 90) * parts);
  const at = part * 5;
  // The slope is nowhere 0.
  if (known[at + 1] === 0) learn(part);
  const d = clamped + 90 - (part + 0.5) / parts;
  return known[at]! + d * (known[at + 1]! + d * (known[at + 2]! + d * (known[at + 3]! + d * known[at + 4]!)));
}

function learn(part: number): void {
  const middle = ((part + 0.5) / parts - 90) * radians;
  const [tangent, secant] = [Math.tan(middle), 1 / Math.cos(middle)];
  known.set([
    radius * Math.log(Math.tan(Math.PI / 4 + middle / 2)),
    radius * radians * secant,
    (radius * radians ** 2 * secant * tangent) / 2,
    (radius * radians ** 3 * secant * (1 + 2 * tangent ** 2)) / 6,
    (radius * radians ** 4 * secant * tangent * (5 + 6 * tangent ** 2)) / 24,
  ], part * 5);
}

/** Web Mercator metres to degrees east. */
export function longitude(x: number): number {
  return (x / halfWorld) * 180;
}

/** Web Mercator metres to degrees north. */
export function latitude(y: number): number {
  return (Math.atan(Math.sinh((y / halfWorld) * Math.PI)) * 180) / Math.PI;
}
