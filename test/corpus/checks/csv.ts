import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

/** As our headers are cleaned: one line, no dBASE types, doubles numbered. */
function cleaned(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((each) => {
    const name = each.replace(/\s+/g, ' ').replace(/,[CNDLFM](,\d+)+$/, '').trim();
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return seen.get(name) === 1 ? name : `${name} (${seen.get(name)})`;
  });
}

const encodings: readonly (readonly [sign: RegExp, name: string])[] = [[/shift_jis/, 'shift_jis'], [/windows-1252/, 'windows-1252'], [/utf-16/, 'utf-16le']];

export const csv: Check = (entry, { dataset, error }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const wanted: Facts = entry.must_find;
  const { report } = dataset;
  const header = cleaned(wanted['header']);
  const names = dataset.columns.map(({ name }) => name);
  // A column without a name has a number with us, and none at all where nothing stands in it.
  complaints.equal('columns', names.filter((name) => !/^column \d+$/.test(name)), header.filter((name) => !/^( \(\d+\))?$/.test(name)));
  complaints.equal('rows', report.kept, wanted['data_rows']);
  complaints.equal('records', report.read, wanted['data_rows'] + wanted['blank_rows']);
  complaints.equal('ragged rows', report.problems.find(({ reason }) => reason === 'ragged')?.count ?? 0, wanted['ragged_rows']);
  complaints.equal('delimiter', report.delimiter, wanted['delimiter'] === 'tab' ? '\t' : wanted['delimiter']);
  complaints.equal('encoding', report.encoding, encodings.find(([sign]) => sign.test(wanted['encoding']))?.[1] ?? 'utf-8');
  for (const [name, facts] of Object.entries<Facts>(wanted['geometry_columns'] ?? {})) {
    const column = dataset.columns.find((each) => each.name === name.trim());
    if (facts['bbox']) {
      complaints.close('bounds', dataset.places?.bounds, facts['bbox']);
      complaints.equal('located', report.located, Object.values<number>(facts['types']).reduce((sum, count) => sum + count, 0));
    } else if (column?.type === 'number') {
      const present = column.values.filter((value) => !Number.isNaN(value));
      const [low, high] = [present.reduce((a, b) => Math.min(a, b), Infinity), present.reduce((a, b) => Math.max(a, b), -Infinity)];
      complaints.equal(`numbers in “${name}”`, [present.length, low, high], [facts['numeric'], facts['min'], facts['max']]);
    }
  }
  return complaints.all;
};
