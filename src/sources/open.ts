import type { Dataset } from '../model/dataset.js';
import { readFile } from './file.js';
import { sourceUrl } from './http.js';
import { maybePortal } from './maybe-portal.js';
import { SourceError, type DatasetOptions } from './source.js';

/**
 * Reads open data from the address of a file, of an API or of a portal's page about a dataset. Everything comes out as
 * one table with places in Web Mercator metres, and a report that accounts for every row. Throws `SourceError`.
 */
export async function openDataset(address: string | URL, options: DatasetOptions = {}): Promise<Dataset> {
  const url = sourceUrl(address);
  options.signal?.throwIfAborted();
  try {
    const dataset = await read(url, options);
    // Who did not wait is told so, however soon all was there.
    options.signal?.throwIfAborted();
    return dataset;
  } catch (error) {
    options.signal?.throwIfAborted();
    // No file is so broken that nobody says so.
    throw error instanceof SourceError ? error : new SourceError('unreadable', `${url.href} cannot be read: ${String(error)}.`, { cause: error });
  }
}

async function read(url: URL, options: DatasetOptions): Promise<Dataset> {
  if (options.shapes) return (await import('./join.js')).openJoined(url, options);
  const found = options.format || !maybePortal(url) ? undefined : await (await import('./portals/index.js')).readPortal(url, { ...options, onBeginning: undefined });
  return found ?? readFile(url, options);
}
