import type { XmlElement } from './xml.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is an attribute in XML: `idG` and `versionG` as the standard has them, and what others write without its G. */
const attributes = /^(id|version|targetClass|lang)G?$/;
/** A type that stands around its value, such as `prkUrbanParkingSite`: the namespace's letters, then a name. */
const typed = /^(?:[a-z]{3,4})?([A-Z]\w+)$/;
/** Deeper than any model. */
const deepest = 60;

/** The records of DATEX II as JSON, as if they stood in XML; `around` is told of what is in no record. */
export function* jsonRecords(document: unknown, isRecord: (name: string, path: readonly string[]) => boolean, around: (element: XmlElement) => void, path: readonly string[] = ['document']): Generator<XmlElement, void> {
  if (path.length > deepest) return;
  for (const [key, value] of Object.entries(isObject(document) ? document : {})) {
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      const name = nameOf(key);
      if (isRecord(name, path)) yield elementOf(name, each, 0);
      else if (isObject(each)) {
        around({ name, attributes: new Map(), children: [], text: '' });
        yield* jsonRecords(each, isRecord, around, [...path, name]);
      } else around({ name, attributes: new Map(), children: [], text: String(each) });
    }
  }
}

/** Without the letters of a namespace that stand before the names of types. */
const nameOf = (key: string): string => (/^[a-z]{3,4}[A-Z]\w*Publication$/.test(key) ? typed.exec(key)![1]! : key);

function elementOf(name: string, value: unknown, depth: number): XmlElement {
  if (!isObject(value)) return { name, attributes: new Map(), children: [], text: value === null || value === undefined ? '' : String(value) };
  const entries = Object.entries(value);
  const [only] = entries;
  // Words of the model are objects with nothing but a value.
  if (entries.length === 1 && only![0] === 'value' && !isObject(only![1])) return elementOf(name, only![1], depth);
  const type = entries.length === 1 && isObject(only![1]) ? typed.exec(only![0])?.[1] : undefined;
  if (type && depth < deepest) {
    const inner = elementOf(name, only![1], depth + 1);
    return { ...inner, attributes: new Map([['type', type], ...inner.attributes]) };
  }
  const said = entries.filter(([key, each]) => attributes.test(key) && !isObject(each)).map(([key, each]) => [key.replace(/G$/, ''), String(each)] as const);
  const children = depth < deepest ? entries.filter(([key, each]) => !attributes.test(key) || isObject(each)).flatMap(([key, each]) => [each].flat().map((one: unknown) => elementOf(key, one, depth + 1))) : [];
  return { name, attributes: new Map(said), children, text: '' };
}
