import type { RawColumn } from '../../model/columns.js';
import { grown } from '../../model/growing.js';
import type { Problems } from '../../model/problems.js';
import type { Cutter } from './cutter.js';

export interface Records {
  readonly columns: readonly Omit<RawColumn, 'name'>[];
  readonly rows: number;
  /** How many records there were, blank ones included. */
  readonly read: number;
  /** The numbers of the records that were left out, ascending from 1. */
  readonly left: readonly number[];
}

/**
 * All records below the header as columns of offsets; blank records are left out, ragged ones kept, both are reported.
 * Yields so that its caller may pause.
 */
export function* cutRecords(bytes: Uint8Array, cutter: Cutter, fields: number, problems: Problems): Generator<void, Records> {
  const starts = Array.from({ length: fields }, () => new Uint32Array(256));
  const ends = Array.from({ length: fields }, () => new Uint32Array(256));
  const left: number[] = [];
  let [rows, read] = [0, 0];
  while (!cutter.done) {
    if ((read & 2047) === 2047) yield;
    if (rows === starts[0]!.length) {
      for (let field = 0; field < fields; field += 1) {
        starts[field] = grown(starts[field]!, rows + 1);
        ends[field] = grown(ends[field]!, rows + 1);
      }
    }
    let field = 0;
    let filled = false;
    let extra = false;
    let last = false;
    for (; !last; field += 1) {
      last = cutter.next();
      const isFilled = cutter.end > cutter.start;
      if (isFilled) filled = true;
      if (field >= fields) extra ||= isFilled;
      else {
        starts[field]![rows] = cutter.start;
        ends[field]![rows] = cutter.end;
      }
    }
    read += 1;
    if (!filled) {
      problems.note('blank', read, true);
      left.push(read);
      continue;
    }
    if (extra || field < fields) problems.note('ragged', read);
    for (; field < fields; field += 1) starts[field]![rows] = ends[field]![rows] = 0;
    rows += 1;
  }
  const columns = starts.map((each, field) => ({ bytes, starts: each.subarray(0, rows), ends: ends[field]!.subarray(0, rows) }));
  return { columns, rows, read, left };
}
