import type { Dataset } from '../model/dataset.js';
import { readFile } from './file.js';
import { sourceUrl } from './http.js';
import { Mismatch } from './portals/mismatch.js';
import type { DatasetOptions } from './source.js';

/** What the addresses of portals and services have in common, so that a plain file is read without the table of all of them. */
const maybePortal = /\/(api|dataset|datasets|resource|views?|explore|d|rest|services|collections|ows|wfs|wms|wmts|gbfs|georeport|requests|data|maps?|items?|open311|entities|ngsi-ld|sta|frost\w*|v1\.[01])\b|server\b|[?&]service=|\b\w{4}-\w{4}$|gbfs|arcgis/i;

/**
 * Reads open data from the address of a file, of an API or of a portal's page about a dataset. Everything comes out as
 * one table with places in Web Mercator metres, and a report that accounts for every row. Throws `SourceError`.
 */
export async function openDataset(address: string | URL, options: DatasetOptions = {}): Promise<Dataset> {
  const url = sourceUrl(address);
  options.signal?.throwIfAborted();
  const portals = options.format || !maybePortal.test(url.href) ? [] : (await import('./portals/index.js')).portals.filter(({ sign }) => sign(url));
  for (const portal of portals) {
    try {
      return await (await portal.load())(url, options);
    } catch (error) {
      // Many sites have addresses like a portal's: what does not answer like one is a file or a page.
      if (!(error instanceof Mismatch)) throw error;
    }
  }
  return readFile(url, options);
}
