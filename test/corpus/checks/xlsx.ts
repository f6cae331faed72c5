import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import type { Dataset } from '../../../src/model/dataset.js';

/** One line, as our headers are. */
const line = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** How many of a row's cells, of which the facts hold the beginnings, are names of our columns. */
function named(dataset: Dataset, row: readonly (string | null)[]): number {
  const names = dataset.columns.map(({ name }) => name);
  return row.filter((cell) => cell && names.some((name) => name.startsWith(line(cell)))).length;
}

export const xlsx: Check = async (entry, { dataset, error, open }) => {
  const sheets: readonly Facts[] = entry.must_find['sheets'] ?? [];
  if (!dataset) return sheets.every((sheet) => sheet['non_empty_rows'] === 0) && error ? { refused: error.message } : [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  complaints.equal('format', dataset.report.format, 'xlsx');
  const choices = (dataset.report.choices ?? []).map(({ name }) => name);
  const taken = sheets.filter(({ name }) => !choices.includes(line(name)));
  complaints.equal('sheets', [choices.length + 1, taken.length], [sheets.length, 1]);
  for (const sheet of sheets) {
    const read = sheet === taken[0] ? dataset : await open({ layer: sheet['name'] });
    complaints.whole(read);
    const [first, second]: (string | null)[][] = [sheet['first_row'] ?? [], sheet['second_row'] ?? []];
    const filled = (row: readonly (string | null)[]): number => row.filter(Boolean).length;
    // The header is the first row, or a row below titles; what is above it and itself are no records.
    const isFirst = filled(first!) > 1 && named(read, first!) === filled(first!);
    const isSecond = !isFirst && filled(second!) > 1 && named(read, second!) === filled(second!);
    if (isFirst || isSecond) complaints.equal(`rows of “${sheet['name']}”`, read.length, sheet['non_empty_rows'] - (isFirst ? 1 : 2));
    else complaints.that(`rows of “${sheet['name']}”: found ${read.length} of ${sheet['non_empty_rows']}`, read.length <= sheet['non_empty_rows'] && (sheet['merged_cells'] > 0 || sheet['non_empty_rows'] - read.length <= 30));
    if (sheet === taken[0]) complaints.that(`“${sheet['name']}” has no named columns`, read.columns.length > 0);
  }
  return complaints.all;
};
