export type XmlValue = string | number | boolean | null | undefined | XmlFields | readonly XmlValue[];
export interface XmlFields { readonly [name: string]: XmlValue }

// What XML 1.0 has no way to write, not even by number.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/**
 * A document of elements without attributes: fields are elements, what is absent is left out, null is an empty element, and
 * each entry of a list is an element by the name that `items` has for the list.
 */
export function xmlDocument(name: string, value: XmlValue, items: Readonly<Record<string, string>>): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(name, value, items)}\n`;
}

function element(name: string, value: XmlValue, items: Readonly<Record<string, string>>): string {
  if (value === undefined) return '';
  const content = contentOf(name, value, items);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function contentOf(name: string, value: XmlValue, items: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined) return '';
  if (isList(value)) return value.map((each) => element(items[name]!, each, items)).join('');
  if (typeof value === 'object') return Object.entries(value).map(([field, each]) => element(field, each, items)).join('');
  return String(value).replace(unwritable, '').replace(/[&<>\r]/g, (sign) => entities[sign]!);
}

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);
