import type { Head } from './common.js';

const attributes = /"type"\s*:\s*"(Property|GeoProperty|Relationship|LanguageProperty)"/;
const typed = /\{\s*"(?:type"\s*:\s*"[\w:.-]+"\s*,\s*"value|value"\s*:[^{}[\]]{1,300}?,\s*"(?:type"|metadata"))/;
const context = /"@context"\s*:\s*(\[\s*)?"https?:\/\/[^"]*(ngsi|smart-?data-?models|dataModel)/i;
const common = /"(ref[A-Z]\w+|date(Observed|Created|Modified)|dataProvider|controlledProperty|TimeInstant|areaServed|seeAlso)"\s*:/;
const word = /^[A-Z][A-Za-z0-9]+$/;
const placed = /"location"\s*:\s*\{[^{}]{0,400}"type"\s*:\s*"(Multi)?(Point|LineString|Polygon)"/;

/** Whether JSON is entities of NGSI-v2 or NGSI-LD: they have an id and a type, which is a word, and attributes of a kind that others do not write. */
export function isNgsi({ json, text }: Head): boolean {
  if (!json || json.kind === 'lines') return false;
  if (json.members.has('subscriptionId') && json.members.has('data')) return true;
  const type = json.members.get('type');
  if (attributes.test(text) && (json.members.has('id') || json.members.has('features'))) return true;
  const { members } = json;
  if (!members.get('id') || !type || !(word.test(type) || /^https?:\/\//.test(type))) return false;
  if (typed.test(text.slice(0, 8000)) || context.test(text)) return true;
  // Brokers write the id and the type first; what follows has names that all models share.
  const [first, second] = members.keys();
  if (word.test(type) && first === 'id' && second === 'type' && common.test(text)) return true;
  return word.test(type) && (/^(ur[in]:)?ng/.test(members.get('id')!) || placed.test(text.slice(0, 20_000)));
}
