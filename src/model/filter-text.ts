import type { Dataset } from './dataset.js';

const chunkRows = 16384;
const end = '\u0001';
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Text as it is compared: without case and accents, so that "ecole" finds "École" and "strasse" finds "Straße". */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\0-\x7f]/.test(lower)) return lower;
  return lower.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[ßæœøłđðþı]/g, (letter) => letters[letter]!);
}

/** The words of a search, as they are compared. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(folded(text).split(/\s+/).filter(Boolean))];
}

interface Chunk {
  readonly text: string;
  /** Where each row ends in the text. */
  readonly ends: Uint32Array;
}

/**
 * The text of a dataset, folded once, many rows in one string: looking for a word is then one pass of the browser's own
 * search. Chunks are folded when they are first needed.
 */
export class Haystack {
  readonly #dataset: Dataset;
  readonly #chunks: Chunk[] = [];

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** Folds the next chunk before anybody asks; false when nothing is left to do. */
  prepare(): boolean {
    const start = this.#chunks.length * chunkRows;
    if (start >= this.#dataset.length) return false;
    this.#chunks.push(chunk(this.#dataset, start, Math.min(start + chunkRows, this.#dataset.length)));
    return true;
  }

  /** Sets a bit for each row in which one of the words does not occur. */
  fail(words: readonly string[], failed: Uint32Array, bit: number): void {
    while (this.prepare());
    this.#chunks.forEach(({ text, ends }, index) => {
      const found = new Uint8Array(ends.length);
      words.forEach((word, nth) => mark(text, ends, word, found, nth));
      found.forEach((count, row) => {
        if (count < words.length) failed[index * chunkRows + row]! |= bit;
      });
    });
  }
}

function chunk(dataset: Dataset, from: number, to: number): Chunk {
  const columns = dataset.columns.filter(({ type }) => type === 'text' || type === 'category');
  let text = '';
  for (let row = from; row < to; row += 1) {
    for (const column of columns) {
      const value = column.value(row) as string | undefined;
      if (value) text += `${value.includes(end) ? value.replaceAll(end, ' ') : value}\n`;
    }
    text += end;
  }
  const plain = folded(text);
  const ends = new Uint32Array(to - from);
  for (let row = 0, at = 0; row < ends.length; row += 1) {
    at = plain.indexOf(end, at) + 1;
    ends[row] = at;
  }
  return { text: plain, ends };
}

/** Counts a word where all words before it were found too. */
function mark(text: string, ends: Uint32Array, word: string, found: Uint8Array, nth: number): void {
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, ends[row])) {
    while (ends[row]! <= at) row += 1;
    if (found[row] === nth) found[row] = nth + 1;
  }
}
