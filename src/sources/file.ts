import type { Dataset } from '../model/dataset.js';
import { open } from './http.js';
import { recognise } from './recognise.js';
import type { DatasetOptions } from './source.js';

/** One file, in whichever format it turns out to be. Throws `SourceError`. */
export async function readFile(address: URL, options: DatasetOptions): Promise<Dataset> {
  const input = await open(address, options);
  try {
    const format = await recognise(input, options.format);
    return await format(input, options);
  } catch (error) {
    // What nobody will read any more need not come.
    if (!input.body.locked) void input.body.cancel().catch(() => undefined);
    throw error;
  }
}
