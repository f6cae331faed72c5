import { Breath } from '../slices.js';
import type { Input } from '../source.js';
import { ListReader } from './json-stream.js';
import { textOfBody } from './text-stream.js';

/** A JSON document as a whole, for what is small by its kind. Throws `SourceError('unreadable')` that says where it breaks. */
export async function readJson(input: Input, signal: AbortSignal | undefined): Promise<unknown> {
  // No member has this name: all that comes is around the list that is never found.
  const reader = new ListReader('\\u0000', input.address);
  const breath = new Breath(signal);
  for await (const text of textOfBody(input)) {
    reader.push(text);
    await breath.pause();
  }
  return reader.end();
}
