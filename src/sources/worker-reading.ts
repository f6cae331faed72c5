import type { Dataset } from '../model/dataset.js';
import type { KnownFormat } from './formats/common.js';
import { fillingFrom } from './filling.js';
import { lookAhead } from './peek.js';
import { SourceError, type DatasetOptions, type Input } from './source.js';
import type { FromWorker, ToWorker } from './worker-messages.js';
import { unpacked } from './worker-packing.js';
import { mayStart } from './worker-policy.js';

/** Bytes from which on a worker is worth its start: less is decoded before one is there. */
const large = 1_000_000;
/** Bytes that go over in one message, at most. */
const parcel = 524_288;
/** Milliseconds after which a worker that has not started will not. */
const patience = 10_000;

/** A page whose policy does not let workers start is not asked again. */
let isRefused = false;

/** Decodes a file in a worker, where it is large and one can start; else here, in slices that let the page answer. Throws `SourceError`. */
export async function readLarge(format: KnownFormat, input: Input, options: DatasetOptions): Promise<Dataset> {
  let given = input;
  if (input.size === undefined && !isRefused) {
    const { length, isAll, body } = await lookAhead(input.body, large);
    given = { ...input, body, size: isAll ? length : undefined };
  }
  const task: ToWorker = {
    kind: 'read', format: format.name, address: input.address.href,
    // What belongs to this thread stays here.
    input: { ...given, address: undefined, body: undefined }, options: { ...options, signal: undefined, onProgress: undefined },
  };
  const worker = isRefused || given.size! < large ? undefined : await started(task);
  if (options.signal?.aborted) worker?.terminate();
  options.signal?.throwIfAborted();
  if (!worker) return (await format.load())(given, options);
  return inWorker(worker, given.body, options).finally(() => worker.terminate());
}

/** A worker that answers, and knows what it is to read; `undefined` where none can start. */
async function started(task: ToWorker): Promise<Worker | undefined> {
  const isOwn = new URL(import.meta.url).origin === location.origin;
  const worker = (await mayStart(isOwn ? 'self' : 'blob')) ? created(isOwn) : undefined;
  // It waits there until the worker runs, which then begins at once.
  worker?.postMessage(task);
  const isReady = worker && (await new Promise<boolean>((resolve) => {
    worker.addEventListener('message', () => resolve(true), { once: true });
    // Nobody need read of it: the same happens here, if more slowly.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(false);
    }, { once: true });
    setTimeout(() => resolve(false), patience);
  }));
  if (isReady) return worker;
  worker?.terminate();
  isRefused = true;
  return undefined;
}

function created(isOwn: boolean): Worker | undefined {
  try {
    // Written so that bundlers see it.
    return isOwn ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }) : createdFromElsewhere();
  } catch {
    return undefined;
  }
}

/** A script of another site may be no worker, but one may import it. */
function createdFromElsewhere(): Worker {
  const address = new URL(/* @vite-ignore */ './worker.js', import.meta.url).href;
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  setTimeout(() => URL.revokeObjectURL(script), patience);
  return new Worker(script, { type: 'module' });
}

function inWorker(worker: Worker, body: Input['body'], { signal, onProgress }: DatasetOptions): Promise<Dataset> {
  return new Promise((resolve, reject) => {
    const filling = fillingFrom(body);
    const say = (message: ToWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
    const stop = (error: unknown): void => {
      reject(error as Error);
      filling.leave();
    };
    const buffers: ArrayBuffer[] = [];
    let wanted = 0;
    let isPumping = false;
    const pump = async (): Promise<void> => {
      for (; wanted > 0; wanted -= 1) {
        const bytes = await filling.next(buffers.pop() ?? new ArrayBuffer(parcel));
        say({ kind: 'bytes', bytes }, bytes && [bytes.buffer]);
        if (!bytes) return;
      }
      isPumping = false;
    };
    signal?.addEventListener('abort', () => stop(signal.reason), { once: true });
    worker.addEventListener('error', ({ message }) => stop(new Error(message || 'The worker that reads data stopped.')));
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'wanted') {
        wanted += data.parcels;
        if (data.buffer?.byteLength === parcel) buffers.push(data.buffer);
        if (isPumping) return;
        isPumping = true;
        pump().catch(stop);
      } else if (data.kind === 'progress') onProgress?.(data.progress);
      else if (data.kind === 'dataset') resolve(unpacked(data.dataset));
      else if (data.kind === 'failure') stop(data.reason ? new SourceError(data.reason, data.message, { choices: data.choices ?? [] }) : new Error(data.message));
      else if (data.kind === 'enough') filling.leave();
    });
  });
}
