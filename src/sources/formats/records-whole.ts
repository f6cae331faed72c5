import { Breath } from '../slices.js';
import type { DatasetOptions, Input } from '../source.js';
import { ListReader } from './json-stream.js';
import { textOfBody } from './text-stream.js';

/** A document of which no part can be read before all of it has come. Throws `SourceError('unreadable')`, which says where. */
export async function wholeJson(input: Input, { signal }: DatasetOptions): Promise<unknown> {
  const breath = new Breath(signal);
  // No member has this name: everything is around the list.
  const whole = new ListReader('\0', input.address);
  for await (const piece of textOfBody(input)) {
    whole.push(piece);
    await breath.pause();
  }
  return whole.end();
}
