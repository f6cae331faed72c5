import { alongSegment, isCurved } from './gml-curves.js';
import type { XmlElement } from './xml.js';

/** x, y as written, or null for what is no number. */
export type Position = readonly (number | null)[];

/** How positions are written where they do not say it themselves. */
export interface PositionContext {
  /** How many numbers a position has, as what lies around says; the positions themselves may know better. */
  readonly dimension: number | undefined;
  /** Whether the grid's official order is that in which its name asks to write: then degrees of latitude come first. */
  readonly isNorthFirst?: boolean | undefined;
  /** Finds what stands elsewhere in the feature. */
  readonly find?: ((href: string) => XmlElement | undefined) | undefined;
}

/** Deeper than any curve of curves. */
const deepest = 60;

/** All positions within an element, in order: of a line, of the segments of a curve, of a ring that is made of curves. */
export function positionsIn(element: XmlElement, context: PositionContext, depth = 0): Position[] {
  if (depth > deepest) return [];
  const own = dimensionOf(element);
  switch (element.name) {
    case 'pos': return [position(element.text.split(/\s+/))];
    case 'posList': return listed(element, own, context.dimension);
    case 'coordinates': return written(element);
    case 'coord': return [position(element.children.map(({ text }) => text))];
    default:
  }
  const found: Position[] = [];
  const inner = own === undefined ? context : { ...context, dimension: own };
  if (isCurved(element)) return [...alongSegment(element, element.children.flatMap((child) => positionsIn(child, inner, depth + 1)), context.isNorthFirst === true)];
  for (const child of element.children) {
    for (const each of positionsIn(child, inner, depth + 1)) {
      const last = found.at(-1);
      // Segments begin where the one before them ends.
      if (!last || last[0] !== each[0] || last[1] !== each[1]) found.push(each);
    }
  }
  return element.name === 'OrientableCurve' && element.attributes.get('orientation') === '-' ? found.reverse() : found;
}

/** How many numbers a position has; GML 3.0 called it `dimension`. */
export function dimensionOf({ attributes }: XmlElement): number | undefined {
  const said = Number(attributes.get('srsDimension') ?? attributes.get('dimension'));
  return said >= 2 && said <= 4 ? said : undefined;
}

function position(numbers: readonly string[]): Position {
  return [0, 1].map((i) => numberOf(numbers[i]));
}

function numberOf(text: string | undefined): number | null {
  const number = text ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

function listed(element: XmlElement, own: number | undefined, around: number | undefined): Position[] {
  const numbers = element.text.split(/[\s,]+/).filter(Boolean);
  const count = Number(element.attributes.get('count')) || undefined;
  const size = own ?? (count && [2, 3].find((each) => numbers.length === count * each)) ?? sizeOf(numbers, around);
  const found: Position[] = [];
  for (let at = 0; at + 1 < numbers.length; at += size) found.push([numberOf(numbers[at]), numberOf(numbers[at + 1])]);
  return found;
}

/** How many numbers a position of a list has that does not say it: a collection with heights holds places without, and the other way round. */
function sizeOf(numbers: readonly string[], around: number | undefined): number {
  const fits = (size: number): boolean => numbers.length % size === 0;
  // A ring ends where it begins.
  const closes = (size: number): boolean => fits(size) && numbers.length >= size * 3 && [0, 1].every((i) => Number(numbers[i]) === Number(numbers[numbers.length - size + i]));
  if (closes(2) !== closes(3)) return closes(2) ? 2 : 3;
  if (around && fits(around)) return around;
  return !fits(2) && fits(3) ? 3 : 2;
}

/** As in GML 2: commas within positions and blanks between them, unless it says otherwise. */
function written({ text, attributes }: XmlElement): Position[] {
  const decimal = attributes.get('decimal') || '.';
  const within = attributes.get('cs')?.trim() || ',';
  const between = attributes.get('ts')?.trim();
  const plain = decimal === '.' ? text : text.replaceAll(decimal, '.');
  if (between) return plain.split(between).filter((part) => part.trim()).map((part) => position(part.trim().split(within === ',' ? /[\s,]+/ : within)));
  const found: string[][] = [];
  let joined = false;
  for (const part of plain.replaceAll(within, ' , ').split(/\s+/)) {
    if (part === ',') joined = true;
    else if (part) {
      if (joined) found.at(-1)?.push(part);
      else found.push([part]);
      joined = false;
    }
  }
  return found.map(position);
}
