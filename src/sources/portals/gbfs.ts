import type { Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { Mismatch } from './mismatch.js';

/** A system of shared vehicles from the folder in which its feeds lie, such as `https://…/gbfs`. */
export async function readGbfsFolder(address: URL, options: DatasetOptions): Promise<Dataset> {
  try {
    return await readFile(address, { ...options, format: undefined });
  } catch (error) {
    if (!(error instanceof SourceError) || !['not-found', 'web-page', 'unreadable', 'unknown', 'refused'].includes(error.reason)) throw error;
    const index = Object.assign(new URL('gbfs.json', address.href.replace(/\/?([?#].*)?$/, '/')), { search: address.search });
    return readFile(index, options).catch((cause: unknown) => {
      if (cause instanceof SourceError && cause.reason === 'not-found') throw new Mismatch(`${index.href} is not there.`);
      throw cause;
    });
  }
}
