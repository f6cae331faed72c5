import { breaksOff, parseJson } from './json-mistake.js';

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Takes the items of one list out of a stream of JSON, so that no more than a piece of it is ever held: a list of a
 * million features is read while it comes. What is around the list is kept, with the list left empty.
 */
export class ListReader {
  readonly #list: RegExp;
  readonly #address: URL;
  /** What has come and is not read yet. */
  #text = '';
  /** How far that has been looked through. */
  #at = 0;
  /** Where in it the items begin that are not given out yet, and the comma behind the last whole one. */
  #from = 0;
  #comma = -1;
  #depth = 0;
  #inList = false;
  #around = '';
  #items = 0;
  /** The lines before the text that is held, and the letters of the last of them. */
  #lines = 0;
  #letters = 0;

  /** `list` is the name of the member at the top that holds the list. */
  constructor(list: string, address: URL) {
    this.#list = new RegExp(`"${list}"\\s*:\\s*$`);
    this.#address = address;
  }

  /** The items that are whole with this piece. */
  push(piece: string): readonly unknown[] {
    this.#text += piece;
    const items: unknown[] = [];
    this.#scan(items);
    if (this.#inList && this.#comma >= 0) this.#give(items, this.#comma, 1);
    return items;
  }

  /** What is around the list, or all of it if there was no list. Throws `SourceError('unreadable')` where it breaks off. */
  end(): unknown {
    if (this.#depth > 0) {
      this.#advance(this.#text.length);
      throw breaksOff({ address: this.#address, lines: this.#lines, letters: this.#letters }, this.#items);
    }
    return this.#parse(this.#around + this.#text, this.#around === '' ? 0 : undefined);
  }

  #scan(items: unknown[]): void {
    const text = this.#text;
    const { length } = text;
    // Local variables, for this looks at every letter of the file.
    let at = this.#at;
    let depth = this.#depth;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        const end = closingQuote(text, at);
        if (end < 0) break;
        at = end;
      } else if (code === openBrace || code === openBracket) {
        depth += 1;
        if (code === openBracket && depth === 2 && this.#list.test(text.slice(Math.max(0, at - 60), at))) this.#enter(at);
      } else if (code === closeBrace || code === closeBracket) {
        if (depth === 2 && code === closeBracket && this.#inList) {
          this.#depth = depth;
          return this.#leave(items, at);
        }
        depth -= 1;
      } else if (code === comma && depth === 2 && this.#inList) this.#comma = at;
    }
    this.#at = at;
    this.#depth = depth;
  }

  #enter(at: number): void {
    this.#inList = true;
    this.#around += this.#text.slice(0, at + 1);
    this.#from = at + 1;
    this.#comma = -1;
  }

  #leave(items: unknown[], at: number): void {
    this.#at = at;
    if (this.#text.slice(this.#from, at).trim()) this.#give(items, at, 0);
    else this.#advance(at);
    this.#inList = false;
    this.#from = 0;
    this.#scan(items);
  }

  /** Gives out the items up to `end` and forgets their text. */
  #give(items: unknown[], end: number, skip: number): void {
    const length = end - this.#from;
    this.#advance(this.#from);
    const text = this.#text.slice(0, length);
    for (const item of this.#parse(`[${text}]`, 1) as unknown[]) items.push(item);
    this.#items += items.length;
    this.#advance(text.length + skip);
    this.#comma = -1;
  }

  /** Forgets text, but not how many lines it had: who looks for a mistake counts them. */
  #advance(length: number): void {
    const text = this.#text.slice(0, length);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines += 1;
    const last = text.lastIndexOf('\n');
    this.#letters = last < 0 ? this.#letters + text.length : text.length - last - 1;
    this.#text = this.#text.slice(length);
    this.#at -= length;
    this.#from = 0;
  }

  /** `ahead` is how many letters of `text` do not stand in the file; without it the place is not known. */
  #parse(text: string, ahead: number | undefined): unknown {
    return parseJson(text, { address: this.#address, lines: this.#lines, letters: this.#letters, ahead });
  }
}

/** Where a text ends that begins at `at`, or -1; a quote behind an odd number of backslashes is part of it. */
function closingQuote(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text.charCodeAt(end - 1) === backslash) {
    let slashes = 1;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) break;
    end = text.indexOf('"', end + 1);
  }
  return end;
}
