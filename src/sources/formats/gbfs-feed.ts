import { momentOf } from './moment.js';
import { bestLanguage } from './translations.js';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** One of the documents that a system of shared bicycles, scooters or cars is published in. */
export interface Feed {
  readonly data: Json;
  /** Milliseconds until it is worth asking again. */
  readonly every: number;
  readonly at: number | undefined;
}

/** A feed among those that a system names. */
export interface NamedFeed {
  /** Such as `station_status`, with the names of version 3 for those that older versions call otherwise. */
  readonly name: string;
  readonly url: string;
}

/** GBFS: “0 if the data should always be refreshed”; oftener than once a minute serves nobody. */
const whenAlways = 60;

export function feedOf(document: unknown): Feed | undefined {
  if (!isObject(document) || !isObject(document['data'])) return undefined;
  const ttl = Number(document['ttl']);
  return { data: document['data'], every: (ttl > 0 ? ttl : whenAlways) * 1000, at: momentOf(document['last_updated']) };
}

/** The feeds that a `gbfs.json` names: directly since version 3, before in each language; `undefined` for what is none. */
export function feedsOf({ data }: Feed): readonly NamedFeed[] | undefined {
  const languages = Object.keys(data).filter((key) => isObject(data[key]) && Array.isArray((data[key] as Json)['feeds']));
  const language = bestLanguage(languages);
  const list = data['feeds'] ?? (language === undefined ? undefined : (data[language] as Json)['feeds']);
  if (!Array.isArray(list)) return undefined;
  return objectsIn(list).flatMap(({ name, url }) => (typeof name === 'string' && typeof url === 'string' ? [{ name: named(name), url }] : []));
}

const named = (name: string): string => (name === 'free_bike_status' ? 'vehicle_status' : name);

/** The systems of a `manifest.json`, or the versions of a `gbfs_versions.json`: what to read instead, the newest version of each. */
export function systemsOf({ data }: Feed): readonly NamedFeed[] | undefined {
  const newest = (versions: unknown): string | undefined => {
    const known = objectsIn(versions).filter(({ url }) => typeof url === 'string');
    return [...known].sort((a, b) => String(b['version']).localeCompare(String(a['version']), 'en', { numeric: true }))[0]?.['url'] as string | undefined;
  };
  if (Array.isArray(data['versions'])) {
    const url = newest(data['versions']);
    return url ? [{ name: 'gbfs', url }] : [];
  }
  if (!Array.isArray(data['datasets'])) return undefined;
  return objectsIn(data['datasets']).flatMap(({ system_id: id, versions }) => {
    const url = newest(versions);
    return typeof id === 'string' && url ? [{ name: id, url }] : [];
  });
}

const spellings: Readonly<Record<string, readonly string[]>> = { vehicle_status: ['vehicle_status', 'free_bike_status'] };

/** Where the other feeds of a system lie that keeps them all in one folder, as most do; `from` is the feed that lies at `address`. */
export function siblings(address: URL, from: string, name: string): readonly URL[] {
  const file = address.pathname.split('/').pop() ?? '';
  return (spellings[name] ?? [name]).flatMap((other) => {
    const said = [from, from.replaceAll('_', '-')].find((each) => file.includes(each));
    if (!said) return [];
    const url = new URL(address);
    url.pathname = url.pathname.slice(0, url.pathname.length - file.length) + file.replace(said, said.includes('-') ? other.replaceAll('_', '-') : other);
    return [url];
  });
}
