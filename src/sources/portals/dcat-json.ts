import { Graph, localName, type Thing, type Value } from './dcat-graph.js';

/** Deeper than this nobody describes a dataset. */
const deepest = 40;
const language = /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i;

/** JSON-LD, expanded or with whatever prefixes, and the `data.json` of governments, as a graph; relative ids are against `base`. */
export function graphOfJson(document: unknown, base: string): Graph {
  const graph = new Graph();
  valuesOf(document, graph, base, 0);
  return graph;
}

function valuesOf(value: unknown, graph: Graph, base: string, depth: number): Value[] {
  if (typeof value === 'string') return value ? [{ text: value }] : [];
  if (typeof value === 'number' || typeof value === 'boolean') return [{ text: String(value) }];
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(each, graph, base, depth + 1));
  const entries = Object.entries(value);
  const own = new Map<string, unknown>(entries);
  if (own.has('@value')) return [{ text: String(own.get('@value') ?? ''), language: stringOf(own.get('@language')) }];
  if (entries.length > 0 && entries.every(([key, each]) => language.test(key) && key.length < 6 && typeof each === 'string') && !own.has('name')) {
    return entries.map(([key, each]) => ({ text: String(each), language: key }));
  }
  if (own.has('@list') || own.has('@set')) return valuesOf(own.get('@list') ?? own.get('@set'), graph, base, depth + 1);
  return [thingOf(own, graph, base, depth)];
}

function thingOf(own: ReadonlyMap<string, unknown>, graph: Graph, base: string, depth: number): Thing {
  const said = stringOf(own.get('@id')) ?? stringOf(own.get('id'));
  const types = [own.get('@type') ?? own.get('type')].flat().flatMap((type) => (typeof type === 'string' ? [localName(type)] : []));
  const thing: Thing = { id: said && absolute(said, base), types, values: new Map() };
  for (const [key, each] of own) {
    if (key === '@context' || key === '@id' || key === '@type') continue;
    const values = valuesOf(each, graph, base, depth + 1);
    if (key === '@graph' || values.length === 0) continue;
    const name = localName(key);
    thing.values.set(name, [...(thing.values.get(name) ?? []), ...values]);
  }
  graph.add(thing);
  return thing;
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** An id as an address, where it can be one. */
export const absolute = (id: string, base: string): string => (!id.startsWith('_:') && URL.canParse(id, base) ? new URL(id, base).href : id);
