import { SourceError } from '../source.js';

/** What a field of a message holds: numbers, text, a message of its own, or one of a few words. */
export type Field =
  | { readonly name: string; readonly is: 'float' | 'double' | 'unsigned' | 'signed' | 'text' | 'flag'; readonly many?: true }
  | { readonly name: string; readonly is: 'word'; readonly words: readonly (string | undefined)[]; readonly many?: true }
  | { readonly name: string; readonly is: 'message'; readonly of: Shape; readonly many?: true };

/** The fields of a message by their number, as its `.proto` has them; a shape may hold itself. */
export type Shape = ReadonlyMap<number, Field>;

/** A message; fields that it lacks are missing, those that no shape names are left out. */
export interface Message {
  [name: string]: unknown;
}

/** Deeper than any message that people define. */
const deepest = 100;

const decoder = new TextDecoder();

/** One field as it lies in the bytes. */
interface Raw {
  readonly number: number;
  /** 0 a varint, 1 eight bytes, 2 bytes of a length, 5 four bytes. */
  readonly wire: number;
  /** Where its value begins and ends, and what it is where it is a varint. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Reads messages of Protocol Buffers (protobuf.dev/programming-guides/encoding) out of bytes. Throws `SourceError('unreadable')` where they break off. */
export class ProtobufReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #address: URL;

  constructor(bytes: Uint8Array, address: URL) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#address = address;
  }

  /** The fields of a message one by one, so that a long list in it is never held as a whole. */
  *fields(start = 0, end = this.#bytes.length): Generator<Raw, void> {
    for (let at = start; at < end; ) {
      const key = this.#varint(at, end);
      const [number, wire] = [Math.floor(key.value / 8), key.value % 8];
      if (number === 0) throw this.#broken(at, 'no field has the number 0');
      const raw = this.#raw(number, wire, key.end, end);
      yield raw;
      at = raw.end;
    }
  }

  /** A message of a known shape. */
  message(shape: Shape, start: number, end: number, depth = 0): Message {
    if (depth > deepest) throw this.#broken(start, `more than ${deepest} messages lie within each other`);
    const message = Object.create(null) as Message;
    for (const raw of this.fields(start, end)) {
      const field = shape.get(raw.number);
      const value = field && this.#valueOf(field, raw, depth);
      if (!field || value === undefined) continue;
      if (field.many) ((message[field.name] ??= []) as unknown[]).push(value);
      else message[field.name] = value;
    }
    return message;
  }

  #raw(number: number, wire: number, start: number, limit: number): Raw {
    if (wire === 0) {
      const { value, end } = this.#varint(start, limit);
      return { number, wire, start, end, value };
    }
    if (wire === 2) {
      const { value: length, end: from } = this.#varint(start, limit);
      if (length > limit - from) throw this.#broken(start, `${length} bytes are announced, ${limit - from} are there`);
      return { number, wire, start: from, end: from + length, value: 0 };
    }
    const size = wire === 1 ? 8 : wire === 5 ? 4 : 0;
    if (size === 0) throw this.#broken(start, `there is no kind of field ${wire}`);
    if (size > limit - start) throw this.#broken(start, `${size} bytes are needed, ${limit - start} are there`);
    return { number, wire, start, end: start + size, value: 0 };
  }

  /** Whole numbers beyond 2^53 lose their last digits: times and counts are smaller. */
  #varint(start: number, limit: number): { readonly value: number; readonly end: number } {
    let value = 0;
    for (let at = start, factor = 1; at < limit && at < start + 10; at += 1, factor *= 128) {
      const byte = this.#bytes[at]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return { value, end: at + 1 };
    }
    throw this.#broken(start, 'a number is not ended');
  }

  #valueOf(field: Field, { wire, start, end, value }: Raw, depth: number): unknown {
    if (field.is === 'message') return wire === 2 ? this.message(field.of, start, end, depth + 1) : undefined;
    if (field.is === 'text') return wire === 2 ? decoder.decode(this.#bytes.subarray(start, end)) : undefined;
    if (field.is === 'float') return wire === 5 ? this.#view.getFloat32(start, true) : undefined;
    if (field.is === 'double') return wire === 1 ? this.#view.getFloat64(start, true) : undefined;
    if (wire !== 0) return undefined;
    if (field.is === 'word') return field.words[value] ?? String(value);
    if (field.is === 'flag') return value !== 0;
    // A negative number is written as if it were 2^64 more.
    return field.is === 'signed' && value >= 2 ** 63 ? this.#negative(start, end) : value;
  }

  #negative(start: number, end: number): number {
    let value = 0n;
    for (let at = start; at < end; at += 1) value |= BigInt(this.#bytes[at]! & 0x7f) << BigInt(7 * (at - start));
    return Number(BigInt.asIntN(64, value));
  }

  #broken(at: number, why: string): SourceError {
    return new SourceError('unreadable', `${this.#address.href} breaks off at byte ${at} of ${this.#bytes.length}: ${why}.`);
  }
}
