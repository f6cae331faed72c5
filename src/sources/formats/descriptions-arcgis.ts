import type { Choice } from '../../model/dataset.js';
import type { Describe, Description } from './descriptions.js';
import { describeArcgisAnswer } from './descriptions-arcgis-answers.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

const layerTypes = /^(Feature Layer|Table|Raster Layer|Group Layer|Annotation Layer|Feature Service|Map Service|Oriented Imagery Layer)$/;

/** What ArcGIS says about a service, a layer, an item, or the rows of a layer; and its errors, which come with the status 200. */
export const describeArcgis: Describe = (top) => errorOf(top) ?? itemOf(top) ?? layerOf(top) ?? serviceOf(top) ?? folderOf(top) ?? describeArcgisAnswer(top);

function errorOf({ error, status, code: outer, messages }: Json): Description | undefined {
  // Administrators' pages say it otherwise.
  const failure = status === 'error' && Array.isArray(messages) ? { code: outer, details: messages } : error;
  if (!isObject(failure) || (failure['code'] ?? failure['details']) === undefined || failure['__type']) return undefined;
  const { code, message, details } = failure;
  const said = [code, message, ...(Array.isArray(details) ? details : [])].filter((part) => part !== undefined && part !== '').join(', ').replace(/\.$/, '');
  const isMissing = code === 404 || /not found|invalid url|does not exist/i.test(said);
  return { what: `an error of ArcGIS: ${said}`, advice: 'Its address, or what it asks for, is not right.', reason: isMissing ? 'not-found' : 'refused' };
}

function itemOf({ id, owner, typeKeywords, url, title, type }: Json): Description | undefined {
  if (typeof id !== 'string' || typeof owner !== 'string' || !Array.isArray(typeKeywords)) return undefined;
  const choice: Choice = { name: textIn(url) ?? id, title: textIn(title), format: textIn(type) };
  const advice = textIn(url) ? `Its data is at ${textIn(url)}.` : 'The address of the service behind it is needed.';
  return { what: `the description of the item “${textIn(title) ?? id}” (${textIn(type) ?? 'of no type'}) of an ArcGIS portal`, advice, choices: [choice] };
}

function layerOf({ id, name, type, fields, geometryType, currentVersion }: Json): Description | undefined {
  const isLayer = layerTypes.test(String(type)) || (Array.isArray(fields) && (geometryType !== undefined || currentVersion !== undefined));
  if (!isLayer || (typeof id !== 'number' && typeof name !== 'string')) return undefined;
  const what = `the description of the ${type === 'Table' ? 'table' : 'layer'} “${textIn(name) ?? String(id)}” of an ArcGIS service`;
  const columns = objectsIn(fields).length;
  return { what, advice: `Its rows, of ${columns} fields, are at the address of the layer itself, which ends in “FeatureServer/${String(id ?? 0)}” or “MapServer/${String(id ?? 0)}”.`, choices: [{ name: String(id ?? 0), title: textIn(name), format: textIn(geometryType) ?? textIn(type) }] };
}

function serviceOf({ layers, tables, currentVersion, serviceDescription, mapName }: Json): Description | undefined {
  if (!Array.isArray(layers) || (currentVersion === undefined && serviceDescription === undefined)) return undefined;
  const choices = [...objectsIn(layers), ...objectsIn(tables)].map(({ id, name, geometryType, type }): Choice => ({ name: String(id), title: textIn(name), format: textIn(geometryType) ?? textIn(type) }));
  return { what: `the description of the ArcGIS service “${textIn(mapName) ?? textIn(serviceDescription) ?? ''}” with ${choices.length} layers`, advice: 'The address of the service itself is needed, or of one of its layers.', choices };
}

function folderOf({ services, folders, currentVersion }: Json): Description | undefined {
  if (!Array.isArray(services) || currentVersion === undefined) return undefined;
  const choices = objectsIn(services).map(({ name, type, url }): Choice => ({ name: textIn(url) ?? `${String(name)}/${String(type)}`, title: textIn(name), format: textIn(type) }));
  return { what: `a folder of ${choices.length} ArcGIS services${Array.isArray(folders) ? ` and ${folders.length} folders` : ''}`, advice: 'The address of one of them is needed.', choices };
}
