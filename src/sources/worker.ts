import type { Dataset } from '../model/dataset.js';
import { streamOf } from './filling.js';
import { beginningOf } from './beginning.js';
import { likely } from './likely.js';
import { recognise } from './recognise.js';
import { holdBreath } from './slices.js';
import type { SourceError } from './source.js';
import type { FromWorker, ToWorker } from './worker-messages.js';
import { packed } from './worker-packing.js';

/** The other end of worker-reading.ts: decodes one file away from the page, and hands the dataset over. */
interface Scope {
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

async function read({ address, input, options, wantsBeginning }: Extract<ToWorker, { kind: 'read' }>): Promise<void> {
  try {
    const body = streamOf({ next, leave: () => scope.postMessage({ kind: 'enough' }) });
    const begin = (): void => scope.postMessage({ kind: 'wanted', parcels: ahead });
    if (!wantsBeginning) begin();
    likely(input.head).catch(() => {});
    const whole = { ...input, address: new URL(address), body };
    const format = await recognise(whole, options.format);
    const decode = await format.load();
    const say = (kind: 'beginning' | 'dataset', dataset: Dataset | undefined): void => {
      if (!dataset) return;
      const { message, transfer } = packed(dataset);
      scope.postMessage({ kind, dataset: message }, transfer);
    };
    if (wantsBeginning) {
      say('beginning', await beginningOf(format.name, decode, whole, options));
      begin();
    }
    say('dataset', await decode(whole, { ...options, onProgress: (progress) => scope.postMessage({ kind: 'progress', progress }) }));
  } catch (error) {
    const { reason, message, choices, stack } = error as Partial<SourceError>;
    scope.postMessage(reason ? { kind: 'failure', reason, message: message!, choices } : { kind: 'failure', message: stack ?? message ?? String(error) });
  }
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'read') void read(data);
  else {
    if (data.bytes) waiting.push(data.bytes);
    else isEnd = true;
    wake?.();
  }
});

holdBreath();
scope.postMessage({ kind: 'ready' });
