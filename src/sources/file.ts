import type { Dataset } from '../model/dataset.js';
import { open } from './http.js';
import { recognise } from './recognise.js';
import type { DatasetOptions, Input } from './source.js';

/** One file, in whichever format it turns out to be. Throws `SourceError`. */
export async function readFile(address: URL, options: DatasetOptions): Promise<Dataset> {
  return readInput(await open(address, options), options);
}

/** In a page, which is not to stand still while much is decoded. */
const mayUseWorker = typeof Worker === 'function' && typeof document === 'object';
/** Bytes below which no worker is worth its start. */
const small = 1_000_000;

/** Bytes that came from anywhere, such as out of an archive. Throws `SourceError`. */
export async function readInput(input: Input, options: DatasetOptions): Promise<Dataset> {
  const isLarge = mayUseWorker && !(input.size! < small);
  try {
    const format = await recognise(input, options.format);
    if (isLarge) return await (await import('./worker-reading.js')).readLarge(format, input, options);
    return await (await format.load())(input, options);
  } catch (error) {
    // What nobody will read any more need not come.
    if (!input.body.locked) void input.body.cancel().catch(() => undefined);
    throw error;
  }
}
