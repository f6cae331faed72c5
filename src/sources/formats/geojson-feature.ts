import type { ValueColumn } from '../../model/columns-values.js';
import type { FeatureTable } from './feature-table.js';
import { Coordinates, geometryTypes, type GeometryType } from './geojson-coordinates.js';
import { layoutOf, stands, type Layout, type Step } from './geojson-layout.js';
import { JsonCursor } from './json-cursor.js';

const [comma, colon, quote, openBracket, openBrace, closeBrace] = [0x2c, 0x3a, 0x22, 0x5b, 0x7b, 0x7d];
const [letterT, letterF, letterN] = [0x74, 0x66, 0x6e];
const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
const [typeKey, propertiesKey, geometryKey, idKey, coordinatesKey, feature] = ['type', 'properties', 'geometry', 'id', 'coordinates', 'Feature'].map((word) => encoder.encode(word)) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** The name of a property; those that are escaped in the file are left to `JSON.parse`. */
interface Key {
  readonly raw: Uint8Array;
  readonly name: string;
  /** Its column, once there is one. */
  column: ValueColumn | undefined;
  /** Whether a feature had it that was taken apart by `JSON.parse`, which decides the order of columns. */
  isKnown: boolean;
  /** The last feature that had it. */
  feature: number;
  /** The key that came behind it last time: most features have the same keys in the same order. */
  next: Key | undefined;
}

/** What a cell is: text between two offsets, a number, or a value that was taken apart. */
type CellKind = 'text' | 'number' | 'value';

/**
 * Reads features straight out of bytes into a table: no object is made of any. What is unusual within one is left to
 * `JSON.parse`, a value at a time or the whole feature, so that both ways give the same table.
 */
export class FeatureScanner {
  readonly cursor = new JsonCursor();
  readonly #table: FeatureTable;
  readonly #coordinates: Coordinates;
  readonly #keys = new Map<string, Key>();
  readonly #first: { next: Key | undefined } = { next: undefined };
  #feature = 0;
  /** The cells of the feature, written to their columns when all of it was read. */
  #cells = 0;
  readonly #cellKeys: Key[] = [];
  readonly #cellKinds: CellKind[] = [];
  readonly #cellStarts: number[] = [];
  readonly #cellEnds: number[] = [];
  readonly #cellValues: unknown[] = [];
  /** How the last features were written, and what the next are compared with. */
  #layout: Layout<Key> | undefined;
  #layoutType: GeometryType | undefined;
  #layouts = 0;
  #steps: Step<Key>[] = [];
  #type: GeometryType | undefined;
  #idKind: CellKind | undefined;
  #idStart = 0;
  #idEnd = 0;

  constructor(table: FeatureTable) {
    this.#table = table;
    this.#coordinates = new Coordinates(this.cursor, table.builder);
  }

  /** Reads the feature that begins at the cursor; `false` where it is cut off or is nothing that is read here. */
  read(): boolean {
    const { at } = this.cursor;
    if (this.#layout && this.#attempt(this.#again)) return true;
    this.cursor.at = at;
    if (!this.#attempt(this.#members)) return false;
    // Where each feature is written in its own way it is not worth to take note of each.
    if (this.#layouts * 8 < this.#feature + 64) {
      this.#layouts += 1;
      this.#layout = layoutOf(this.cursor.bytes, at, this.cursor.at, this.#steps);
      this.#layoutType = this.#type;
    }
    return true;
  }

  #attempt(way: () => boolean): boolean {
    this.#feature += 1;
    this.#cells = 0;
    this.#type = undefined;
    this.#idKind = undefined;
    const { lines, line } = this.cursor;
    if (way.call(this)) return true;
    this.cursor.lines = lines;
    this.cursor.line = line;
    this.#table.builder.dropRow();
    return false;
  }

  /** Reads a feature that is written as the last was. */
  #again(): boolean {
    const { cursor } = this;
    const { bytes, view, limit } = cursor;
    this.#type = this.#layoutType;
    for (const gap of this.#layout!) {
      const { at } = cursor;
      if (at + gap.length > limit || !stands(gap, view, at)) return false;
      cursor.at = at + gap.length;
      if (gap.lines > 0) {
        cursor.lines += gap.lines;
        cursor.line = at + gap.line;
      }
      const { step } = gap;
      if (!step) return true;
      if (cursor.at === limit) return false;
      const byte = bytes[cursor.at]!;
      if (!(step.what === 'property' ? this.#value(step.key!, byte) : step.what === 'coordinates' ? this.#coordinates.read(this.#type!) : step.what === 'id' ? this.#id(byte) : this.#foreign(byte))) return false;
    }
    return false;
  }

  /** Takes note of a value that ends here. */
  #step(what: Step<Key>['what'], key: Key | undefined, start: number): true {
    this.#steps.push({ what, key, start, end: this.cursor.at });
    return true;
  }

  /** Adds the feature that was read. */
  add(): void {
    this.#table.addRead(this.#addPlace, this.#addValues);
  }

  /** Takes note of a feature that `JSON.parse` took apart and that is in the table now: its properties have their columns. */
  learn(value: unknown): void {
    const properties = (value as { properties?: unknown } | null)?.properties;
    if (typeof properties !== 'object' || properties === null) return;
    // JavaScript has numbers before all other keys, wherever they stand.
    for (const [name, each] of Object.entries(properties)) if (each !== null && each !== '' && !/^\d+$/.test(name)) this.#key(name).isKnown = true;
  }

  readonly #addPlace = (): void => {
    const { builder } = this.#table;
    if (!this.#type) builder.nothing('no-place');
    else if (this.#type.depth === 0) builder.point(this.#coordinates.x, this.#coordinates.y);
    else builder.endRow(this.#type.kind);
  };

  readonly #addValues = (row: number): void => {
    const { bytes } = this.cursor;
    if (this.#idKind === 'text') this.#table.ids.setBytes(row, bytes, this.#idStart, this.#idEnd);
    else if (this.#idKind) this.#table.ids.setNumber(row, this.#idStart);
    for (let cell = 0; cell < this.#cells; cell += 1) {
      const key = this.#cellKeys[cell]!;
      const kind = this.#cellKinds[cell];
      if (kind === 'text') key.column!.setBytes(row, bytes, this.#cellStarts[cell]!, this.#cellEnds[cell]!);
      else if (kind === 'number') key.column!.setNumber(row, this.#cellStarts[cell]!);
      else this.#table.addValue(key.name, this.#cellValues[cell]);
    }
  };

  #members(): boolean {
    const { cursor } = this;
    this.#steps = [];
    if (!cursor.sign(openBrace)) return false;
    let [isFeature, hasProperties, hasGeometry] = [false, false, false];
    for (;;) {
      if (cursor.peek() !== quote || !cursor.text() || cursor.isEscaped) return false;
      const { start, end } = cursor;
      if (!cursor.sign(colon)) return false;
      const byte = cursor.peek();
      const value = cursor.at;
      if (this.#is(typeKey, start, end)) {
        if (isFeature || byte !== quote || !cursor.text() || !this.#is(feature, cursor.start, cursor.end)) return false;
        isFeature = true;
      } else if (this.#is(propertiesKey, start, end)) {
        if (hasProperties || !(byte === letterN ? cursor.word('null') : this.#properties())) return false;
        hasProperties = true;
      } else if (this.#is(geometryKey, start, end)) {
        if (hasGeometry || !(byte === letterN ? cursor.word('null') : this.#geometry())) return false;
        hasGeometry = true;
      } else if (this.#is(idKey, start, end)) {
        if (this.#idKind || !this.#id(byte) || !this.#step('id', undefined, value)) return false;
      } else if (!this.#foreign(byte) || !this.#step('foreign', undefined, value)) return false;
      const behind = cursor.peek();
      if (behind !== comma && behind !== closeBrace) return false;
      cursor.at += 1;
      if (behind === closeBrace) return isFeature;
    }
  }

  #id(byte: number): boolean {
    const { cursor } = this;
    if (byte === quote) {
      if (!cursor.text() || !this.#isPlain()) return false;
      this.#idKind = 'text';
      this.#idStart = cursor.start;
      this.#idEnd = cursor.end;
      return true;
    }
    if (!cursor.number()) return false;
    this.#idKind = 'number';
    this.#idStart = cursor.value;
    return true;
  }

  #properties(): boolean {
    const { cursor } = this;
    if (!cursor.sign(openBrace)) return false;
    if (cursor.peek() === closeBrace) {
      cursor.at += 1;
      return true;
    }
    let before: { next: Key | undefined } = this.#first;
    for (;;) {
      if (cursor.peek() !== quote || !cursor.text() || cursor.isEscaped) return false;
      const { next } = before;
      const key = next && this.#is(next.raw, cursor.start, cursor.end) ? next : this.#key(decoder.decode(cursor.bytes.subarray(cursor.start, cursor.end)));
      // Of two that are called alike the last counts.
      if (key.feature === this.#feature) return false;
      key.feature = this.#feature;
      before.next = key;
      before = key;
      if (!cursor.sign(colon)) return false;
      const byte = cursor.peek();
      const { at } = cursor;
      if (!this.#value(key, byte) || !this.#step('property', key, at)) return false;
      const behind = cursor.peek();
      if (behind !== comma && behind !== closeBrace) return false;
      cursor.at += 1;
      if (behind === closeBrace) return true;
    }
  }

  #value(key: Key, byte: number): boolean {
    const { cursor } = this;
    if (byte === letterN) return cursor.word('null');
    key.column ??= this.#table.column(key.name);
    // A column that is not there yet is made where the order of columns is known for certain.
    const isReady = key.column !== undefined;
    if (byte === quote) {
      if (!cursor.text()) return false;
      if (cursor.start === cursor.end) return true;
      if (isReady && this.#isPlain()) return this.#cell(key, 'text', cursor.start, cursor.end, undefined);
      return (isReady || key.isKnown) && this.#parsed(key, cursor.start - 1, cursor.end + 1);
    }
    if (byte === openBrace || byte === openBracket) return key.isKnown && cursor.nested() && this.#parsed(key, cursor.start, cursor.end);
    if (!isReady && !key.isKnown) return false;
    if (byte === letterT) return cursor.word('true') && this.#cell(key, 'value', 0, 0, true);
    if (byte === letterF) return cursor.word('false') && this.#cell(key, 'value', 0, 0, false);
    return cursor.number() && (isReady ? this.#cell(key, 'number', cursor.value, 0, undefined) : this.#cell(key, 'value', 0, 0, cursor.value));
  }

  #cell(key: Key, kind: CellKind, start: number, end: number, value: unknown): true {
    const cell = this.#cells;
    this.#cells += 1;
    this.#cellKeys[cell] = key;
    this.#cellKinds[cell] = kind;
    this.#cellStarts[cell] = start;
    this.#cellEnds[cell] = end;
    this.#cellValues[cell] = value;
    return true;
  }

  #parsed(key: Key, start: number, end: number): boolean {
    try {
      return this.#cell(key, 'value', 0, 0, JSON.parse(decoder.decode(this.cursor.bytes.subarray(start, end))));
    } catch {
      return false;
    }
  }

  #geometry(): boolean {
    const { cursor } = this;
    if (!cursor.sign(openBrace)) return false;
    let [isRead, coordinates] = [false, -1];
    for (;;) {
      if (cursor.peek() !== quote || !cursor.text()) return false;
      const { start, end } = cursor;
      if (!cursor.sign(colon)) return false;
      const byte = cursor.peek();
      if (this.#is(typeKey, start, end)) {
        if (this.#type || byte !== quote || !cursor.text()) return false;
        this.#type = geometryTypes.find(({ name }) => this.#is(name, cursor.start, cursor.end));
        if (!this.#type) return false;
      } else if (this.#is(coordinatesKey, start, end)) {
        if (isRead || coordinates >= 0) return false;
        if (this.#type) {
          isRead = true;
          const { at } = cursor;
          if (!this.#coordinates.read(this.#type) || !this.#step('coordinates', undefined, at)) return false;
        } else {
          coordinates = cursor.at;
          if (byte !== openBracket || !cursor.nested() || !this.#step('coordinates', undefined, coordinates)) return false;
        }
      } else return false;
      const behind = cursor.peek();
      if (behind !== comma && behind !== closeBrace) return false;
      cursor.at += 1;
      if (behind === closeBrace) return isRead || (coordinates >= 0 && this.#coordinatesAt(coordinates));
    }
  }

  /** Coordinates that stand before the type which says how to read them. */
  #coordinatesAt(start: number): boolean {
    const { cursor } = this;
    const { at, lines, line } = cursor;
    cursor.at = start;
    const isRead = this.#type !== undefined && this.#coordinates.read(this.#type);
    cursor.at = at;
    cursor.lines = lines;
    cursor.line = line;
    return isRead;
  }

  /** A member that GeoJSON does not have, or that is of no use here. */
  #foreign(byte: number): boolean {
    const { cursor } = this;
    if (byte === quote) return cursor.text() && !cursor.isEscaped;
    if (byte === letterN) return cursor.word('null');
    if (byte === letterT) return cursor.word('true');
    if (byte === letterF) return cursor.word('false');
    if (byte !== openBrace && byte !== openBracket) return cursor.number();
    if (!cursor.nested()) return false;
    try {
      JSON.parse(decoder.decode(cursor.bytes.subarray(cursor.start, cursor.end)));
      return true;
    } catch {
      return false;
    }
  }

  #is(word: Uint8Array, start: number, end: number): boolean {
    const { bytes } = this.cursor;
    const { length } = word;
    if (end - start !== length) return false;
    for (let i = 0; i < length; i += 1) if (bytes[start + i] !== word[i]) return false;
    return true;
  }

  /** Whether the text that was read last can be taken as it is: nothing escaped, and no blanks to be taken off. */
  #isPlain(): boolean {
    const { bytes, start, end, isEscaped } = this.cursor;
    if (isEscaped || start === end) return false;
    const [first, last] = [bytes[start]!, bytes[end - 1]!];
    if (first <= 0x20 || last <= 0x20) return false;
    if (first >= 0x80 && mayBeBlank(first, bytes[start + 1]!)) return false;
    return last < 0x80 || !(mayBeBlank(bytes[end - 2]!, last) || mayBeBlank(bytes[end - 3]!, bytes[end - 2]!));
  }

  #key(name: string): Key {
    let key = this.#keys.get(name);
    if (!key) this.#keys.set(name, (key = { raw: encoder.encode(name), name, column: undefined, isKnown: false, feature: 0, next: undefined }));
    return key;
  }
}

/** Whether two bytes may begin one of the blanks that Unicode has beyond ASCII. */
function mayBeBlank(first: number, second: number): boolean {
  if (first === 0xc2) return second === 0xa0 || second === 0x85;
  if (first === 0xe2) return second === 0x80 || second === 0x81;
  return (first === 0xe1 && second === 0x9a) || (first === 0xe3 && second === 0x80) || (first === 0xef && second === 0xbb);
}
