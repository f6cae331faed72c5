import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** A dimension or an attribute, with the values that it takes. */
export interface Component {
  readonly name: string;
  /** What the column of codes is called, where codes are not the words. */
  readonly codeName: string | undefined;
  readonly values: readonly ({ readonly label: string; readonly code: string | undefined } | undefined)[];
}

type Level = 'dataSet' | 'series' | 'observation';
type Components = Readonly<Record<Level, readonly Component[]>>;

/** What the numbers of a set of data stand for. */
export interface Structure {
  readonly dimensions: Components;
  readonly attributes: Components;
  /** What is measured: one value, unless version 2 names several. */
  readonly measures: readonly string[];
}

export function componentsOf(structure: Json): Structure {
  const measures = isObject(structure['measures']) ? objectsIn(structure['measures']['observation']).map(nameOf) : [];
  const taken = new Set<string>();
  return { dimensions: levels(structure['dimensions'], taken), attributes: levels(structure['attributes'], taken), measures: measures.length > 0 ? measures : ['value'] };
}

function levels(value: unknown, taken: Set<string>): Components {
  const of = (level: string): readonly Component[] => (isObject(value) ? objectsIn(value[level]).map((component) => componentOf(component, taken)) : []);
  return { dataSet: [...of('dataSet'), ...of('dataset')], series: of('series'), observation: of('observation') };
}

/** Names come in many languages; the one of the answer stands apart. */
function nameOf(component: Json): string {
  const { name, names, id, value } = component;
  const first = isObject(name) ? Object.values(name)[0] : isObject(names) ? (names['en'] ?? Object.values(names)[0]) : undefined;
  return textIn(name) ?? textIn(first) ?? textIn(value) ?? (typeof value === 'number' ? String(value) : undefined) ?? textIn(id) ?? '';
}

function componentOf(component: Json, taken: Set<string>): Component {
  // Values are told by their place: one that is null says that nothing is said.
  const said = Array.isArray(component['values']) ? (component['values'] as readonly unknown[]) : [];
  const values = said.map((value) => (isObject(value) ? { label: nameOf(value), code: textIn(value['id']) } : undefined));
  const id = textIn(component['id']) ?? '';
  const called = nameOf(component) || id;
  const name = taken.has(called) ? id : called;
  taken.add(name);
  const isCoded = values.some((value) => value?.code !== undefined && value.code !== value.label);
  return { name, codeName: isCoded ? (id === name ? `${id} code` : id) : undefined, values };
}
