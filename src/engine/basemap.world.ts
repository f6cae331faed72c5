import { mercatorX, mercatorY } from '../model/mercator.js';
import * as data from './basemap.data.js';

const { alphabet, stepsPerDegree } = data;
const base = alphabet.length / 2;

/** Reads what build/basemap.ts wrote, as a path in Web Mercator metres with y downwards. */
function path(text: string, closed: boolean): Path2D {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let place = 1; ; place *= base) {
      const digit = alphabet.indexOf(text[at++]!);
      value += (digit % base) * place;
      if (digit < base) return value % 2 ? -(value + 1) / 2 : value / 2;
    }
  };
  const result = new Path2D();
  let [longitude, latitude] = [0, 0];
  while (at < text.length) {
    for (let left = number(), first = true; left > 0; left -= 1, first = false) {
      longitude += number();
      latitude += number();
      const x = mercatorX(longitude / stepsPerDegree);
      const y = -mercatorY(latitude / stepsPerDegree);
      if (first) result.moveTo(x, y);
      else result.lineTo(x, y);
    }
    if (closed) result.closePath();
  }
  return result;
}

export const land = path(data.land, true);
export const borders = path(data.borders, false);
