import type { Head } from './common.js';

/** Members that the answers of portals have together, where they describe data instead of holding it, or say that there is none. */
const together: readonly (readonly string[])[] = [
  ['objectIds', 'objectIdFieldName'], ['currentVersion', 'layers'], ['currentVersion', 'fields'], ['currentVersion', 'services'], ['geometryType', 'drawingInfo'], ['owner', 'typeKeywords'],
  ['success', 'result'], ['success', 'error'], ['help', 'result'],
  ['columns', 'viewType'], ['columns', 'tableId'], ['results', 'resultSetSize'], ['error', 'message'], ['error'], ['error_code', 'message'],
  ['dataset_id', 'fields'], ['resources', 'slug'], ['resources', 'metadata_modified'],
  ['links', 'collections'], ['links', 'conformsTo'], ['links', 'extent', 'itemType'], ['code', 'description'],
];

/** Whether JSON may be such an answer; who reads it looks again when all of it is there. */
export function maybeDescription({ json, text }: Head): boolean {
  if (json?.kind !== 'object' || json.members.has('features')) return false;
  const { members } = json;
  if (together.some((names) => names.every((name) => members.has(name)))) return true;
  // Lists of datasets: udata's pages and dumps, and the catalogues of Opendatasoft.
  if (['data', 'datasets', 'results'].some((name) => members.has(name)) && /"(resources|dataset_id|dataset_uid)"\s*:/.test(text)) return true;
  // Socrata's search says how many it found at its end.
  if (/"results"\s*:\s*\[\s*\{\s*"resource"\s*:/.test(text)) return true;
  return members.has('links') && members.has('title') && /"rel"\s*:\s*"(data|conformance|service-desc|items|http:\/\/www\.opengis\.net\/def\/rel\/ogc\/1\.0\/data)"/.test(text);
}
