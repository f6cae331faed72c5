import { memory, pageProcesses } from '../process-memory.js';
import { kinds, type DataFile } from './data.js';
import type { Browser, Send } from './devtools.js';
import type { Pages } from './pages.js';
import { busy, drag, type Pan } from './drag.js';

/** What a library needs for one file; what it did not get to in time is missing. */
export interface Figures {
  /** Over the wire, as brotli, all of it. */
  readonly bytes?: number;
  /** From the request to the first frame with data, in milliseconds. */
  readonly first?: number;
  readonly pan?: Pan;
  /** From the wish for one category, or for all again, to the first frame that is another: the median of five, in milliseconds. */
  readonly filter?: number;
  /** How much of that the main thread was at work: the rest is waiting for a frame, a worker, or a processor that others use. */
  readonly filterBusy?: number;
  readonly longest?: number;
  /** What the page's scripts hold at the end, objects and arrays of numbers, in megabytes; a worker's is not counted. */
  readonly heap?: number;
  /** The most that the page's process ever held beyond what it held before the request, in megabytes. */
  readonly peak?: number;
  /** Why something is missing. */
  readonly missing?: string;
}

type Growing = { -readonly [Name in keyof Figures]: Figures[Name] };

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Of several pages the median of each figure; what one of them did not get to is missing. */
export function middleOf(all: readonly Figures[]): Figures {
  const incomplete = all.find(({ missing }) => missing);
  if (incomplete) return incomplete;
  const middle = (of: (figures: Figures) => number | undefined): number => median(all.map((figures) => of(figures) ?? Number.NaN));
  const pan = (of: keyof Pan): number => middle((figures) => figures.pan?.[of]);
  return {
    bytes: middle(({ bytes }) => bytes), first: middle(({ first }) => first), pan: { median: pan('median'), p95: pan('p95'), end: pan('end'), frames: pan('frames') },
    filter: middle(({ filter }) => filter), filterBusy: middle(({ filterBusy }) => filterBusy), longest: middle(({ longest }) => longest), heap: middle(({ heap }) => heap), peak: middle(({ peak }) => peak),
  };
}

export async function evaluate<Value>(send: Send, expression: string): Promise<Value> {
  const { result, exceptionDetails } = await send<{ result: { value: Value }; exceptionDetails?: { text: string; exception?: { description?: string } } }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Until a page of a library has all that it measures with. */
export async function opened(send: Send): Promise<void> {
  while (!(await evaluate(send, 'document.readyState === "complete" && Boolean(globalThis.peer && globalThis.watch)'))) await new Promise((done) => setTimeout(done, 50));
}

/** Fills in what there is, in the order in which a reader would do it. */
async function work(send: Send, file: DataFile, blank: () => void, figures: Growing): Promise<void> {
  await opened(send);
  await new Promise((done) => setTimeout(done, 500));
  blank();
  const { path: url, format, shape, rows } = file;
  figures.first = await evaluate(send, `watch.draw(${JSON.stringify({ url, format, shape, rows })})`);
  await evaluate(send, 'watch.settle()');
  await send('Performance.enable');
  figures.pan = await drag(send);
  await evaluate(send, 'watch.settle()');
  await evaluate(send, 'watch.prepare()');
  const [filters, works]: [number[], number[]] = [[], []];
  for (const kind of [kinds[0], undefined, kinds[1], undefined, kinds[2]]) {
    const before = await busy(send);
    filters.push(await evaluate(send, `watch.filter(${JSON.stringify(kind)})`));
    works.push((await busy(send)) - before);
    await evaluate(send, 'watch.settle()');
  }
  figures.filter = median(filters);
  figures.filterBusy = median(works);
}

/** One library, one file, one fresh page; ends in time, whatever the page does. */
export async function measure(browser: Browser, pages: Pages, entry: string, file: DataFile, seconds: number): Promise<Figures> {
  pages.give(file);
  pages.transferred();
  const figures: Growing = {};
  const before = new Map<number, number>();
  const page = await browser.open(pages.address(entry));
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`did not finish in ${seconds} s`)), seconds * 1000).unref());
  try {
    await Promise.race([late, work(page.send, file, () => pageProcesses(browser.id).forEach((id) => before.set(id, memory(id, 'VmRSS'))), figures)]);
    figures.longest = await evaluate(page.send, 'watch.longest()');
    await page.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await page.send<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage');
    figures.heap = (usedSize + backingStorageSize) / 1e6;
  } catch (reason) {
    figures.missing = reason instanceof Error ? reason.message.split('\n')[0]! : String(reason);
  }
  figures.bytes = pages.transferred();
  // The process that a browser keeps in reserve may have gone.
  const grown = [...before].map(([id, blank]) => memory(id, 'VmHWM') - blank).filter((each) => each >= 0);
  if (grown.length > 0) figures.peak = Math.max(...grown);
  await page.close();
  return figures;
}
