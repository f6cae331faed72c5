import { FeatureTable, isGeometry } from './feature-table.js';
import { isObject, objectsIn, type Json } from './gbfs-feed.js';
import { momentText } from './moment.js';
import { isTranslated, textIn } from './translations.js';

/** What GBFS calls the layers of a system; the names are those for the option `layer`. */
export type Layer = 'stations' | 'vehicles' | 'geofencing_zones';

const times = /^(last_reported|available_until|start|end|start_time|end_time|last_updated)$/;
/** Counts by type of vehicle: what they count by, and what is counted. */
const byType = /^vehicle_(types?|docks)?_?(capacity|available)$/;

/** The names of the types of vehicles, by id. */
export type Types = ReadonlyMap<string, string>;

export function typesOf(data: Json | undefined): Types {
  return new Map(objectsIn(data?.['vehicle_types']).flatMap(({ vehicle_type_id: id, name, form_factor: form }): [string, string][] => {
    const text = textIn(name) ?? textIn(form);
    return typeof id === 'string' && text ? [[id, text]] : [];
  }));
}

/** The values of a station or vehicle for columns: texts in one language, times that are dates, counts by type under the type's name. */
function values(record: Json, types: Types): Json {
  const found: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(record)) {
    if (key === 'lat' || key === 'lon' || key === 'station_area') continue;
    // Hours of a day are no moments, and stay as they are.
    if (times.test(key)) found[key] = momentText(value) ?? (typeof value === 'string' ? value : undefined);
    else if (key === 'bike_id') found['vehicle_id'] = value;
    else if (key === 'vehicle_type_id') found['vehicle_type'] = types.get(String(value)) ?? value;
    else if (byType.test(key)) found[key] = counts(value, types);
    else if (isTranslated(value)) found[key] = textIn(value);
    // Old versions say 0 and 1 for no and yes.
    else if (key.startsWith('is_') && (value === 0 || value === 1)) found[key] = value === 1;
    else found[key] = value;
  }
  return found;
}

function counts(value: unknown, types: Types): Json {
  const found: Record<string, number> = Object.create(null) as Record<string, number>;
  const count = (ids: unknown, n: unknown): void => {
    const name = (Array.isArray(ids) ? ids : [ids]).map((id) => types.get(String(id)) ?? String(id)).join(', ');
    if (typeof n === 'number') found[name] = (found[name] ?? 0) + n;
  };
  if (isObject(value)) for (const [id, n] of Object.entries(value)) count(id, n);
  for (const each of objectsIn(value)) count(each['vehicle_type_ids'] ?? each['vehicle_type_id'], each['count']);
  return found;
}

/** Where a station or a vehicle is; `null` where nobody says, as of vehicles that stand at a station. */
function placeOf({ lat, lon, station_area: area }: Json): unknown {
  const [x, y] = [number(lon), number(lat)];
  if (Number.isFinite(x) && Number.isFinite(y)) return { type: 'Point', coordinates: [x, y] };
  return isGeometry(area) ? area : null;
}

const number = (value: unknown): number => (typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : Number.NaN);

/** Stations with what is known of their vehicles and docks at the moment; a status of a station that nobody knows tells nobody anything. */
export function stationTable(information: Json | undefined, status: Json | undefined, types: Types): FeatureTable {
  const table = new FeatureTable();
  if (!information) {
    for (const each of listed(status?.['stations'], table)) table.addRecord(values(each, types), null);
    return table;
  }
  const statuses = new Map(objectsIn(status?.['stations']).map((each) => [String(each['station_id']), each]));
  for (const station of listed(information?.['stations'], table)) table.addRecord(values({ ...station, ...statuses.get(String(station['station_id'])) }, types), placeOf(station));
  return table;
}

/** Whether two lists of stations have any in common: what lies side by side need not belong together. */
export function areOfOne(information: Json, status: Json): boolean {
  const known = new Set(objectsIn(information['stations']).map(({ station_id: id }) => String(id)));
  return objectsIn(status['stations']).some(({ station_id: id }) => known.has(String(id)));
}

export function vehicleTable(data: Json, types: Types): FeatureTable {
  const table = new FeatureTable();
  for (const vehicle of listed(data['vehicles'] ?? data['bikes'], table)) table.addRecord(values(vehicle, types), placeOf(vehicle));
  return table;
}

/** Where vehicles may be ridden, parked, or neither. Of several rules for one zone the first is that for all vehicles that no other names. */
export function zoneTable(data: Json): FeatureTable {
  const table = new FeatureTable();
  const zones = data['geofencing_zones'];
  for (const zone of listed(isObject(zones) ? zones['features'] : zones, table)) {
    const { rules, ...rest } = isObject(zone['properties']) ? zone['properties'] : {};
    const [rule = {}] = objectsIn(rules);
    table.addRecord(values({ ...rest, ...rule }, new Map()), zone['geometry'] ?? null);
  }
  return table;
}

/** Any other feed: its list, or what it says of the system as one row. */
export function otherTable(data: Json): FeatureTable {
  const table = new FeatureTable();
  const list = Object.values(data).find(Array.isArray);
  const isList = Object.keys(data).length === 1 && list;
  for (const each of isList ? listed(list, table) : [data]) table.addRecord(values(each, new Map()), null);
  return table;
}

/** The records of a list; what is none is left out and reported. */
function* listed(list: unknown, table: FeatureTable): Generator<Json, void> {
  for (const each of Array.isArray(list) ? list : []) {
    if (isObject(each)) yield each;
    else table.skip();
  }
}
