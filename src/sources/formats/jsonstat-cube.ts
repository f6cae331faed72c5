import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** One dimension of a table of many: its categories by their place. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly units: readonly (string | undefined)[];
  /** Longitude and latitude of each category, where they are places. */
  readonly coordinates: readonly (readonly [number, number] | undefined)[];
}

export interface Cube {
  readonly name: string;
  readonly dataset: Json;
  readonly dimensions: readonly Dimension[];
  /** How many cells have something in them. */
  readonly cells: number;
}

const isTable = (value: unknown): value is Json => isObject(value) && isObject(value['dimension']) && (Array.isArray(value['value']) || isObject(value['value']));

/** The tables of a document: itself, those in a bundle of version 1, or those that a collection holds. */
export function cubesIn(top: Json): readonly Cube[] {
  if (isTable(top)) return [cubeOf(textIn(top['label']) ?? '', top)];
  const items = isObject(top['link']) ? objectsIn(top['link']['item']) : [];
  if (items.length > 0) return items.filter(isTable).map((item, i) => cubeOf(textIn(item['label']) ?? textIn(item['href']) ?? String(i + 1), item));
  return Object.entries(top).flatMap(([name, value]) => (isTable(value) ? [cubeOf(name, value)] : []));
}

function cubeOf(name: string, dataset: Json): Cube {
  const dimension = dataset['dimension'] as Json;
  // Version 1 keeps ids and sizes among the dimensions; some offices write the sizes as text.
  const ids = listOf(dataset['id'] ?? dimension['id']).map(String);
  const sizes = listOf(dataset['size'] ?? dimension['size']).map(Number);
  const value = dataset['value'];
  return { name, dataset, dimensions: ids.map((id, i) => dimensionOf(id, sizes[i] ?? 0, dimension[id])), cells: Array.isArray(value) ? value.length : Object.keys(value as Json).length };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function dimensionOf(id: string, size: number, said: unknown): Dimension {
  const { label, category } = isObject(said) ? said : {};
  const { index, label: names, unit, coordinates } = isObject(category) ? category : {};
  const known = Array.isArray(index) ? index.map(String) : isObject(index) ? Object.keys(index).sort((a, b) => Number(index[a]) - Number(index[b])) : isObject(names) ? Object.keys(names) : [];
  // A table says how many there are; what it does not name has a number.
  const codes = Number.isInteger(size) && size > known.length && size <= 1e6 ? [...known, ...Array.from({ length: size - known.length }, (_, i) => String(known.length + i + 1))] : known;
  const of = (holder: unknown, code: string): unknown => (isObject(holder) && Object.hasOwn(holder, code) ? holder[code] : undefined);
  return {
    id,
    label: textIn(label) ?? id,
    codes,
    labels: codes.map((code, i) => textIn(of(names, code)) ?? (Array.isArray(names) ? textIn(names[i]) : undefined) ?? code),
    units: codes.map((code) => unitOf(of(unit, code))),
    coordinates: codes.map((code) => pairOf(of(coordinates, code))),
  };
}

function unitOf(unit: unknown): string | undefined {
  if (!isObject(unit)) return undefined;
  return textIn(unit['label']) ?? textIn(unit['symbol']) ?? textIn(unit['base']);
}

const pairOf = (value: unknown): readonly [number, number] | undefined => (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number' ? [value[0], value[1]] : undefined);
