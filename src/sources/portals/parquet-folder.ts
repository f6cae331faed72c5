import type { Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { readParts } from '../formats/parquet-parts.js';
import { textOfBody } from '../formats/text-stream.js';
import { open } from '../http.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { readTags } from './page-tags.js';

/** More parts than these would cost more requests than a visitor waits for. */
const mostParts = 60;

/**
 * An address with `*`, as programs name all files of a folder: over HTTP nobody can ask for a list. It is read where a
 * `_metadata` file names the parts, or where the server shows the folder as a page. Throws `SourceError`.
 */
export async function readParquetFolder(address: URL, options: DatasetOptions): Promise<Dataset> {
  const [before = '', ...rest] = address.pathname.split('*');
  const folder = new URL(before.slice(0, before.lastIndexOf('/') + 1), address);
  try {
    return await readFile(new URL('_metadata', folder), options);
  } catch (error) {
    if (!(error instanceof SourceError) || !/^(not-found|refused|web-page|unknown)$/.test(error.reason)) throw error;
  }
  const parts = await listed(folder, before, rest.at(-1) ?? '', options);
  if (parts.length > mostParts) throw new SourceError('too-large', `${folder.href} has ${parts.length} parts, of which a page would have to ask for each. Put a “_metadata” file beside them that names them, or write fewer and larger ones.`);
  if (parts.length > 0) return readParts(parts, options);
  throw new SourceError('not-found', `${address.href} stands for many files, and ${address.host} tells nobody which there are. Put a “_metadata” file beside them that names them, or all of them into one file or a zip archive; or name one of them.`);
}

/** What a page of a folder links to. */
async function listed(folder: URL, start: string, end: string, options: DatasetOptions): Promise<readonly URL[]> {
  try {
    const input = await open(folder, options);
    let html = '';
    for await (const piece of textOfBody(input)) {
      html += piece;
      if (html.length > 3_000_000) break;
    }
    const { links } = readTags(html, input.address);
    const urls = [...new Set(links.map(({ url }) => url.split('#')[0]!))].map((url) => new URL(url));
    return inOrder(urls.filter(({ origin, pathname }) => origin === folder.origin && pathname.startsWith(start) && pathname.endsWith(end) && /\.(geo)?parquet$/i.test(pathname)));
  } catch (error) {
    if (error instanceof SourceError) return [];
    throw error;
  }
}

/** The parts of one dataset, in the order of their names, where files in one folder are called like such: `part-00000-….parquet`. */
export function partsAmong(files: readonly URL[]): readonly URL[] | undefined {
  const stems = new Set(files.map(({ origin, pathname }) => `${origin}${pathname}`.replace(/[\da-f]{8}-[\da-f-]{27}/gi, '#').replace(/\d+(?=[^/]*$)/g, '#')));
  const [stem = ''] = stems;
  const isNumbered = stems.size === 1 && /(part|chunk|data|shard)[-_.]?#|\/#\.[^/]*$/i.test(stem);
  return isNumbered && files.length <= mostParts ? inOrder(files) : undefined;
}

const inOrder = (files: readonly URL[]): readonly URL[] => [...files].sort((a, b) => a.href.localeCompare(b.href, 'en', { numeric: true }));
