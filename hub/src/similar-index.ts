import { words } from './fold.js';

export interface IndexedIdea {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface Entry {
  readonly id: string;
  /** Marks of the title, as numbers. */
  readonly title: readonly number[];
  isGone: boolean;
}

/** As many are compared in full, the others only by what they share with the question. */
const candidates = 200;

/**
 * What ideas say, taken apart into marks (words, and within words every three letters, so that a typing mistake, an
 * ending or a word that is half typed still fits), with the ideas that each mark is in. A mark weighs the more the
 * fewer ideas have it, which in every language leaves little of words such as “the”.
 */
export class SimilarIndex {
  readonly #marks = new Map<string, number>();
  readonly #holders: number[][] = [];
  readonly #titleHolders: number[][] = [];
  #entries: Entry[] = [];
  readonly #places = new Map<string, number>();

  get size(): number {
    return this.#places.size;
  }

  /** Entries that were taken out and still lie in the lists: the more there are, the more a new index is worth. */
  get gone(): number {
    return this.#entries.length - this.#places.size;
  }

  put({ id, title, text }: IndexedIdea): void {
    this.remove(id);
    const place = this.#entries.length;
    const titleMarks = [...new Set(marks(title))].map((mark) => this.#number(mark));
    for (const mark of titleMarks) this.#titleHolders[mark]!.push(place);
    for (const mark of new Set([...titleMarks, ...marks(text).map((each) => this.#number(each))])) this.#holders[mark]!.push(place);
    this.#entries.push({ id, title: titleMarks, isGone: false });
    this.#places.set(id, place);
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#entries[place]!.isGone = true;
    this.#places.delete(id);
  }

  /** How much ideas are like a text, from 0 to 1, those most like it first. */
  find(text: string): { id: string; likeness: number }[] {
    const asked = [...new Set(marks(text))].map((mark) => this.#marks.get(mark));
    const known = asked.filter((mark) => mark !== undefined);
    const whole = known.reduce((sum, mark) => sum + this.#weight(mark), 0) + (asked.length - known.length) * this.#weight(undefined);
    if (whole === 0) return [];
    const shared = this.#shared(known, this.#holders);
    const sharedByTitle = this.#shared(known, this.#titleHolders);
    const rough = this.#entries.map((entry, place) => ({ entry, inAll: shared[place]! / whole, inTitle: sharedByTitle[place]! }))
      .filter(({ entry, inAll }) => !entry.isGone && inAll > 0.1)
      .sort((a, b) => b.inAll + b.inTitle / whole - a.inAll - a.inTitle / whole)
      .slice(0, candidates);
    return rough.map(({ entry, inAll, inTitle }) => {
      const title = entry.title.reduce((sum, mark) => sum + this.#weight(mark), 0);
      // Both ways for the title, for two titles of one meaning are about as long; one way for the text, which says more than a question.
      const likeness = 0.5 * ((2 * inTitle) / (whole + title)) + 0.5 * inAll;
      return { id: entry.id, likeness: Math.round(likeness * 1000) / 1000 };
    }).sort((a, b) => b.likeness - a.likeness);
  }

  #shared(asked: readonly number[], holders: readonly number[][]): Float64Array {
    const sums = new Float64Array(this.#entries.length);
    for (const mark of asked) {
      const weight = this.#weight(mark);
      for (const place of holders[mark]!) sums[place]! += weight;
    }
    return sums;
  }

  #weight(mark: number | undefined): number {
    const holders = mark === undefined ? 0 : this.#holders[mark]!.length;
    return Math.log(1 + (this.#entries.length + 1) / (holders + 1));
  }

  #number(mark: string): number {
    const known = this.#marks.get(mark);
    if (known !== undefined) return known;
    const number = this.#holders.length;
    this.#marks.set(mark, number);
    this.#holders.push([]);
    this.#titleHolders.push([]);
    return number;
  }
}

// Scripts that put no blank between words, in which two neighbouring letters are about what three are elsewhere.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function marks(text: string): string[] {
  return words(text).flatMap((word) => {
    const letters = [...word];
    if (unspaced.test(word)) return [`=${word}`, ...neighbours(letters, 2)];
    // The shortest words, such as “at”, “de” and “و”, say least, so they weigh as one mark.
    return letters.length < 3 ? [`=${word}`] : [`=${word}`, ...neighbours([' ', ...letters, ' '], 3)];
  });
}

function neighbours(letters: readonly string[], length: number): string[] {
  return Array.from({ length: Math.max(1, letters.length - length + 1) }, (_, start) => letters.slice(start, start + length).join(''));
}
