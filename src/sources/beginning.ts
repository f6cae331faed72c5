import type { Dataset } from '../model/dataset.js';
import type { DatasetOptions, Format, Input } from './source.js';

const [newline, quote] = [0x0a, 0x22];
/** Between two features of a list, as programs write it; between other things now and then. */
const between = /\}(?=\s*,\s*\{\s*"(?:type"\s*:\s*"Feature|id|geometry|properties|bbox)")/g;
/** So many bytes are read soon, and say as much as more would. */
const enough = 32_768;
/** How many of these are tried, the last ones first. */
const tries = 40;

/**
 * What the first bytes of a file say by themselves, for those who need not wait for the rest; `undefined` where that
 * is nothing to look at, or would not be what all of it says.
 */
export async function beginningOf(format: string, decode: Format, input: Input, options: DatasetOptions): Promise<Dataset | undefined> {
  const head = wholeRows(format, input.head.subarray(0, enough));
  if (!head) return undefined;
  try {
    const dataset = await decode({ ...input, size: head.length, head, body: new Blob([head]).stream() }, options);
    const { statistics, live, places, report } = dataset;
    return statistics || live || report.total !== undefined || !places?.located ? undefined : { ...dataset, report: { ...report, isBeginning: true } };
  } catch {
    // What all of it says is said when all of it is there.
    return undefined;
  }
}

/** The rows that the first bytes hold from their beginning to their end. */
function wholeRows(format: string, head: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (format === 'csv' || format === 'geojson-seq') {
    // In a field with quotes a line may end, too.
    let end = head.lastIndexOf(newline);
    while (end > 0 && quotes(head, end) % 2 > 0) end = head.lastIndexOf(newline, end - 1);
    return end > 0 && !head.includes(0) ? head.slice(0, end) : undefined;
  }
  if (format !== 'geojson') return undefined;
  const text = new TextDecoder().decode(head);
  const ended = [...text.matchAll(between)].slice(-tries).reverse().map(({ index }) => `${text.slice(0, index + 1)}]}`).find(isJson);
  return ended === undefined ? undefined : new TextEncoder().encode(ended);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function quotes(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(quote); at >= 0 && at < end; at = bytes.indexOf(quote, at + 1)) count += 1;
  return count;
}
