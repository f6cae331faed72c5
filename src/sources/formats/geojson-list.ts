import type { FeatureTable } from './feature-table.js';
import { FeatureScanner } from './geojson-feature.js';
import { breaksOff, parseJson } from './json-mistake.js';
import { asciiLength } from './utf8-stream.js';

const [newline, quote, backslash, comma, openBracket, closeBracket, openBrace, closeBrace] = [0x0a, 0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** What stands before the list that is read; a program that writes more blanks than this writes for nobody. */
const listKey = /"features"\s{0,60}:\s{0,60}$/;
const keyLength = 140;

/**
 * Takes the features out of the bytes of a collection while they come. What is around their list is kept, with the list
 * left empty.
 */
export class FeatureList {
  readonly #scanner: FeatureScanner;
  readonly #table: FeatureTable;
  readonly #address: URL;
  readonly #around: Uint8Array[] = [];
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  /** `within` a list a feature is next, or a comma is due `between` two; else what is around it is read. */
  #state: 'around' | 'within' | 'between' = 'around';
  #hadList = false;
  #items = 0;
  /** How many letters the line had that is being read before the bytes that are held. */
  #letters = 0;

  constructor(table: FeatureTable, address: URL) {
    this.#table = table;
    this.#scanner = new FeatureScanner(table);
    this.#address = address;
  }

  /** Reads what is whole of the bytes; how many of them are done with. */
  take(bytes: Uint8Array): number {
    const { cursor } = this.#scanner;
    cursor.open(bytes);
    let isWaiting = false;
    while (!isWaiting && cursor.at < cursor.limit) isWaiting = this.#state === 'around' ? this.#lookAround() : this.#state === 'within' ? this.#readFeature() : this.#readBetween();
    this.#letters = cursor.line < 0 ? this.#letters + lettersOf(bytes, 0, cursor.at) : lettersOf(bytes, cursor.line, cursor.at);
    return cursor.at;
  }

  /** What is around the list, or all of it if there was no list; `rest` is what was not taken. Throws `SourceError('unreadable')` where it breaks off. */
  end(rest: Uint8Array): unknown {
    const { cursor } = this.#scanner;
    if (this.#depth > 0) {
      const last = rest.lastIndexOf(newline);
      const lines = cursor.lines + linesOf(rest, 0, rest.length);
      throw breaksOff({ address: this.#address, lines, letters: last < 0 ? this.#letters + lettersOf(rest, 0, rest.length) : lettersOf(rest, last + 1, rest.length) }, this.#items);
    }
    const text = this.#around.map((each) => decoder.decode(each)).join('');
    return parseJson(text, this.#hadList ? { address: this.#address, lines: cursor.lines, letters: 0 } : { address: this.#address, lines: 0, letters: 0, ahead: 0 });
  }

  /** Keeps what is no list of features. */
  #lookAround(): false {
    const { cursor } = this.#scanner;
    const { bytes, limit, at: from } = cursor;
    let { at } = cursor;
    for (; at < limit; at += 1) {
      const byte = bytes[at]!;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isText) {
        if (byte === backslash) this.#isEscaped = true;
        else if (byte === quote) this.#isText = false;
      } else if (byte === quote) this.#isText = true;
      else if (byte === newline) {
        cursor.lines += 1;
        cursor.line = at + 1;
      } else if (byte === closeBrace || byte === closeBracket) this.#depth -= 1;
      else if (byte === openBrace || byte === openBracket) {
        this.#depth += 1;
        if (byte === openBracket && this.#depth === 2 && this.#isList(bytes, from, at)) {
          this.#keep(bytes, from, at + 1);
          cursor.at = at + 1;
          this.#state = 'within';
          this.#hadList = true;
          return false;
        }
      }
    }
    this.#keep(bytes, from, limit);
    cursor.at = limit;
    return false;
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    this.#around.push(bytes.slice(from, to));
  }

  /** Whether the bracket at `at` opens the list of features. */
  #isList(bytes: Uint8Array, from: number, at: number): boolean {
    let before = decoder.decode(bytes.subarray(Math.max(from, at - keyLength), at));
    for (let i = this.#around.length - 1; i >= 0 && before.length < keyLength; i -= 1) before = decoder.decode(this.#around[i]!.subarray(-keyLength)) + before;
    return listKey.test(before);
  }

  /** Reads the next feature, or the end of the list; whether it waits for more. */
  #readFeature(): boolean {
    const { cursor } = this.#scanner;
    const byte = cursor.peek();
    if (byte < 0) return true;
    if (byte === closeBracket) {
      this.#state = 'around';
      return false;
    }
    const { at } = cursor;
    if (this.#scanner.read()) {
      this.#scanner.add();
      this.#items += 1;
    } else {
      const isCutOff = cursor.isCutOff;
      cursor.at = at;
      const end = isCutOff ? -1 : cursor.endOfItem(false);
      if (end < 0) return true;
      this.#parse(decoder.decode(cursor.bytes.subarray(at, end)) || ',', at);
      cursor.lines += linesOf(cursor.bytes, at, end);
      const last = cursor.bytes.subarray(0, end).lastIndexOf(newline);
      if (last >= at) cursor.line = last + 1;
      cursor.at = end;
    }
    this.#state = 'between';
    return false;
  }

  #readBetween(): boolean {
    const { cursor } = this.#scanner;
    const byte = cursor.peek();
    if (byte < 0) return true;
    if (byte === comma) cursor.at += 1;
    else if (byte !== closeBracket) this.#parse(`0 ${decoder.decode(cursor.bytes.subarray(cursor.at, cursor.at + 1000))}`, cursor.at, 3);
    this.#state = 'within';
    return false;
  }

  /** Takes an item apart that begins at `at`, but for the letters that stand `ahead` of it. */
  #parse(text: string, at: number, ahead = 1): void {
    const { cursor } = this.#scanner;
    const letters = cursor.line < 0 ? this.#letters + lettersOf(cursor.bytes, 0, at) : lettersOf(cursor.bytes, cursor.line, at);
    for (const item of parseJson(`[${text}]`, { address: this.#address, lines: cursor.lines, letters, ahead }) as unknown[]) {
      this.#table.add(item);
      this.#scanner.learn(item);
      this.#items += 1;
    }
  }
}

function linesOf(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline, from); at >= 0 && at < to; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** How many letters some bytes are, as JavaScript counts them. */
function lettersOf(bytes: Uint8Array, from: number, to: number): number {
  const part = bytes.subarray(from, to);
  return asciiLength(part) === part.length ? part.length : decoder.decode(part).length;
}
