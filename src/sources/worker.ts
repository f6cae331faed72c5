import type { Format, SourceError } from './source.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/**
 * The other end of worker-reading.ts: decodes one file away from the page, and hands the dataset over. Nothing is imported
 * before this runs, so that all it needs is asked for at once.
 */
interface Scope {
  readonly location: Location;
  postMessage(message: FromWorker, transfer?: readonly ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as Scope;
/** How many parcels may be on their way or wait here. */
const ahead = 6;

const waiting: Uint8Array<ArrayBuffer>[] = [];
let isEnd = false;
let wake: (() => void) | undefined;
/** The memory of the parcel that is being read. */
let open: ArrayBuffer | undefined;

/** The next parcel; the memory of the one before goes back, to be filled again. */
async function next(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (open) scope.postMessage({ kind: 'wanted', parcels: 1, buffer: open }, [open]);
  open = undefined;
  if (waiting.length === 0 && !isEnd) await new Promise<void>((resolve) => (wake = resolve));
  const parcel = waiting.shift();
  open = parcel?.buffer;
  return parcel;
}

/** All that it takes, asked for at once. */
let parts: ReturnType<typeof partsFor> | undefined;

const partsFor = (format: string) => Promise.all([readerOf(format), import('./filling.js'), import('./slices.js'), import('./worker-packing.js'), import('./formats/utf8-stream.js')]);

async function readerOf(format: string): Promise<Format> {
  // What most large files are need not wait for the table of formats.
  if (format === 'csv') return (await import('./formats/csv.js')).readCsv;
  if (format === 'geojson') return (await import('./formats/geojson.js')).readGeojson;
  const { common } = await import('./formats/common.js');
  return (common.find(({ name }) => name === format) ?? (await import('./formats/index.js')).formatNamed(format)).load();
}

async function read({ address, input, options }: Extract<ToWorker, { kind: 'read' }>): Promise<void> {
  try {
    const [reader, { streamOf }, { holdBreath }, { packed }] = await parts!;
    holdBreath();
    const body = streamOf({ next, leave: () => scope.postMessage({ kind: 'enough' }) });
    scope.postMessage({ kind: 'wanted', parcels: ahead });
    const dataset = await reader({ ...input, address: new URL(address), body }, { ...options, onProgress: (progress) => scope.postMessage({ kind: 'progress', progress }) });
    const { message, transfer } = packed(dataset);
    scope.postMessage({ kind: 'dataset', dataset: message }, transfer);
  } catch (error) {
    const { reason, message, choices, stack } = error as Partial<SourceError>;
    scope.postMessage(reason ? { kind: 'failure', reason, message: message!, choices } : { kind: 'failure', message: stack ?? message ?? String(error) });
  }
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'format') parts = partsFor(data.name);
  else if (data.kind === 'read') void read(data);
  else {
    if (data.bytes.length > 0) waiting.push(data.bytes);
    ({ isEnd } = data);
    wake?.();
  }
});

scope.postMessage({ kind: 'ready' });
