import type { Choice } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { Description } from './descriptions.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

const withoutRows = 'The rows are at the same address without';

/** What ArcGIS answers instead of rows, or around them: ids, counts, extents, legends, lists of layers and of items, maps. */
export function describeArcgisAnswer(top: Json): Description | undefined {
  return idsOf(top) ?? countOf(top) ?? layersOf(top) ?? searchOf(top) ?? mapOf(top);
}

function idsOf({ objectIds, objectIdFieldName }: Json): Description | undefined {
  // Where nothing fits, some servers answer with `null`.
  if (!(Array.isArray(objectIds) || objectIds === null) || typeof objectIdFieldName !== 'string') return undefined;
  return { what: `a list of ${objectIds?.length ?? 0} ids of rows`, advice: `${withoutRows} “returnIdsOnly”, or at that of the layer.` };
}

function countOf({ count, extent, ...rest }: Json): Description | undefined {
  if (Object.keys(rest).length > 0) return undefined;
  if (isObject(extent) && 'xmin' in extent) return { what: `the extent of the ${typeof count === 'number' ? `${count} ` : ''}rows of a layer of ArcGIS`, advice: `${withoutRows} “returnExtentOnly”, or at that of the layer.` };
  return typeof count === 'number' ? { what: `a count: there are ${count} rows`, advice: `${withoutRows} “returnCountOnly”, or at that of the layer.` } : undefined;
}

/** `MapServer/layers` and `MapServer/legend`: all layers of a service, without the service. */
function layersOf({ layers, tables }: Json): Description | undefined {
  const all = [...objectsIn(layers), ...objectsIn(tables)];
  const isLegend = all.length > 0 && all.every((layer) => 'layerId' in layer);
  if (!isLegend && (!Array.isArray(tables) || all.length === 0 || !all.every(({ id, name }) => typeof id === 'number' && typeof name === 'string'))) return undefined;
  const choices = all.map(({ id, layerId, name, layerName, geometryType, type }): Choice => ({ name: String(id ?? layerId), title: textIn(name) ?? textIn(layerName), format: textIn(geometryType) ?? textIn(type) }));
  return { what: `${isLegend ? 'the legend' : 'the list'} of the ${choices.length} layers of an ArcGIS service`, advice: 'The address of the service itself is needed, or of one of its layers.', choices };
}

function searchOf({ results, nextStart }: Json): Description | undefined {
  const items = objectsIn(results);
  if (typeof nextStart !== 'number' || items.some(({ id, owner }) => typeof id !== 'string' || typeof owner !== 'string')) return undefined;
  const choices = items.map(({ id, url, title, type }): Choice => ({ name: textIn(url) ?? String(id), title: textIn(title), format: textIn(type) }));
  return { what: `a list of ${choices.length} items of an ArcGIS portal`, advice: 'The address of one of them is needed.', choices };
}

/** A map that names its layers, and has none of their features. */
function mapOf({ operationalLayers, baseMap }: Json): Description | undefined {
  if (!Array.isArray(operationalLayers) || !isObject(baseMap)) return undefined;
  const choices = objectsIn(operationalLayers).flatMap(({ url, title, layerType }): Choice[] => {
    const address = safeWebUrl(textIn(url));
    return address ? [{ name: address, title: textIn(title), format: textIn(layerType) }] : [];
  });
  return { what: `a map of ArcGIS with ${choices.length} layers that are elsewhere`, advice: 'The address of one of them is needed.', choices };
}
