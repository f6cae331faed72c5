import { inBlocks, merged, type Ranges } from '../ranges.js';
import { SourceError } from '../source.js';
import { readFields, varint, varintLength, type Fields } from './sqlite-record.js';

/** A page of a table's tree: a leaf holds rows, a branch the pages below it. */
export interface TreePage {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly isLeaf: boolean;
  readonly cells: number;
  /** Where the list of its cells begins. */
  readonly start: number;
}

/** The pages that lie closer together than this come with one answer. */
const gap = 65_536;

/** The pages of a database, https://www.sqlite.org/fileformat2.html: what reading all rows and reading some of them share. */
export class SqlitePages {
  readonly size: number;
  readonly decoder: TextDecoder;
  readonly #usable: number;
  readonly #file: Ranges;
  readonly #ranges: Ranges;
  readonly #what: string;
  /** What branches was read already: it is asked again for each row that is looked up. */
  readonly #branches = new Map<number, TreePage>();
  /** What was brought together beforehand. */
  #ahead: readonly { readonly start: number; readonly bytes: Uint8Array }[] = [];

  /** `block` is how many bytes come along with a page that is asked for alone. Throws `SourceError('unreadable')`. */
  constructor(file: Ranges, head: Uint8Array, what: string, block: number) {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    this.#file = file;
    this.#what = what;
    this.#ranges = inBlocks(file, block);
    this.size = head.length < 100 ? 0 : view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
    if (this.size < 512 || (this.size & (this.size - 1)) !== 0) throw this.broken('its header says nothing of its pages');
    this.#usable = this.size - head[20]!;
    if (this.#usable < 480) throw this.broken('its pages have no room');
    this.decoder = new TextDecoder(['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][view.getUint32(56)] ?? 'utf-8');
  }

  broken(why: string, cause?: unknown): SourceError {
    return new SourceError('unreadable', `${this.#what} is a damaged database: ${why}. It may not have been transferred whole; a new copy can be made with “VACUUM INTO”.`, { cause });
  }

  /** Brings pages that will be asked for, with as few answers as they need, and with each `more` bytes for what follows it. */
  async bring(numbers: readonly number[], more: number): Promise<void> {
    const wanted = numbers.filter((number) => number > 0 && !this.#branches.has(number) && !this.#near(number)).map((number) => [(number - 1) * this.size, number * this.size + more] as const);
    const brought: { start: number; bytes: Uint8Array }[] = [];
    for (const [start, end] of merged(wanted, gap)) brought.push({ start, bytes: await this.#file.read(start, end) });
    if (brought.length > 0) this.#ahead = brought;
  }

  async page(number: number): Promise<Uint8Array> {
    const near = this.#near(number);
    const bytes = near ?? (number > 0 ? await this.#ranges.read((number - 1) * this.size, number * this.size) : undefined);
    if (bytes?.length !== this.size) throw this.broken(`page ${number} is not there`);
    return bytes;
  }

  /** A page that belongs to a table. */
  async tree(number: number): Promise<TreePage> {
    const known = this.#branches.get(number);
    if (known) return known;
    const bytes = await this.page(number);
    const head = number === 1 ? 100 : 0;
    const kind = bytes[head];
    if (kind !== 13 && kind !== 5) throw this.broken(`page ${number} is of no table`);
    const start = head + (kind === 13 ? 8 : 12);
    const cells = at16(bytes, head + 3);
    if (start + cells * 2 > this.#usable) throw this.broken(`page ${number} has more ${kind === 13 ? 'rows' : 'children'} than room`);
    const page = { number, bytes, isLeaf: kind === 13, cells, start };
    // A copy, so that what came along with it can go.
    if (!page.isLeaf) this.#branches.set(number, this.#file.isPartial ? { ...page, bytes: bytes.slice() } : page);
    return page;
  }

  /** The page below a branch that a cell leads to, whose rows have numbers up to `last`; that behind the last cell has no end. */
  child({ number, bytes, cells, start }: TreePage, cell: number): { readonly page: number; readonly last: number } {
    if (cell === cells) return { page: at32(bytes, start - 4), last: Infinity };
    const at = at16(bytes, start + cell * 2);
    if (at + 4 > this.#usable) throw this.broken(`page ${number} points beyond its end`);
    return { page: at32(bytes, at), last: varint(bytes, at + 4) };
  }

  rowId({ bytes, start }: TreePage, cell: number): number {
    const at = at16(bytes, start + cell * 2);
    return varint(bytes, at + varintLength(bytes, at));
  }

  /** The bytes of a row, whose fields are found on the way; at once where they lie on its page. `seen` holds the pages that no other row may use. */
  row({ bytes, start }: TreePage, cell: number, fields: Fields, seen: Set<number>): Uint8Array | Promise<Uint8Array> {
    const usable = this.#usable;
    const [most, least] = [usable - 35, Math.floor(((usable - 12) * 32) / 255) - 23];
    let at = at16(bytes, start + cell * 2);
    const length = varint(bytes, at);
    at += varintLength(bytes, at);
    at += varintLength(bytes, at);
    const fit = least + ((length - least) % (usable - 4));
    const local = length <= most ? length : fit <= most ? fit : least;
    if (at + local + (local < length ? 4 : 0) > usable) throw new RangeError('A row ends beyond its page.');
    if (local < length) return this.#whole(bytes, at, length, local, fields, seen);
    const row = bytes.subarray(at, at + length);
    readFields(row, fields);
    return row;
  }

  /** The bytes of a row that did not fit on its page. */
  async #whole(bytes: Uint8Array, at: number, length: number, local: number, fields: Fields, seen: Set<number>): Promise<Uint8Array> {
    if (length > this.#file.size) throw this.broken('a row is longer than the file');
    const row = new Uint8Array(length);
    row.set(bytes.subarray(at, at + local));
    let next = at32(bytes, at + local);
    const room = this.#usable - 4;
    for (let filled = local; filled < length; filled += room) {
      if (seen.has(next)) throw this.broken(`page ${next} is used twice`);
      seen.add(next);
      const more = await this.page(next);
      row.set(more.subarray(4, 4 + Math.min(room, length - filled)), filled);
      next = at32(more, 0);
    }
    readFields(row, fields);
    return row;
  }

  #near(number: number): Uint8Array | undefined {
    const [from, to] = [(number - 1) * this.size, number * this.size];
    const found = this.#ahead.find(({ start, bytes }) => start <= from && to <= start + bytes.length);
    return found?.bytes.subarray(from - found.start, to - found.start);
  }
}

const at16 = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;
const at32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
