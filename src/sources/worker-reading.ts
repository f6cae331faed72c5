import type { Dataset } from '../model/dataset.js';
import { fillingFrom } from './filling.js';
import { SourceError, type DatasetOptions, type Input } from './source.js';
import type { FromWorker, ToWorker } from './worker-messages.js';
import { unpacked } from './worker-packing.js';
import { startWorker } from './worker-start.js';

/** Bytes that go over in one message, at most. */
const parcel = 524_288;
/** Milliseconds in which the first rows are shown: a processor that has to read the rest meanwhile takes half as long again. */
const moment = 60;
/** Milliseconds after which a worker that has not started will not. */
const patience = 10_000;

/** A page whose policy does not let workers start is not asked again. */
let isRefused = false;

interface Started {
  readonly worker: Worker;
  /** Whether it answers. */
  readonly isReady: Promise<boolean>;
}

/** A worker that starts, and decodes one file. */
export class WorkerReading {
  readonly #started = started();

  /** Decodes a file; `undefined` where no worker can start: then nothing of it was taken. Throws `SourceError`. */
  async read(input: Input, options: DatasetOptions): Promise<Dataset | undefined> {
    const { worker, isReady } = (await this.#started) ?? {};
    // What belongs to this thread stays here. It waits there until the worker runs, which then begins at once.
    const task: ToWorker = { kind: 'read', address: input.address.href, input: { ...input, address: undefined, body: undefined }, options: { ...options, signal: undefined, onProgress: undefined, onBeginning: undefined }, wantsBeginning: Boolean(options.onBeginning) };
    worker?.postMessage(task);
    isRefused = !(await isReady);
    options.signal?.throwIfAborted();
    return worker && !isRefused ? inWorker(worker, input.body, options) : undefined;
  }

  end(): void {
    void this.#started.then((started) => started?.worker.terminate());
  }
}

/** `undefined` where none can start. */
async function started(): Promise<Started | undefined> {
  // Written so that bundlers see it.
  const worker = isRefused ? undefined : await startWorker(() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }), new URL(/* @vite-ignore */ './worker.js', import.meta.url).href);
  return worker && {
    worker,
    isReady: new Promise((resolve) => {
      worker.addEventListener('message', () => resolve(true), { once: true });
      // Nobody need read of it: the same happens here, if more slowly.
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        resolve(false);
      }, { once: true });
      setTimeout(() => resolve(false), patience);
    }),
  };
}

function inWorker(worker: Worker, body: Input['body'], { signal, onProgress, onBeginning }: DatasetOptions): Promise<Dataset> {
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
      else if (data.kind === 'beginning') {
        onBeginning?.(unpacked(data.dataset));
        isPumping = true;
        setTimeout(() => void pump().catch(stop), moment);
      } else if (data.kind === 'dataset') resolve(unpacked(data.dataset));
      else if (data.kind === 'failure') stop(data.reason ? new SourceError(data.reason, data.message, { choices: data.choices ?? [] }) : new Error(data.message));
      else if (data.kind === 'enough') filling.leave();
    });
  });
}
