import type { Choice, Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { locationOf } from './datex2-location.js';
import { Datex2Table } from './datex2-table.js';
import { valuesOf } from './datex2-values.js';
import { readJson } from './json-document.js';
import { latest, momentOf } from './moment.js';
import { first, xmlRecords, type XmlElement } from './xml.js';

/** Which elements are records, and of what: a thing and its status are one row. */
const kinds: Readonly<Record<string, string>> = {
  parkingRecord: 'parkings', parkingRecordStatus: 'parkings', parkingFacility: 'parkings', parkingFacilityStatus: 'parkings', parkingSite: 'parkings',
  parkingArea: 'areas', parkingAreaStatus: 'areas',
  situationRecord: 'situations',
  measurementSiteRecord: 'measurements', siteMeasurements: 'measurements',
  predefinedLocation: 'locations', energyInfrastructureSite: 'charging', energyInfrastructureSiteStatus: 'charging', vmsUnitRecord: 'signs', vmsUnit: 'signs',
};
const changing = /Status$|^situationRecord$|^siteMeasurements$|^vmsUnit$/;
/** Publications say nothing of when to ask again. */
const every = 60_000;

/** DATEX II (datex2.eu) version 2 with its extensions, or 3: parking, road works and other situations, and what else has records that are somewhere. */
export function readDatex2(input: Input, options: DatasetOptions): Promise<Dataset> {
  return readRecords((isRecord, around) => xmlRecords(input, isRecord, { around, signal: options.signal }), input, options);
}

/** The same as JSON, which version 3 has, too. */
export async function readDatex2Json(input: Input, options: DatasetOptions): Promise<Dataset> {
  const [{ jsonRecords }, document] = [await import('./datex2-json.js'), await readJson(input, options.signal)];
  return readRecords((isRecord, around) => jsonRecords(document, isRecord, around), input, options);
}

/** Records, and what stands around them, in either way of writing. */
type Records = (isRecord: (name: string, path: readonly string[]) => boolean, around: (element: XmlElement) => void) => AsyncIterable<XmlElement> | Iterable<XmlElement>;

async function readRecords(records: Records, input: Input, options: DatasetOptions): Promise<Dataset> {
  const tables = new Map<string, Datex2Table>();
  let [at, isLive, others]: [number | undefined, boolean, Set<string>] = [undefined, false, new Set()];
  const isRecord = (name: string, path: readonly string[]): boolean => Object.hasOwn(kinds, name) && path.length > 1;
  const around = ({ name, text }: XmlElement): void => {
    if (name === 'publicationTime') at = latest(at, momentOf(text));
    if (name.endsWith('Publication')) others.add(name);
  };
  const breath = new Breath(options.signal);
  for await (const record of records(isRecord, around)) {
    await breath.pause();
    const kind = kinds[record.name]!;
    const isNews = changing.test(record.name);
    isLive ||= isNews;
    let table = tables.get(kind);
    if (!table) tables.set(kind, (table = new Datex2Table()));
    table.add(idOf(record), record.name, valuesOf(record), locationOf(record), isNews);
  }
  const ranked = [...tables].sort(([, a], [, b]) => b.located - a.located || b.rows - a.rows);
  const [kind, best] = ranked.find(([name]) => name === options.layer) ?? ranked[0] ?? [];
  if (!kind || !best) throw new SourceError('unknown', `${input.address.href} is DATEX II, but holds no records of parking, situations or sites${others.size > 0 ? ` (${[...others].join(', ')})` : ''}.`);
  const choices = ranked.filter(([name]) => name !== kind).map(([name]): Choice => ({ name, format: 'datex2' }));
  const { table, isGuessed } = await best.finish(input.address.href, options);
  const report = { format: 'datex2', choices: choices.length > 0 ? choices : undefined, ...(isGuessed ? { guessedCrs: true } : {}) };
  // A status alone says of what it is by an id, which is a name with many.
  const title = table.columns.some(({ name }) => name === 'name') ? 'name' : kind === 'situations' ? 'description' : 'id';
  return tableDataset(table, { report, about: { download: input.address.href, updated: at }, live: isLive ? { every, at } : undefined }, { ...options, map: { id: 'id', title, category: kind === 'situations' ? 'kind' : 'status', ...options.map } });
}

/** Its own id, or that of the thing of which it is the status. */
function idOf(record: XmlElement): string | undefined {
  const reference = record.children.find(({ name, attributes }) => name.endsWith('Reference') && attributes.has('id') && !name.startsWith('situationRecordCreation'));
  return record.attributes.get('id') ?? reference?.attributes.get('id') ?? first(record, 'parkingRecordReference')?.text;
}
