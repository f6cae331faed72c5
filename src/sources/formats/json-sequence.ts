import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import type { DatasetOptions, Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { recordAdder } from './records-item.js';

const [quote, backslash] = [0x22, 0x5c];

/**
 * Objects that follow one another with nothing or line ends between them, each over several lines or longer than what
 * a file is recognised by; `undefined` for what is no such sequence.
 */
export async function readSequence(text: string, { address }: Input, options: DatasetOptions): Promise<Dataset | undefined> {
  const table = new FeatureTable();
  const add = recordAdder(table);
  const breath = new Breath(options.signal);
  let count = 0;
  for (const piece of objectsIn(text)) {
    const value = parsed(piece);
    // What breaks at its beginning is no sequence, but broken.
    if (value === undefined && count < 2) return undefined;
    count += 1;
    add(value);
    await breath.pause();
  }
  return count < 2 ? undefined : tableDataset(table.finish(undefined), { report: { format: 'ndjson' }, about: { download: address.href } }, options);
}

/** Cut where as many brackets are closed as were opened; what stands between two objects is nothing or a piece of its own. */
function* objectsIn(text: string): Generator<string, void> {
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== quote; at += 1) if (text.charCodeAt(at) === backslash) at += 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if ((code === 0x7d || code === 0x5d) && (depth -= 1) === 0) {
      yield text.slice(start, at + 1);
      start = at + 1;
    }
  }
  if (text.slice(start).trim()) yield text.slice(start);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
