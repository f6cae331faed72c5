import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import type { DatasetOptions, Input } from '../source.js';
import { readJson } from './json-document.js';
import { EntityTable } from './ngsi-table.js';

/** Entities of a context broker in a file: NGSI-v2 or NGSI-LD, one or many, in whichever representation. */
export async function readNgsi(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readJson(input, options.signal);
  const { features, data } = document as { readonly features?: unknown; readonly data?: unknown };
  // What a broker sends to those who subscribed has the entities within.
  const isNotification = typeof document === 'object' && document !== null && 'subscriptionId' in document;
  const list = Array.isArray(document) ? document : Array.isArray(features) ? features : isNotification ? [data].flat() : [document];
  const entities: readonly unknown[] = list;
  const table = new EntityTable();
  const breath = new Breath(options.signal);
  for (const entity of entities) {
    table.add(entity);
    await breath.pause();
  }
  return table.finish({ format: 'ngsi' }, { download: input.address.href }, options);
}
