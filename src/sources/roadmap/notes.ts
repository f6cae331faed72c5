import { Cells } from './cells.js';
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

  /** Two commitments under one id would be one to every link: the second gets a number. */
  freshId(id: string, cells: Cells): string {
    let fresh = id;
    for (let number = 2; this.#ids.has(fresh); number += 1) fresh = `${id}-${number}`;
    if (fresh !== id) cells.note(`The id “${id}” is used twice; the second is read as “${fresh}”.`);
    this.#ids.add(fresh);
    return fresh;
  }
}
