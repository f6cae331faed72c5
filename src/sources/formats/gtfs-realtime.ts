import type { Choice, Dataset } from '../../model/dataset.js';
import { allBytes } from '../peek.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { messageOf } from './gtfs-realtime-json.js';
import { entity as entityShape, header as headerShape } from './gtfs-realtime-shape.js';
import { readJson } from './json-document.js';
import { momentOf, momentText } from './moment.js';
import { ProtobufReader, type Message } from './protobuf.js';
import { textIn } from './translations.js';

/** Feeds say nothing of when to ask again; GTFS Realtime asks for news every 30 seconds. */
const every = 30_000;

const layers = ['vehicles', 'alerts', 'trip_updates'] as const;
type Layer = (typeof layers)[number];

/** The three kinds of news in a feed, each a table of its own, and what is none of them. */
class News {
  readonly tables: { readonly [layer in Layer]: FeatureTable } = { vehicles: new FeatureTable(), alerts: new FeatureTable(), trip_updates: new FeatureTable() };
  #strangers = 0;

  add(message: Message): void {
    const { id, vehicle, alert, trip_update: update } = message as { [name: string]: Message | undefined };
    if (vehicle) this.tables.vehicles.addRecord(vehicleValues(vehicle, id), placeOf(vehicle['position']));
    if (alert) this.tables.alerts.addRecord(alertValues(alert, id), null);
    if (update) this.tables.trip_updates.addRecord(updateValues(update, id), null);
    if (!vehicle && !alert && !update) this.#strangers += 1;
  }

  /** What has places comes first, then what there is most of. */
  best(wanted: string | undefined): Layer {
    const there = layers.filter((layer) => this.tables[layer].rows > 0);
    const layer = there.find((each) => each === wanted) ?? (there.includes('vehicles') ? 'vehicles' : [...there].sort((a, b) => this.tables[b].rows - this.tables[a].rows)[0]);
    if (!layer) return 'vehicles';
    for (; this.#strangers > 0; this.#strangers -= 1) this.tables[layer].skip();
    return layer;
  }
}

/** GTFS Realtime in Protocol Buffers: vehicles on the map, alerts and trip updates as tables. */
export async function readGtfsRealtime(input: Input, options: DatasetOptions): Promise<Dataset> {
  const reader = new ProtobufReader(await allBytes(input.body), input.address);
  const breath = new Breath(options.signal);
  const news = new News();
  let header: Message | undefined;
  for (const { number, wire, start, end } of reader.fields()) {
    if (number === 1 && wire === 2) header = reader.message(headerShape, start, end);
    else if (number === 2 && wire === 2) news.add(reader.message(entityShape, start, end));
    await breath.pause();
  }
  return finished(news, header, input, options);
}

/** The same as JSON, as tools write it to look at it and some servers give it. */
export async function readGtfsRealtimeJson(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readJson(input, options.signal);
  const { header, entity } = feedIn(document);
  if (!Array.isArray(entity)) throw new SourceError('unreadable', `${input.address.href} has a header of GTFS Realtime, but no list “entity”.`);
  const breath = new Breath(options.signal);
  const news = new News();
  for (const each of entity as readonly unknown[]) {
    news.add(messageOf(each, entityShape));
    await breath.pause();
  }
  return finished(news, messageOf(header, headerShape), input, options);
}

interface JsonFeed {
  readonly header?: unknown;
  readonly entity?: unknown;
}

/** The feed itself, or what a server wraps around it. */
function feedIn(document: unknown): JsonFeed {
  const feed = (document ?? {}) as JsonFeed;
  if ('entity' in feed || 'header' in feed) return feed;
  return Object.values(feed).find((each): each is JsonFeed => typeof each === 'object' && each !== null && 'entity' in each) ?? feed;
}

function finished(news: News, header: Message | undefined, { address }: Input, options: DatasetOptions): Promise<Dataset> {
  const layer = news.best(options.layer);
  const choices = layers.filter((each) => each !== layer && news.tables[each].rows > 0).map((name): Choice => ({ name, format: 'gtfs-realtime' }));
  const report = { format: 'gtfs-realtime', choices: choices.length > 0 ? choices : undefined };
  const table = news.tables[layer].finish(undefined);
  const title = ['header', 'label', 'vehicle_id', 'trip_id', 'id'].find((name) => table.columns.some((column) => column.name === name)) ?? 'id';
  const roles = { title, category: layer === 'alerts' ? 'effect' : 'route_id' };
  return tableDataset(table, { report, about: { download: address.href }, live: { every, at: momentOf(header?.['timestamp']) } }, { ...options, map: { id: 'id', ...roles, ...options.map } });
}

function placeOf(position: unknown): unknown {
  const { latitude, longitude } = (position ?? {}) as { readonly latitude?: unknown; readonly longitude?: unknown };
  // Positions come with seven digits; more are what their short numbers leave behind.
  const coordinates = [longitude, latitude].map((value) => (typeof value === 'number' ? Number(value.toPrecision(8)) : Number.NaN));
  return coordinates.some(Number.isNaN) ? null : { type: 'Point', coordinates };
}

function vehicleValues(news: Message, id: unknown): Message {
  const { trip, position, vehicle, timestamp, ...rest } = news as { [name: string]: Message | undefined };
  const { bearing, speed } = position ?? {};
  const { id: vehicleId, ...names } = vehicle ?? {};
  // Metres a second are what no reader takes a speed for.
  // What an entity is called may be another vehicle's in the next message.
  return { id: vehicleId ?? id, ...names, ...trip, vehicle_id: vehicleId, bearing: rounded(bearing), 'speed (km/h)': typeof speed === 'number' ? rounded(speed * 3.6) : undefined, ...rest, time: momentText(timestamp) };
}

const rounded = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 10) / 10 : undefined);

function updateValues(update: Message, id: unknown): Message {
  const { trip, vehicle, timestamp, delay, stop_time_update: stops } = update as { [name: string]: Message | undefined };
  const [next] = Array.isArray(stops) ? (stops as readonly Message[]) : [];
  const [arrival, departure] = [next?.['arrival'], next?.['departure']] as (Message | undefined)[];
  const late = delay ?? arrival?.['delay'] ?? departure?.['delay'];
  const expected = momentText(arrival?.['time'] ?? departure?.['time']);
  return { id, ...trip, vehicle: vehicle?.['label'] ?? vehicle?.['id'], 'delay (min)': typeof late === 'number' ? Math.round(late / 6) / 10 : undefined, next_stop_id: next?.['stop_id'], expected, time: momentText(timestamp) };
}

function alertValues(alert: Message, id: unknown): Message {
  const text = (value: unknown): string | undefined => textIn((value as Message | undefined)?.['translation']);
  const list = (value: unknown): readonly Message[] => (Array.isArray(value) ? (value as Message[]) : []);
  const [period] = list(alert['active_period']);
  const concerned = (name: string): string | undefined => [...new Set(list(alert['informed_entity']).map((each) => each[name] ?? (each['trip'] as Message | undefined)?.[name]).filter((each) => each !== undefined))].join(', ') || undefined;
  const { cause, effect, severity_level: severity } = alert;
  return {
    id, header: text(alert['header_text']), description: text(alert['description_text']), effect, cause, severity,
    start: momentText(period?.['start']), end: momentText(period?.['end']),
    routes: concerned('route_id'), stops: concerned('stop_id'), agencies: concerned('agency_id'), url: text(alert['url']),
  };
}
