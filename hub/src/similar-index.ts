import type { Idea } from '../../src/model/idea.js';
import { words } from './fold.js';
import { marks } from './marks.js';

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
  /** The marks of each word that was met: taking it apart once is enough. */
  readonly #words = new Map<string, readonly number[]>();
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

  put({ id, title, text }: Pick<Idea, 'id' | 'title' | 'text'>): void {
    this.remove(id);
    const place = this.#entries.length;
    const titleMarks = this.#numbers(title);
    for (const mark of titleMarks) this.#titleHolders[mark]!.push(place);
    for (const mark of new Set([...titleMarks, ...this.#numbers(text)])) this.#holders[mark]!.push(place);
    this.#entries.push({ id, title: [...titleMarks], isGone: false });
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
    const asked = [...new Set(words(text).flatMap(marks))].map((mark) => this.#marks.get(mark));
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

  /** The marks of a text, new ones with a new number. */
  #numbers(text: string): Set<number> {
    const numbers = new Set<number>();
    for (const word of words(text)) {
      let ofWord = this.#words.get(word);
      if (!ofWord) this.#words.set(word, (ofWord = marks(word).map((mark) => this.#number(mark))));
      for (const number of ofWord) numbers.add(number);
    }
    return numbers;
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
