import { first, textAt, within, type XmlElement } from './xml.js';

/** Positions as the document has them, east first: degrees as a rule, metres with some. */
export interface Located {
  readonly kind: 'points' | 'line';
  readonly positions: readonly (readonly [x: number, y: number])[];
}

/** Elements that say where to draw a record, the plainest first. */
const displays = ['locationForDisplay', 'coordinatesForDisplay', 'pointCoordinates', 'parkingLocation', 'facilityLocation', 'coordinates'];

/** Where a record is; `undefined` where it does not say it in coordinates, as those that name a code of a table that we have not. */
export function locationOf(record: XmlElement): Located | undefined {
  const line = lineOf(record);
  if (line) return { kind: 'line', positions: line };
  for (const name of displays) {
    const found = [...within(record, name)].map(positionOf).filter((position) => position !== undefined);
    if (found.length === 0) continue;
    // A stretch of road by its two ends is two points: nobody says how it runs. A building with entrances is one.
    const isStretch = [...within(record, 'from'), ...within(record, 'to')].length === 2;
    return { kind: 'points', positions: isStretch ? found.slice(0, 2) : found.slice(0, 1) };
  }
  const points = [...within(record, 'openlrCoordinate'), ...within(record, 'pos')].map(positionOf).filter((position) => position !== undefined);
  return points.length > 0 ? { kind: 'points', positions: points.slice(0, 1) } : undefined;
}

function positionOf(element: XmlElement): readonly [number, number] | undefined {
  const [y, x] = [textAt(element, 'latitude'), textAt(element, 'longitude')].map((text) => (text === undefined ? Number.NaN : Number(text.replace(',', '.'))));
  if (x !== undefined && y !== undefined && !Number.isNaN(x) && !Number.isNaN(y)) return [x, y];
  const inner = first(element, 'pointCoordinates', 'pointByCoordinates');
  return inner && positionOf(inner);
}

/** A line of GML, as version 3 has it: latitude first. */
function lineOf(record: XmlElement): readonly (readonly [number, number])[] | undefined {
  for (const element of within(record, 'posList')) {
    const numbers = element.text.split(/\s+/).map(Number);
    if (numbers.length < 4 || numbers.some(Number.isNaN)) continue;
    return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [numbers[2 * i + 1]!, numbers[2 * i]!] as const);
  }
  return undefined;
}
