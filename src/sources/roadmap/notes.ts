import type { Commitment, Plan } from '../../model/commitment.js';
import { Cells, isRecord, type Json } from './cells.js';
import type { Words } from './words.js';

/** What is kept in mind while a source is read: its words, its problems, and the ids that are taken. */
export class Notes {
  readonly problems: { readonly row: number; readonly reason: string }[] = [];
  readonly #words: Words;
  readonly #ids = new Set<string>();

  constructor(words: Words) {
    this.#words = words;
  }

  /** Reads the values of a record, counted from 1; the plan as a whole is 0. */
  cells(row: number): Cells {
    return new Cells(this.#words, (reason) => void this.problems.push({ row, reason }));
  }

  /** What is said of a plan as a whole. */
  about(plan: Json): Omit<Plan, 'commitments' | 'problems'> {
    const cells = this.cells(0);
    return {
      title: cells.text(plan['title']),
      description: cells.text(plan['description']),
      publisher: cells.name(plan['publisher']),
      source: cells.link(plan['source']),
      licence: cells.link(plan['licence'] ?? plan['license']),
      updated: cells.date(plan['updated'], 'The plan’s date'),
    };
  }

  /** Reads each record of a list; what is none is noted. */
  commitments(records: readonly unknown[], read: (record: Json, cells: Cells) => Commitment | undefined): readonly Commitment[] {
    return records.flatMap((record, i) => {
      const cells = this.cells(i + 1);
      return (isRecord(record) ? read(record, cells) : cells.note('This is no commitment but something else in the list.')) ?? [];
    });
  }

  /** Two commitments under one id would be one to every link: the second gets a number. */
  freshId(id: string, cells: Cells): string {
    let fresh = id;
    for (let number = 2; this.#ids.has(fresh); number += 1) fresh = `${id}-${number}`;
    if (fresh !== id) cells.note(`The id “${id}” is used twice; the second is read as “${fresh}”.`);
    this.#ids.add(fresh);
    return fresh;
  }
}
