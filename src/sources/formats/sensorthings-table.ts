import type { About, Dataset, Report } from '../../model/dataset.js';
import type { DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable, isGeometry } from './feature-table.js';
import { latest, momentOf, momentText } from './moment.js';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : []);

/** Services say nothing of when to ask again. */
const every = 60_000;

/** Things and whatever else a SensorThings service has (OGC 18-088), one row each. */
export class SensorThingsTable {
  readonly #table = new FeatureTable();
  #at: number | undefined;

  get rows(): number {
    return this.#table.rows;
  }

  add(entity: unknown): void {
    if (!isObject(entity)) return this.#table.skip();
    const { name, description, properties, result, resultTime, phenomenonTime, unitOfMeasurement, definition } = entity;
    const own = Object.create(null) as Record<string, unknown>;
    Object.assign(own, { id: entity['@iot.id'] ?? entity['id'], name, description: description === name ? undefined : description, definition });
    for (const [key, value] of isObject(properties) ? Object.entries(properties) : []) own[Object.hasOwn(own, key) ? `properties.${key}` : key] = value;
    const streams = listOf(entity['Datastreams'] ?? entity['Datastream']);
    // Whoever asks for datastreams or observations gets those as rows.
    if (unitOfMeasurement !== undefined) Object.assign(own, this.#stream(entity));
    if (result !== undefined) Object.assign(own, { result: plain(result), time: this.#time(phenomenonTime ?? resultTime) });
    const thing = listOf(entity['Thing'])[0];
    if (thing) own['thing'] = thing['name'];
    const times = streams.map((stream) => this.#measured(own, stream));
    const newest = latest(...times);
    if (newest !== undefined) own['time'] = new Date(newest).toISOString();
    const place = [entity, ...listOf(entity['Locations']), ...listOf(thing?.['Locations'])].map(geometryOf).find((each) => each !== undefined) ?? geometryOf({ location: entity['observedArea'] });
    this.#table.addRecord(own, place ?? null);
  }

  /** Values that say when they were observed are live. */
  finish(report: Pick<Report, 'format'> & Partial<Report>, about: About, options: DatasetOptions): Promise<Dataset> {
    const table = this.#table.finish(undefined);
    table.problems.add('beyond-limit', (report.total ?? 0) - table.read);
    const live = this.#at === undefined ? undefined : { every, at: this.#at };
    return tableDataset(table, { report, about, live }, { ...options, map: { id: 'id', title: 'name', ...options.map } });
  }

  #time(value: unknown): string | undefined {
    const time = endOf(value);
    this.#at = latest(this.#at, momentOf(time));
    return momentText(time);
  }

  /** The latest value of a datastream as a column that says what is measured in which unit. */
  #measured(own: Record<string, unknown>, stream: Json): number | undefined {
    const [observation] = listOf(stream['Observations']);
    const value = plain(observation?.['result']);
    if (!observation || value === undefined) return undefined;
    const property = listOf(stream['ObservedProperty'])[0]?.['name'];
    const name = [property, stream['name']].map((each) => withUnit(each, stream)).find((each) => each && !(each in own)) ?? withUnit(`${String(stream['name'])} ${String(stream['@iot.id'])}`, stream)!;
    own[name] = value;
    const time = momentOf(this.#time(observation['phenomenonTime'] ?? observation['resultTime']));
    return time;
  }

  #stream(stream: Json): Json {
    const [observation] = listOf(stream['Observations']);
    const unit = isObject(stream['unitOfMeasurement']) ? stream['unitOfMeasurement'] : {};
    const time = observation ? this.#time(observation['phenomenonTime'] ?? observation['resultTime']) : momentText(endOf(stream['phenomenonTime']));
    return { 'observed property': listOf(stream['ObservedProperty'])[0]?.['name'], result: plain(observation?.['result']), unit: unit['symbol'] ?? unit['name'], time };
  }
}

function withUnit(name: unknown, { unitOfMeasurement: unit }: Json): string | undefined {
  if (typeof name !== 'string' || !name.trim()) return undefined;
  const symbol = isObject(unit) && typeof unit['symbol'] === 'string' ? unit['symbol'].trim() : '';
  return symbol ? `${name.trim()} (${symbol})` : name.trim();
}

/** Of a period its end. */
const endOf = (time: unknown): unknown => (typeof time === 'string' ? time.split('/').pop() : undefined);

const plain = (value: unknown): string | number | boolean | undefined => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined);

/** A location is a geometry or a feature; a feature of interest calls it `feature`. */
function geometryOf({ location, feature }: Json): unknown {
  const said = location ?? feature;
  if (!isObject(said)) return undefined;
  if (isGeometry(said)) return said;
  if (isGeometry(said['geometry'])) return said['geometry'];
  return isObject(said['location']) ? geometryOf(said) : undefined;
}
