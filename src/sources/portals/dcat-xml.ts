import type { XmlElement } from '../formats/xml.js';
import { Graph, type Thing, type Value } from './dcat-graph.js';
import { absolute } from './dcat-json.js';

/** RDF/XML as a graph: things and what is said of them take turns, one within the other. */
export function graphOfXml(root: XmlElement, base: string): Graph {
  const graph = new Graph();
  const own = root.attributes.get('base') ?? base;
  for (const child of root.name === 'RDF' ? root.children : [root]) thingOf(child, graph, own);
  return graph;
}

function thingOf(element: XmlElement, graph: Graph, base: string): Thing {
  const about = element.attributes.get('about') ?? element.attributes.get('nodeID') ?? (element.attributes.has('ID') ? `#${element.attributes.get('ID')}` : undefined);
  const types = element.name === 'Description' ? [] : [element.name];
  const thing = { id: about !== undefined ? absolute(about, base) : undefined, types, values: new Map<string, Value[]>() };
  for (const property of element.children) {
    const values = valuesOf(property, graph, base);
    if (property.name === 'type') types.push(...values.flatMap((value) => ('id' in value && value.id ? [/[^#/]*$/.exec(value.id)![0]] : [])));
    else if (values.length > 0) thing.values.set(property.name, [...(thing.values.get(property.name) ?? []), ...values]);
  }
  graph.add(thing);
  return thing;
}

function valuesOf(property: XmlElement, graph: Graph, base: string): Value[] {
  const { attributes, children, text } = property;
  const pointed = attributes.get('resource') ?? attributes.get('nodeID');
  if (pointed !== undefined) return [{ id: absolute(pointed, base), types: [], values: new Map() }];
  if (attributes.get('parseType') === 'Resource') return [thingOf({ ...property, name: 'Description', text: '', attributes: new Map(), children }, graph, base)];
  if (children.length > 0) return children.map((child) => thingOf(child, graph, base));
  return text ? [{ text, language: attributes.get('lang') }] : [];
}
