import type { About, Choice, Dataset, Live } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { readFile } from '../file.js';
import { open } from '../http.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import type { FeatureTable } from './feature-table.js';
import { feedOf, feedsOf, siblings, systemsOf, type Feed, type NamedFeed } from './gbfs-feed.js';
import { areOfOne, otherTable, stationTable, typesOf, vehicleTable, zoneTable, type Layer } from './gbfs-table.js';
import { readJson } from './json-document.js';
import { textIn } from './translations.js';

/** The feeds of one system, each read when it is asked for; `undefined` for those that it has not, or that do not answer. */
type Read = (name: string) => Promise<Feed | undefined>;

/**
 * A system of shared vehicles by GBFS 1, 2 or 3 (gbfs.org), from its `gbfs.json`, from a manifest of systems, or from any
 * single feed, whose siblings are looked for beside it. Stations come with their status; vehicles that stand freely and the
 * zones where they may are layers of their own.
 */
export async function readGbfs(input: Input, options: DatasetOptions): Promise<Dataset> {
  const feed = feedOf(await readJson(input, options.signal));
  if (!feed) throw new SourceError('unreadable', `${input.address.href} looks like a feed of GBFS, but has no “data”.`);
  const systems = systemsOf(feed);
  if (systems) {
    // The versions of one system are named so that the newest be read; where that is out of reach, their list is all there is.
    const found = readSystem(systems, input.address, options);
    return 'versions' in feed.data && systems.length > 0 ? found.catch((error: unknown) => versionsAlone(error, feed, input.address, options)) : found;
  }
  const feeds = feedsOf(feed);
  const { data } = feed;
  const own = feeds ? 'gbfs' : 'stations' in data ? stationFeed(data) : 'bikes' in data ? 'free_bike_status' : 'vehicles' in data ? 'vehicle_status' : 'geofencing_zones' in data ? 'geofencing_zones' : undefined;
  if (!own) return finished(otherTable(data), [feed], undefined, [], input.address, options);
  const tell = reader(input.address, own, feeds, feeds ? undefined : feed, options);
  const isSingle = !feeds && own !== 'station_information' && own !== 'station_status';
  const layer: Layer | undefined = isSingle ? (own === 'geofencing_zones' ? own : 'vehicles') : layerOf(options.layer);
  return readLayers(tell, layer, { feeds, isSingle, isStatus: own === 'station_status', address: input.address }, options);
}

/** Only the status says what is available, only the information where it is. */
function stationFeed({ stations }: Feed['data']): string {
  const text = JSON.stringify(Array.isArray(stations) ? stations.slice(0, 5) : []);
  return /"(num_\w+_available|is_renting|last_reported)"/.test(text) && !/"lat"/.test(text) ? 'station_status' : 'station_information';
}

const layerOf = (wanted: string | undefined): Layer | undefined => (['stations', 'vehicles', 'geofencing_zones'] as const).find((layer) => layer === wanted);

function versionsAlone(error: unknown, feed: Feed, address: URL, options: DatasetOptions): Promise<Dataset> {
  if (!(error instanceof SourceError) || error.reason === 'unknown') throw error;
  return finished(otherTable(feed.data), [feed], undefined, [], address, options);
}

/** The one system, or the one that the option `layer` names; else those that can be named. */
async function readSystem(systems: readonly NamedFeed[], from: URL, options: DatasetOptions): Promise<Dataset> {
  const system = systems.length === 1 ? systems[0] : systems.find(({ name, url }) => name === options.layer || url === options.layer);
  const url = system && safeWebUrl(system.url, from.href);
  if (url && url !== from.href) return readFile(new URL(url), { ...options, format: 'gbfs', layer: systems.length === 1 ? options.layer : undefined });
  const choices = systems.map(({ name }): Choice => ({ name, format: 'gbfs' }));
  throw new SourceError('unknown', `${from.href} names ${systems.length} systems. Give the address of one of them, or its name, for example layer="${systems[0]?.name ?? ''}".`, { choices });
}

/** Reads each feed once: from where the system says, else from beside the feed that we have, as in a copy of a system. */
function reader(address: URL, own: string, feeds: readonly NamedFeed[] | undefined, feed: Feed | undefined, options: DatasetOptions): Read {
  const known = new Map<string, Promise<Feed | undefined>>();
  const canonical = own === 'free_bike_status' ? 'vehicle_status' : own;
  if (feed) known.set(canonical, Promise.resolve(feed));
  const read = async (name: string): Promise<Feed | undefined> => {
    const said = feeds?.find((each) => each.name === name);
    if (feeds && !said) return undefined;
    const url = said && safeWebUrl(said.url, address.href);
    for (const place of [...(url ? [new URL(url)] : []), ...siblings(address, own, name)]) {
      const found = await readFeed(place, options).catch((error: unknown) => {
        if (error instanceof SourceError) return undefined;
        throw error;
      });
      if (found) return found;
    }
    return undefined;
  };
  return (name) => {
    const reading = known.get(name) ?? read(name);
    known.set(name, reading);
    return reading;
  };
}

async function readFeed(address: URL, { signal, relay }: DatasetOptions): Promise<Feed | undefined> {
  const input = await open(address, { signal, relay });
  return feedOf(await readJson(input, signal));
}

interface System {
  readonly feeds: readonly NamedFeed[] | undefined;
  /** Whether there is nothing but the feed that was asked for. */
  readonly isSingle: boolean;
  /** Whether that was the status of stations. */
  readonly isStatus: boolean;
  readonly address: URL;
}

/** The layer that was asked for, else stations: vehicles come and go between two readings, and with them their number. */
async function readLayers(tell: Read, wanted: Layer | undefined, { feeds, isSingle, isStatus, address }: System, options: DatasetOptions): Promise<Dataset> {
  const offered = ([['stations', 'station_information'], ['vehicles', 'vehicle_status'], ['geofencing_zones', 'geofencing_zones']] as const).filter(([layer, name]) => (feeds ? feeds.some((feed) => feed.name === name || (layer === 'stations' && feed.name === 'station_status')) : !isSingle && layer === 'stations') || layer === wanted);
  const information = isSingle ? undefined : await tell('system_information');
  for (const [layer] of wanted ? offered.filter(([each]) => each === wanted) : offered) {
    const read = await readLayer(tell, layer, isStatus);
    if (!read || (read.table.rows === 0 && !wanted && offered.length > 1 && layer !== offered.at(-1)![0])) continue;
    const choices = offered.filter(([each]) => each !== layer).map(([name]): Choice => ({ name, format: 'gbfs' }));
    return finished(read.table, read.feeds, information, choices, address, options);
  }
  const names = (feeds ?? []).map(({ name }): Choice => ({ name, format: 'gbfs' }));
  throw new SourceError('unreachable', `${address.href} names feeds, but those of ${wanted ?? 'stations and vehicles'} do not answer, or do not let other sites read them.`, { choices: names });
}

async function readLayer(tell: Read, layer: Layer, isStatus: boolean): Promise<{ readonly table: FeatureTable; readonly feeds: readonly Feed[] } | undefined> {
  if (layer === 'geofencing_zones') {
    const zones = await tell('geofencing_zones');
    return zones && { table: zoneTable(zones.data), feeds: [zones] };
  }
  if (layer === 'vehicles') {
    const [vehicles, types] = await Promise.all([tell('vehicle_status'), tell('vehicle_types')]);
    return vehicles && { table: vehicleTable(vehicles.data, typesOf(types?.data)), feeds: [vehicles] };
  }
  const [stations, status, types] = await Promise.all([tell('station_information'), tell('station_status'), tell('vehicle_types')]);
  const isStranger = isStatus && stations && status && !areOfOne(stations.data, status.data);
  const feeds = [status, isStranger ? undefined : stations].filter((feed) => feed !== undefined);
  return feeds.length > 0 ? { table: stationTable(isStranger ? undefined : stations?.data, status?.data, typesOf(types?.data)), feeds } : undefined;
}

/** `feeds` begins with the one that changes fastest. */
function finished(rows: FeatureTable, feeds: readonly Feed[], system: Feed | undefined, choices: readonly Choice[], address: URL, options: DatasetOptions): Promise<Dataset> {
  const said = system?.data ?? {};
  const about: About = {
    title: textIn(said['name']),
    publisher: textIn(said['operator']),
    licence: licenceOf(said),
    attribution: textIn(said['attribution_organization_name']),
    page: safeWebUrl(textIn(said['url'])),
    download: address.href,
  };
  const [{ every = 60_000, at, data = {} } = {}] = feeds;
  // Vehicles name the station that they stand at, too; of themselves they have no name but what they are.
  const table = rows.finish(undefined);
  const free = table.columns.find(({ name }) => name === 'num_vehicles_available' || name === 'num_bikes_available')?.name;
  const roles = 'bikes' in data || 'vehicles' in data ? { id: 'vehicle_id', title: 'vehicle_type' } : { id: 'station_id', capacity: 'capacity', ...(free ? { free } : {}) };
  const live: Live = { every, at };
  return tableDataset(table, { report: { format: 'gbfs', choices: choices.length > 0 ? choices : undefined }, about, live }, { ...options, map: { ...roles, ...options.map } });
}

function licenceOf({ license_id: id, license_url: address }: Feed['data']): About['licence'] {
  const [name, url] = [textIn(id), safeWebUrl(textIn(address))];
  return name || url ? { name: name ?? url!, url } : undefined;
}
