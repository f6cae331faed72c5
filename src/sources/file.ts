import type { Dataset } from '../model/dataset.js';
import { open } from './http.js';
import { likely } from './likely.js';
import { lookAhead } from './peek.js';
import type { DatasetOptions, Input } from './source.js';
import type { WorkerReading } from './worker-reading.js';

/** In a page, which is not to stand still while much is decoded. */
const mayUseWorker = typeof Worker === 'function' && typeof document === 'object';
/** Bytes from which on a worker is worth its start: less is decoded before one is there. */
const large = 1_000_000;

/** One file, in whichever format it turns out to be. Throws `SourceError`. */
export async function readFile(address: URL, options: DatasetOptions): Promise<Dataset> {
  let worker: Promise<WorkerReading | undefined> | undefined;
  // Where it does not come, it is read here.
  const start = (): void => void (worker = import('./worker-reading.js').then(({ WorkerReading }) => new WorkerReading(), () => undefined));
  try {
    let input = await open(address, options, (bytes) => {
      // It starts while the first bytes are on their way.
      if (mayUseWorker && bytes >= large) start();
    });
    if (mayUseWorker && !worker && input.size === undefined) {
      const { length, isAll, body } = await lookAhead(input.body, large);
      input = { ...input, body, size: isAll ? length : undefined };
      if (!isAll) start();
    }
    return (await (await worker)?.read(input, options)) ?? (await readHere(input, options));
  } finally {
    void worker?.then((reading) => reading?.end());
  }
}

async function readHere(input: Input, options: DatasetOptions): Promise<Dataset> {
  try {
    // Both at once: what recognises a file would ask for what reads it one way later.
    const [{ decode }] = await Promise.all([import('./recognise.js'), likely(input.head).catch(() => {})]);
    return await decode(input, options);
  } catch (error) {
    // What nobody will read any more need not come.
    if (!input.body.locked) void input.body.cancel().catch(() => undefined);
    throw error;
  }
}
