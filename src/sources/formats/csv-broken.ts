import type { RawColumn } from '../../model/columns.js';
import type { Column } from '../../model/dataset.js';

/** The rows that hold U+FFFD, which stands for bytes that were no text, in their order. */
export function brokenRows(columns: readonly (RawColumn | Column)[]): readonly number[] {
  const rows = new Set<number>();
  for (const column of columns) {
    if ('type' in column) continue;
    const { bytes, ends } = column;
    let row = 0;
    for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
      if (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) continue;
      while (ends[row]! <= at) row += 1;
      rows.add(row);
    }
  }
  return [...rows].sort((a, b) => a - b);
}
