import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { readJson } from './json-document.js';
import { latest, momentOf } from './moment.js';
import { isTranslated, textIn } from './translations.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const objectAt = (value: Json, name: string): Json => (isObject(value[name]) ? value[name] : {});

/** Occupancies say of when they are; nobody says when to ask again. */
const every = 60_000;

/** Places to park, with what is known of how full they are, by the Alliance for Parking Data Standards (ISO/TS 5206). */
export async function readApds(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readJson(input, options.signal);
  const list: unknown = Array.isArray(document) ? document : isObject(document) ? (document['places'] ?? document['data'] ?? document['occupancies'] ?? [document]) : undefined;
  if (!Array.isArray(list)) throw new SourceError('unreadable', `${input.address.href} looks like APDS, but has no list of places.`);
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  let at: number | undefined;
  for (const place of list as readonly unknown[]) {
    if (isObject(place)) {
      at = latest(at, momentOf(objectAt(objectAt(place, 'occupancy'), 'demand')['timestamp']));
      table.addRecord(valuesOf(place), place['indicativePointLocation'] ?? null);
    } else table.skip();
    await breath.pause();
  }
  const live = at === undefined ? undefined : { every, at };
  return tableDataset(table.finish(undefined), { report: { format: 'apds' }, about: { download: input.address.href }, live }, { ...options, map: { id: 'id', title: 'name', ...options.map } });
}

function valuesOf({ id, name, description, characteristics, occupancy, placeStreetAddress, areaType, indicativePointLocation: _place, ...rest }: Json): Json {
  const traits = isObject(characteristics) ? characteristics : {};
  const { supply, demand } = isObject(occupancy) ? occupancy : {};
  const { supplyQuantity } = isObject(supply) ? supply : {};
  const { demandType, timestamp } = isObject(demand) ? demand : {};
  const capacity = traits['spacesTotal'] ?? supplyQuantity;
  const occupied = [demandType].flat().reduce<number | undefined>((sum, each: unknown) => (isObject(each) && typeof each['count'] === 'number' ? (sum ?? 0) + each['count'] : sum), undefined);
  const free = typeof capacity === 'number' && occupied !== undefined && occupied <= capacity ? capacity - occupied : undefined;
  const others = Object.entries(rest).map(([key, value]) => [key, isTranslated(value) ? textIn(value) : value] as const);
  const { spacesTotal: _spaces, ...more } = traits;
  return { id, name: textIn(name), description: textIn(description), address: address(placeStreetAddress), capacity, occupied, free, time: timestamp, type: areaType, ...more, ...Object.fromEntries(others) };
}

function address(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const lines = (Array.isArray(value['addressLines']) ? value['addressLines'] : []).filter(isObject).sort((a, b) => Number(a['order']) - Number(b['order']));
  const town = [value['postCode'], textIn(value['city'])].filter((part) => typeof part === 'string').join(' ');
  return [...lines.map((line) => textIn(line['text'])), town].filter(Boolean).join(', ') || undefined;
}
