import { isGeometry } from './feature-table.js';
import { latest, momentOf } from './moment.js';
import { textIn } from './translations.js';

type Json = Readonly<Record<string, unknown>>;

/** What an entity says, plainly. */
export interface Plain {
  readonly values: Json;
  /** As GeoJSON; `undefined` where none of its attributes is a place. */
  readonly geometry: unknown;
  /** The latest time of which it says something. */
  readonly at: number | undefined;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the attributes of NGSI-LD are called, and where their value is (ETSI GS CIM 009, 4.5). */
const holders: Readonly<Record<string, string>> = {
  Property: 'value', GeoProperty: 'value', Relationship: 'object', LanguageProperty: 'languageMap', VocabProperty: 'vocab', ListProperty: 'valueList', ListRelationship: 'objectList', JsonProperty: 'json',
};
const times = /^(dateObserved|observationDateTime|TimeInstant|timeInstant|observedAt|dateModified|modifiedAt|occupancyModified|timestamp)$/;
const pair = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;
/** What an entity calls the one place that it has. */
const plainPlace = /^(location|position|coordinates?|geometry)$/i;
/** What stands between entities and data: it tells nothing of the thing. */
const silent = new Set(['@context', 'bbox']);

interface Attribute {
  readonly value: unknown;
  /** The type that NGSI-v2 gives it, such as `geo:point`. */
  readonly type: string;
  readonly at: number | undefined;
}

/** One entity of NGSI-v2 or NGSI-LD, normalized or as key and value, or as a feature of GeoJSON, whose geometry some wrap up like any other attribute. */
export function plainEntity(entity: Json): Plain {
  const isFeature = entity['type'] === 'Feature' && isObject(entity['properties']);
  const { id, geometry: place, properties } = entity;
  const attributes: Json = isFeature ? { id, ...(properties as Json) } : entity;
  const values = Object.create(null) as Record<string, unknown>;
  let at: number | undefined;
  let geometry: unknown = isFeature && place ? geometryOf(attributeOf(place), 'location') : undefined;
  for (const [key, said] of Object.entries(attributes)) {
    if (silent.has(key)) continue;
    const attribute = attributeOf(said);
    const found = geometryOf(attribute, key);
    const value = valueOf(attribute.value);
    at = latest(at, attribute.at, times.test(key) && typeof value === 'string' ? momentOf(value) : undefined);
    if (found === undefined) values[key] = value;
    else {
      // A building may have a place and an entrance: the place comes first, and whatever is not called so is said in words, too.
      if (!plainPlace.test(key)) values[key] = pointText(found);
      if (geometry === undefined || (key === 'location' && !isFeature)) geometry = found;
    }
  }
  return { values, geometry, at };
}

function attributeOf(said: unknown): Attribute {
  // Several instances of one attribute: the first is the one without a dataset of its own, or as good as any.
  const one = Array.isArray(said) && isObject(said[0]) && String(said[0]['type']) in holders ? (said as Json[]).find((each) => !each['datasetId']) ?? said[0] : said;
  if (!isObject(one)) return { value: one, type: '', at: undefined };
  const type = typeof one['type'] === 'string' ? one['type'] : '';
  const holder = Object.hasOwn(holders, type) ? holders[type]! : 'value' in one && Object.keys(one).every((key) => key === 'type' || key === 'value' || key === 'metadata') ? 'value' : undefined;
  if (!holder) return { value: one, type: '', at: undefined };
  const metadata = isObject(one['metadata']) ? one['metadata'] : {};
  const time = Object.entries(metadata).find(([key]) => times.test(key))?.[1];
  // Some write the value of a relationship as if it were a property's.
  return { value: one[holder] ?? one['value'] ?? one['object'], type, at: momentOf(one['observedAt'] ?? (isObject(time) ? time['value'] : undefined)) };
}

/** A point as people write it; other shapes are seen on the map, or not at all. */
function pointText(geometry: unknown): string | undefined {
  const { type, coordinates } = geometry as { readonly type: string; readonly coordinates: unknown };
  return type === 'Point' && Array.isArray(coordinates) && coordinates.length > 1 ? `${String(coordinates[1])}, ${String(coordinates[0])}` : undefined;
}

/** `undefined` for what is no place. */
function geometryOf({ value, type }: Attribute, key: string): unknown {
  if (isGeometry(value)) return value;
  const isGeo = type.startsWith('geo:');
  const couples = [value].flat().map((each: unknown) => (typeof each === 'string' ? pair.exec(each) : null));
  if (!(isGeo || /^(location|position|coordinates?)$/i.test(key)) || couples.length === 0 || couples.some((each) => !each)) return undefined;
  const positions = couples.map((each) => [Number(each![2]), Number(each![1])]);
  if (type === 'geo:line') return { type: 'LineString', coordinates: positions };
  if (type === 'geo:polygon') return { type: 'Polygon', coordinates: [positions] };
  if (type === 'geo:box' && positions.length === 2) return box(positions as [number[], number[]]);
  return positions.length === 1 ? { type: 'Point', coordinates: positions[0] } : undefined;
}

function box([[west, south], [east, north]]: [number[], number[]]): unknown {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

/** A value for columns: times out of JSON-LD, addresses as one line, the first of several pictures. */
function valueOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isLinks = value.length > 0 && value.every((each) => typeof each === 'string' && /^https?:\/\//.test(each));
    return isLinks ? value[0] : value;
  }
  if (!isObject(value)) return value;
  if ('@value' in value) return value['@value'];
  if ('languageMap' in value) return textIn(value['languageMap']);
  if (value['type'] === 'PostalAddress' || 'streetAddress' in value || 'addressLocality' in value) return address(value);
  const tags = Object.keys(value);
  return tags.length > 0 && tags.every((tag) => /^[a-z]{2}(-[A-Za-z]{2})?$|^@none$/.test(tag)) ? textIn(value) : value;
}

function address({ streetAddress, streetNr, postalCode, addressLocality }: Json): string | undefined {
  const line = (...parts: readonly unknown[]): string => parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
  return [line(streetAddress, streetNr), line(postalCode, addressLocality)].filter(Boolean).join(', ') || undefined;
}
