import type { Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { GmlTable } from './gml-table.js';

/** GML 2, 3.1 and 3.2: the features of a collection, as a WFS answers or as a file holds them. */
export async function readGml(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address } = input;
  const features = new GmlTable();
  const { matched, next } = await features.take(input, options.signal);
  if (features.rows === 0 && matched) {
    const advice = `Give the address of the features themselves${next ? `, such as ${next}` : ', without “resultType=hits”'}.`;
    throw new SourceError('unknown', `${address.href} only counts: there are ${matched} features. ${advice}`);
  }
  const { name, table, choices, isDecided } = await features.finish(options, undefined);
  const total = matched && matched > features.rows ? matched : undefined;
  const report = { format: 'gml', total, choices: choices.length > 0 ? choices : undefined, ...(isDecided ? { guessedCrs: true } : {}) };
  return tableDataset(table, { report, about: { title: name || undefined, download: address.href } }, options);
}
