import type { Check, Entry, Facts, Outcome } from '../check.js';
import { Complaints } from '../check.js';

/** Checks a dataset that must be there, and what holds for every reading. */
function reading(check: (complaints: Complaints, wanted: Facts, outcome: Outcome & { dataset: NonNullable<Outcome['dataset']> }, entry: Entry) => void | Promise<void>): Check {
  return async (entry, outcome) => {
    if (!outcome.dataset) return [`not read: ${outcome.error?.message}`];
    const complaints = new Complaints();
    complaints.whole(outcome.dataset);
    await check(complaints, entry.must_find, { ...outcome, dataset: outcome.dataset }, entry);
    return complaints.all;
  };
}

type Dataset = NonNullable<Outcome['dataset']>;

const names = ({ columns }: Dataset): string[] => columns.map(({ name }) => name);

/** Each key has a column of its own, or columns below it. */
function has(complaints: Complaints, dataset: Dataset, keys: readonly string[], but: readonly string[] = []): void {
  const there = names(dataset);
  for (const key of keys) {
    if (!but.includes(key)) complaints.that(`“${key}” has no column; there are ${there.join(', ')}`, there.some((name) => name === key || name.startsWith(`${key}.`)));
  }
}

/** The index names the lists in a document, and the keys that the records in them have. */
const lists = (wanted: Facts): readonly { path: string; length: number; keys: string[] }[] => wanted['record_arrays'] ?? [];

const mercator = (lon: number): number => (lon * 20037508.342789244) / 180;

/** Whether some row lies at a longitude. */
const liesAt = ({ places }: Dataset, lon: number): boolean => Boolean(places?.x.some((x) => Math.abs(x - mercator(lon)) < 1));

const readGbfs: Check = reading(async (complaints, wanted, { dataset, bytes }) => {
  const document = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as { ttl: number; last_updated: number | string; data: Record<string, { feeds?: unknown } & Record<string, unknown>[]> };
  complaints.equal('format', dataset.report.format, 'gbfs');
  const isDiscovery = Boolean(wanted['languages'] ?? wanted['feeds']);
  complaints.that('it says how fast it changes', (dataset.live?.every ?? 0) >= 1000);
  if (isDiscovery) {
    // The feeds of a copied system lie beside its gbfs.json, whatever addresses that names.
    complaints.that('stations were found beside it', dataset.length > 0 && dataset.report.located > 0);
    const feeds: readonly string[] = wanted['feeds'] ?? Object.values<string[]>(wanted['languages'])[0];
    if (feeds.some((feed) => /vehicle_status|free_bike_status/.test(feed))) complaints.that('vehicles are offered', dataset.report.choices?.some(({ name }) => name === 'vehicles') ?? false);
    return;
  }
  if (document.ttl > 0 && !wanted['stations']) complaints.equal('milliseconds', dataset.live?.every, document.ttl * 1000);
  const [list] = lists(wanted);
  // A status is joined to all stations of its system, where their places lie beside it.
  const isJoined = dataset.report.located > 0 && !list?.keys.includes('lat');
  if (wanted['stations'] !== undefined && !isJoined) complaints.equal('stations', dataset.length, wanted['stations']);
  else if (isJoined) complaints.that('all stations are there', dataset.length >= (wanted['stations'] ?? 0));
  const count = wanted['vehicles'] ?? wanted['bikes'];
  if (count !== undefined) complaints.equal('vehicles', dataset.length, count);
  const records: Record<string, unknown>[] = Object.values(document.data).find(Array.isArray) ?? [];
  const placed = records.filter(({ lat }) => typeof lat === 'number');
  if (wanted['stations'] !== undefined && placed.length > 0) complaints.equal('located', dataset.report.located, placed.length);
  for (const { lon } of placed.slice(0, 20)) complaints.that(`something lies at ${String(lon)}`, liesAt(dataset, Number(lon)));
  // Types of vehicles, and places, are told in other words; what no record fills has no column.
  const told = ['lat', 'lon', 'station_area', 'bike_id', 'vehicle_type_id'];
  const filled = (key: string): boolean => records.some((record) => record[key] !== undefined && record[key] !== null && record[key] !== '' && JSON.stringify(record[key]) !== '[]' && JSON.stringify(record[key]) !== '{}');
  // A text in several languages is a list, too.
  if (list?.path.match(/^\$\.data\.\w+$/) && !list.keys.includes('text')) has(complaints, dataset, list.keys.filter(filled), told);
  if (names(dataset).includes('num_vehicles_available') || names(dataset).includes('num_bikes_available')) complaints.that('free vehicles have a role', dataset.roles.free !== undefined);
});

/** A manifest of several systems is none of them: each must be named. */
export const gbfs: Check = async (entry, outcome) => {
  const systems: number = lists(entry.must_find).find(({ path }) => path === '$.data.datasets')?.length ?? 0;
  const { error } = outcome;
  return systems > 1 && error?.choices.length === systems ? { described: error.message } : readGbfs(entry, outcome);
};

export const gtfsRealtime: Check = reading((complaints, wanted, { dataset }) => {
  const feed = JSON.parse(wanted['decoded']) as { entity: { id: string; vehicle?: { position?: { latitude: number; longitude: number } }; tripUpdate?: unknown; alert?: unknown }[] };
  const vehicles = feed.entity.filter(({ vehicle }) => vehicle);
  const [updates, alerts] = [feed.entity.filter(({ tripUpdate }) => tripUpdate).length, feed.entity.filter(({ alert }) => alert).length];
  complaints.equal('rows', dataset.length, vehicles.length > 0 ? vehicles.length : Math.max(updates, alerts));
  complaints.equal('located', dataset.report.located, vehicles.filter(({ vehicle }) => vehicle!.position).length);
  for (const { vehicle } of vehicles) if (vehicle!.position) complaints.that(`a vehicle lies at ${vehicle!.position.longitude}`, liesAt(dataset, Number(vehicle!.position.longitude.toPrecision(8))));
  complaints.equal('first id', String(dataset.columns[dataset.roles.id ?? -1]?.value(0)), feed.entity[0]?.id);
});

export const datex2: Check = reading(async (complaints, wanted, { dataset, bytes }) => {
  const counts: Record<string, number> = { ...wanted['counts'] };
  // The status of a facility is in an element of the same name, within the record: that was counted, too.
  if (counts['parkingFacilityStatus']) counts['parkingFacilityStatus'] = new TextDecoder().decode(await bytes()).match(/<(\w+:)?parkingFacilityStatus\b[^>]*>\s*</g)?.length ?? 0;
  const parking = Math.max(0, ...['parkingRecord', 'parkingRecordStatus', 'parkingFacility', 'parkingFacilityStatus'].map((name) => counts[name] ?? 0));
  const rows = parking || Math.max(0, ...Object.entries(counts).flatMap(([name, count]) => (/Record$|Site$|Measurements$/.test(name) ? [count] : [])));
  if (rows > 0) complaints.equal('rows', dataset.length, rows);
  const { latlon } = wanted as { latlon?: { n: number; lat: [number, number]; lon: [number, number] } };
  // A record may have entrances, each with coordinates; metres are no degrees, and stay nowhere where no grid explains them.
  if (latlon && latlon.n === rows && latlon.lat[1] <= 90) complaints.close('bounds', dataset.places?.bounds, [latlon.lon[0], latlon.lat[0], latlon.lon[1], latlon.lat[1]].map(Number), 1e-5);
  else if (latlon && latlon.n === rows) complaints.that('most rows are somewhere, or are said to be nowhere', dataset.report.located + dataset.report.problems.reduce((sum, { count }) => sum + count, 0) >= rows);
  const isStatus = Object.keys(counts).some((name) => name.endsWith('Status'));
  if (isStatus) complaints.that('it is live', dataset.live?.at !== undefined);
  // Some say how many vehicles there are, and of places only how full they are.
  if (isStatus) complaints.that('free places have a role', dataset.roles.free !== undefined || !/Vacant|numberOfAvailable/.test(new TextDecoder().decode(await bytes())));
  else if (parking > 0) complaints.that('names and capacities have roles', dataset.roles.title !== undefined && dataset.roles.capacity !== undefined);
});

export const ngsi: Check = reading(async (complaints, wanted, { dataset, bytes }) => {
  const document = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as Record<string, unknown> | Record<string, unknown>[];
  const entities = [document].flat();
  complaints.equal('entities', [dataset.report.read, dataset.length], [entities.length, entities.length]);
  complaints.equal('format', dataset.report.format, 'ngsi');
  const [list] = lists(wanted);
  const keys = list?.path === '$' ? list.keys : /^object:(.*)/.exec(wanted['top'])?.[1]?.split(',');
  /** A value within, whatever it is wrapped in; `undefined` for what is empty all the way down. */
  const plain = (value: unknown): unknown => {
    const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
    return inner === null || inner === '' || (typeof inner === 'object' && Object.keys(inner).length === 0) ? undefined : inner;
  };
  has(complaints, dataset, (keys ?? []).filter((key) => entities.some((entity) => plain(entity[key]) !== undefined)), ['@context', 'location']);
  const isPlaced = entities.some((entity) => JSON.stringify(entity).includes('"coordinates"') || 'lat' in entity);
  if (isPlaced) complaints.that('something is somewhere', dataset.report.located > 0);
  for (const { min } of Object.values<{ min: number }>(wanted['coordinate_paths'] ?? {})) complaints.that(`something lies at ${min}`, liesAt(dataset, min) || dataset.places?.bounds.some((edge) => Math.abs(edge - min) < 1e-6) === true);
  if (names(dataset).includes('availableSpotNumber')) complaints.that('free places have a role', dataset.roles.free !== undefined);
});

export const sensorThings: Check = reading((complaints, wanted, { dataset }) => {
  const [list] = lists(wanted);
  const isEntity = list?.path !== '$.value';
  complaints.equal('rows', dataset.length, isEntity ? 1 : list.length);
  if (wanted['@iot.count'] > dataset.length) complaints.equal('rows in all', dataset.report.total, wanted['@iot.count']);
  complaints.that('it has a name', dataset.roles.title !== undefined);
  const isPlaced = (isEntity && list?.path === '$.Locations') || list?.keys.some((key) => key === 'Locations' || key === 'location');
  if (isPlaced) complaints.that('it is somewhere', dataset.report.located > 0);
});

export const open311: Check = async (entry, outcome) => {
  const wanted: Facts = entry.must_find;
  if (wanted['errors']) return outcome.error?.reason === 'refused' || outcome.error?.reason === 'not-found' ? { refused: outcome.error.message } : [`an error of the service was not told: ${outcome.error?.message ?? 'it was read'}`];
  return reading((complaints, _, { dataset }) => {
    const [list] = lists(wanted);
    const rows = list?.length ?? wanted['counts']?.['request'] ?? wanted['counts']?.['service'];
    complaints.equal('rows', [dataset.report.read, dataset.length], [rows, rows]);
    const isRequests = /requests/.test(entry.kind);
    const paths = Object.entries<{ n: number; min: number; max: number }>(wanted['coordinate_paths'] ?? {});
    for (const [path, { min, max }] of paths) {
      if (path.endsWith('long')) complaints.close('west and east', dataset.places && [dataset.places.bounds[0], dataset.places.bounds[2]], [min, max]);
    }
    const role = isRequests ? dataset.columns[dataset.roles.category ?? -1]?.name : dataset.columns[dataset.roles.title ?? -1]?.name;
    complaints.equal('what it is about', role, 'service_name');
  })(entry, outcome);
};
