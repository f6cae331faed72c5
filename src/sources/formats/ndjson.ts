import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import type { DatasetOptions, Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { recordAdder } from './records-item.js';
import { textOfBody } from './text-stream.js';

/** One record a line, as NDJSON, JSON Lines and JSON text sequences (RFC 7464) have it; lines that are none are counted. */
export async function readNdjson(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const add = recordAdder(table);
  const breath = new Breath(options.signal);
  let rest = '';
  const take = (line: string): void => {
    const text = line.replaceAll('\u001e', '').trim();
    if (text) add(parsed(text));
  };
  for await (const piece of textOfBody(input)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
    await breath.pause();
  }
  take(rest);
  return tableDataset(table.finish(undefined), { report: { format: 'ndjson' }, about: { download: input.address.href } }, options);
}

/** A broken line is no record; the others are not the worse for it. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
