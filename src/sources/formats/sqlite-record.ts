/** The fields of a row, as SQLite's record format has them: https://www.sqlite.org/fileformat2.html#record_format. */
export interface Fields {
  count: number;
  /** What each field is: 0 nothing, 1 to 6 and 8, 9 whole numbers, 7 a number, above 11 bytes where even, text where odd. */
  readonly types: number[];
  /** Where each field begins. */
  readonly starts: number[];
}

export type SqliteValue = string | number | Uint8Array | undefined;

/** How many bytes the whole number at `at` takes: seven bits a byte, of the ninth all. */
export function varintLength(bytes: Uint8Array, at: number): number {
  let length = 1;
  while (length < 9 && bytes[at + length - 1]! >= 0x80) length += 1;
  return length;
}

/** The whole number at `at`, as exactly as a number can be. */
export function varint(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = 0; i < 9; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new RangeError('A number goes on beyond its page.');
    if (i === 8) return value * 256 + byte;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  return value;
}

/** Finds the fields of a row, into arrays that serve for all rows. Throws `RangeError` where they are longer than the row. */
export function readFields(row: Uint8Array, fields: Fields): void {
  const headerEnd = varint(row, 0);
  if (headerEnd > row.length) throw new RangeError('The head of a row is longer than the row.');
  let start = headerEnd;
  fields.count = 0;
  for (let at = varintLength(row, 0); at < headerEnd; at += varintLength(row, at)) {
    const type = varint(row, at);
    fields.types[fields.count] = type;
    fields.starts[fields.count] = start;
    fields.count += 1;
    start += sizeOf(type);
  }
  if (start > row.length) throw new RangeError('The fields of a row are longer than the row.');
}

/** Bytes of a field. */
export const sizeOf = (type: number): number => (type >= 12 ? Math.floor((type - 12) / 2) : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]!);

export const isBytes = (type: number | undefined): boolean => type !== undefined && type >= 12 && type % 2 === 0;

export const bytesAt = (row: Uint8Array, { types, starts }: Fields, index: number): Uint8Array => row.subarray(starts[index], starts[index]! + sizeOf(types[index]!));

/** A field as a value; whole numbers that are too long for a number are text. */
export function fieldValue(row: Uint8Array, fields: Fields, index: number, decoder: TextDecoder): SqliteValue {
  if (index >= fields.count) return undefined;
  const type = fields.types[index]!;
  const at = fields.starts[index]!;
  if (type === 0) return undefined;
  if (type >= 12) return type % 2 === 0 ? bytesAt(row, fields, index) : decoder.decode(bytesAt(row, fields, index));
  if (type > 7) return type - 8;
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
  if (type === 1) return view.getInt8(at);
  if (type === 2) return view.getInt16(at);
  if (type === 3) return view.getInt8(at) * 65_536 + view.getUint16(at + 1);
  if (type === 4) return view.getInt32(at);
  if (type === 5) return view.getInt16(at) * 4_294_967_296 + view.getUint32(at + 2);
  if (type === 7) return view.getFloat64(at);
  const long = view.getBigInt64(at);
  return Number.isSafeInteger(Number(long)) ? Number(long) : String(long);
}
