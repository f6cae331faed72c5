import { isGmlGeometry } from './gml-geometry.js';
import type { XmlElement } from './xml.js';

export interface GmlRecord {
  readonly properties: Readonly<Record<string, unknown>>;
  /** The first geometry that has positions, or refers to what has, as an element. */
  readonly geometry: XmlElement | undefined;
}

/** Deeper than this nobody nests what people read. */
const deepest = 12;
/** What describes the data and not the thing. */
const skipped = new Set(['metaDataProperty', 'Envelope', 'Box']);
/** The box of a feature; walls and roofs are boundaries, too. */
const isBox = ({ name, children }: XmlElement): boolean => name === 'boundedBy' && (children.length === 0 || children.some((child) => /^(Envelope|Box|null|Null)$/.test(child.name)));
const isNil = ({ attributes }: XmlElement): boolean => /^(true|1)$/.test(attributes.get('nil') ?? '');

/** What a feature says, by column: nested properties with dots, several values with commas. */
export function gmlRecord(feature: XmlElement): GmlRecord {
  const values = Object.create(null) as Record<string, string[]>;
  let geometry: XmlElement | undefined;
  const take = (element: XmlElement, prefix: string, depth: number): void => {
    for (const child of element.children) {
      if (skipped.has(child.name) || isBox(child) || isNil(child)) continue;
      if (isGmlGeometry(child)) {
        geometry ??= hasPositions(child, 0) ? child : undefined;
        continue;
      }
      const value = child.text || (child.children.length === 0 ? reference(child) : undefined);
      // Between a property and its values stands the name of its type, which says nothing to people.
      const name = depth > 0 && isType(child, element) ? prefix : prefix ? `${prefix}.${child.name}` : child.name;
      if (value) (values[name] ??= []).push(value);
      if (depth < deepest) take(child, name, depth + 1);
    }
  };
  take(feature, '', 0);
  const properties = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(values)) {
    const [only, ...others] = values[name]!;
    properties[name] = others.length > 0 ? [...new Set(values[name])].join(', ') : only;
  }
  return { properties, geometry };
}

const positions = new Set(['pos', 'posList', 'coordinates', 'coord']);

/** Whether a geometry has positions, or parts that stand elsewhere. */
function hasPositions({ name, attributes, children }: XmlElement, depth: number): boolean {
  return positions.has(name) || attributes.get('href')?.startsWith('#') === true || (depth < 40 && children.some((child) => hasPositions(child, depth + 1)));
}

const isType = ({ name }: XmlElement, { children }: XmlElement): boolean => children.length === 1 && /^\p{Lu}/u.test(name);

/** Values of a list are often given by their address alone: its title says it, or its last part. */
function reference({ attributes }: XmlElement): string | undefined {
  const href = attributes.get('href');
  const title = attributes.get('title');
  return title || (href && !href.startsWith('#') ? href : undefined) || undefined;
}
