import type { Choice, Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable, isGeometry } from './feature-table.js';
import { readJson } from './json-document.js';
import { aboutBeside } from './records-about.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/**
 * What parliaments and councils publish by OParl: one object, or a list of them. The place of an object is its own, or
 * that of the location in it. A body or a system names the lists that it has.
 */
export async function readOparl(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { href } = input.address;
  const top = await readJson(input, options.signal);
  if (!isObject(top)) throw new SourceError('unreadable', `${href} is no object of OParl.`);
  if (String(top['type']).endsWith('/Error')) throw new SourceError('unreadable', `${href} is no data, but an error: ${textIn(top['message']) ?? 'it does not say which'}.`);
  const items = Array.isArray(top['data']) ? (top['data'] as readonly unknown[]) : [top];
  const places = items.map((item) => (isObject(item) ? geometryOf(item) : undefined));
  const turned = areTurned(places);
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  for (const [i, item] of items.entries()) {
    const place = places[i];
    if (isObject(item)) table.addRecord(readable(item), turned && isPoint(place) ? { type: 'Point', coordinates: [...place.coordinates].reverse() } : place);
    else table.skip();
    if (turned && isPoint(place)) table.problems.note('swapped', i + 1);
    await breath.pause();
  }
  const choices = items.length === 1 ? listsOf(top) : [];
  const { pagination } = top;
  const total = isObject(pagination) && typeof pagination['totalElements'] === 'number' && pagination['totalElements'] > items.length ? pagination['totalElements'] : undefined;
  const about = { ...aboutBeside(items.length === 1 ? [top] : []), title: items.length === 1 ? textIn(top['name']) : undefined, updated: undefined, download: href };
  return tableDataset(table.finish(undefined), { report: { format: 'oparl', total, choices: choices.length > 0 ? choices : undefined }, about }, options);
}

/** The geometry of a location, or of the one in a meeting, an organization or a paper. */
function geometryOf(item: Json): Json | undefined {
  const { geojson, location } = item;
  if (isObject(geojson)) return isGeometry(geojson) ? geojson : isGeometry(geojson['geometry']) ? geojson['geometry'] : undefined;
  const inner = isObject(location) ? location : objectsIn(location).find(({ geojson: found }) => isObject(found));
  return inner && isObject(inner['geojson']) ? geometryOf({ geojson: inner['geojson'] }) : undefined;
}

const definition = /^https?:\/\/(schema\.)?oparl\.org\/.*\//;

/** Without what shows a place, which is no value to read, and with the kind of a thing as a word instead of the address of its definition. */
function readable({ geojson: _geojson, location, type, ...rest }: Json): Json {
  const [only] = Array.isArray(location) && location.length === 1 ? (location as readonly unknown[]) : [location];
  // That a location is one goes without saying.
  const { geojson: _, type: _type, ...place } = isObject(only) ? only : {};
  const kind = typeof type === 'string' ? { type: type.replace(definition, '') } : {};
  return { ...rest, ...kind, ...(location !== undefined && { location: isObject(only) ? place : location }) };
}

interface Point {
  readonly type: 'Point';
  readonly coordinates: readonly [number, number];
}

const isPoint = (value: unknown): value is Point => isObject(value) && value['type'] === 'Point' && Array.isArray(value['coordinates']) && value['coordinates'].length === 2;

/**
 * Whether points stand as latitude, longitude. OParl is a standard of German councils, whose own example does so: read as
 * it is written, its Berlin would lie in Ethiopia.
 */
function areTurned(places: readonly unknown[]): boolean {
  const points = places.filter(isPoint).map(({ coordinates }) => coordinates);
  return points.length > 0 && points.every(([first, second]) => first > 45 && first < 56 && second > 5 && second < 18);
}

/** The lists that a body has, and the bodies of a system, by their addresses. */
function listsOf(item: Json): Choice[] {
  const names = ['body', 'organization', 'person', 'meeting', 'paper', 'agendaItem', 'consultation', 'file', 'locationList', 'membership', 'legislativeTermList'];
  const isWhole = /\/(System|Body)$/.test(String(item['type']));
  return isWhole ? names.flatMap((name) => (/^https?:/.test(String(item[name])) && item[name] !== item['id'] ? [{ name: String(item[name]), title: name, format: 'OParl' }] : [])) : [];
}
