import type { Head } from './common.js';

/** Members that the answers of portals have together, where they describe data instead of holding it, or say that there is none. */
const together: readonly (readonly string[])[] = [
  ['objectIds', 'objectIdFieldName'], ['currentVersion', 'layers'], ['currentVersion', 'fields'], ['currentVersion', 'services'], ['geometryType', 'drawingInfo'], ['owner', 'typeKeywords'],
  ['layers', 'tables'], ['results', 'nextStart'], ['operationalLayers', 'baseMap'], ['status', 'messages'],
  ['success', 'result'], ['success', 'error'], ['help', 'result'], ['package_id', 'url'],
  ['columns', 'viewType'], ['columns', 'tableId'], ['results', 'resultSetSize'], ['error'], ['message'],
  ['dataset_id', 'fields'], ['resources', 'slug'], ['resources', 'metadata_modified'],
  ['collections'], ['conformsTo'], ['links', 'extent', 'itemType'], ['links', 'stac_version'], ['$schema', 'properties'], ['code', 'description'], ['title', 'detail'], ['status', 'detail'],
];

/** Whether JSON may be such an answer; who reads it looks again when all of it is there. */
export function maybeDescription({ json, text }: Head): boolean {
  // What Opendatasoft calls the features of a dataset is what can be done with it.
  if (json?.kind !== 'object' || (json.members.has('features') && !/"features"\s*:\s*\[\s*("|\])/.test(text))) return false;
  const { members } = json;
  // All layers of a service of ArcGIS in full are longer than what is seen here.
  if (members.has('layers') && /"(parentLayer|subLayers|drawingInfo)"\s*:/.test(text)) return true;
  // Counts, extents and legends of ArcGIS.
  if (members.size <= 2 && (members.has('count') || members.has('extent') || (members.has('layers') && text.includes('"layerId"')))) return true;
  if (together.some((names) => names.every((name) => members.has(name)))) return true;
  // Lists of datasets: udata's pages and dumps, and the catalogues of Opendatasoft.
  if (['data', 'datasets', 'results'].some((name) => members.has(name)) && /"(resources|dataset_id|dataset_uid|datasetid|latest)"\s*:/.test(text)) return true;
  if (members.has('dataset') && /"dataset_id"\s*:/.test(text)) return true;
  // Socrata's search says how many it found at its end.
  if (/"results"\s*:\s*\[\s*\{\s*"resource"\s*:/.test(text)) return true;
  return members.has('links') && members.has('title') && /"rel"\s*:\s*"(data|conformance|service-desc|items|http:\/\/www\.opengis\.net\/def\/rel\/ogc\/1\.0\/data)"/.test(text);
}
