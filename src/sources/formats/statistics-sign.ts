import type { Head } from './common.js';

/** Whether JSON is a table of JSON-stat, a bundle of some (version 1), or a collection. */
export function isJsonstat({ json, text }: Head): boolean {
  if (json?.kind !== 'object') return false;
  const { members } = json;
  if (/^(dataset|collection)$/.test(members.get('class') ?? '') && members.has('version')) return true;
  if (members.has('dimension') && ['value', 'id', 'size'].some((name) => members.has(name))) return true;
  // A bundle holds its tables by their names: dimensions have categories, or there are ids and sizes.
  return /^\s*\{\s*"[^"]*"\s*:\s*\{/.test(text) && /"dimension"\s*:\s*\{/.test(text) && /"category"\s*:\s*\{\s*"(index|label)"|"size"\s*:\s*\[/.test(text);
}

/** Whether JSON is a message of SDMX with data in it. */
export function isSdmx({ json, text }: Head): boolean {
  if (json?.kind !== 'object') return false;
  return json.members.has('dataSets') || /sdmx-json|json\.sdmx\.org/i.test(text.slice(0, 4000)) || (json.members.has('data') && /"data"\s*:\s*\{\s*"(dataSets|structures?)"\s*:/.test(text));
}
