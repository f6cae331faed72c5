import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { readJson } from './json-document.js';
import { isObject, SensorThingsTable } from './sensorthings-table.js';

/** What a SensorThings service once said, in a file: one entity or a page of them. The pages that followed are not part of it. */
export async function readSensorThings(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readJson(input, options.signal);
  if (!isObject(document)) throw new SourceError('unreadable', `${input.address.href} is no answer of a SensorThings service.`);
  const { value, '@iot.count': count } = document;
  const table = new SensorThingsTable();
  const breath = new Breath(options.signal);
  for (const entity of (Array.isArray(value) ? value : [document]) as readonly unknown[]) {
    for (const each of observationsOf(entity)) {
      table.add(each);
      await breath.pause();
    }
  }
  const total = typeof count === 'number' && count > table.rows ? count : undefined;
  return table.finish({ format: 'sensorthings', total }, { download: input.address.href }, options);
}

/** Observations in the short form (`$resultFormat=dataArray`) are lists beside the names of their components. */
function observationsOf(entity: unknown): readonly unknown[] {
  if (!isObject(entity) || !Array.isArray(entity['dataArray']) || !Array.isArray(entity['components'])) return [entity];
  const names = entity['components'].map(String);
  return (entity['dataArray'] as readonly unknown[]).map((row) => (Array.isArray(row) ? Object.fromEntries(names.map((name, i) => [name === 'id' ? '@iot.id' : name, row[i] as unknown])) : row));
}
