import { assembleLists } from 'hyparquet/src/assemble.js';
import { parquetHeader } from 'hyparquet/src/column.js';
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import type { codecsOf } from './parquet-codecs.js';
import { hybrid } from './parquet-levels.js';
import { decompressSnappy } from './parquet-snappy.js';

type Decoder = Parameters<typeof convert>[1];
type Values = ReturnType<typeof convert>;
type Header = ReturnType<typeof parquetHeader>;

/** The part of a column that lies in one group of rows. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly codec: Decoder['codec'];
  readonly path: Decoder['schemaPath'];
}

/** Some values one behind the other, of which the first is in the `start`th row of the group. */
export interface Page {
  readonly start: number;
  readonly values: ArrayLike<unknown>;
}

/** More values than this nobody puts into one page: a few bytes may claim billions. */
const mostValues = 20_000_000;
/** Bytes that hold the head of a page, as a rule. */
const headSize = 16_384;

const plain = (bytes: Uint8Array): unknown => bytes;
const decoder = new TextDecoder();
/** Geometry stays binary, and text of JSON text: what becomes of them is decided by whoever reads them. */
const parsers = { ...DEFAULT_PARSERS, geometryFromBytes: plain, geographyFromBytes: plain, jsonFromBytes: (bytes: Uint8Array | undefined): unknown => bytes && decoder.decode(bytes) };

/** The values of a column in the first `rows` rows of a group, page by page; lists come at once. Throws whatever hyparquet throws. */
export async function* pagesOf(chunk: Chunk, rows: number, read: (start: number, end: number) => Promise<Uint8Array>, compressors: Awaited<ReturnType<typeof codecsOf>>): AsyncGenerator<Page, void> {
  const { path, codec } = chunk;
  const { element } = path.at(-1)!;
  if (!element.type) throw new Error('a column has no type');
  const column: Decoder = { pathInSchema: [], type: element.type, element, schemaPath: path, codec, parsers, utf8: false };
  const isFlat = path.length === 2 && element.repetition_type !== 'REPEATED';
  const levels = { definition: getMaxDefinitionLevel(path), repetition: getMaxRepetitionLevel(path) };
  let dictionary: Values | undefined;
  let seen = 0;
  const nested: unknown[] = [];
  // Of lists nobody knows in which page a row is.
  const enough = isFlat ? rows : Infinity;
  for (let at = chunk.start; at + 1 < chunk.end && seen < enough; ) {
    const { header, length } = await headerAt(at, chunk.end, read);
    const body = at + length;
    at = body + header.compressed_page_size;
    if (header.compressed_page_size < 0 || at > chunk.end) throw new Error('a page is longer than its column');
    const bytes = await read(body, at);
    if (header.type === 'DICTIONARY_PAGE') {
      const unpacked = undone(bytes, header.uncompressed_page_size, codec, compressors);
      dictionary = converted(plainValues(unpacked, column, limited(header.dictionary_page_header?.num_values)), column);
    } else if (header.type === 'DATA_PAGE' || header.type === 'DATA_PAGE_V2') {
      const page = dataPage(bytes, header, column, levels, compressors);
      const values = page.encoding.endsWith('_DICTIONARY') ? lookedUp(page.values, dictionary) : converted(page.values, column);
      if (!isFlat) nest(nested, values, page, path);
      else yield { start: seen, values: page.definition ? spread(values, page.definition, levels.definition) : values };
      seen += page.count;
    }
  }
  if (!isFlat) yield { start: 0, values: nested };
}

/** What hyparquet knows no value for stays bytes. */
const converted = (values: Parameters<typeof convert>[0], column: Parameters<typeof convert>[1]): ReturnType<typeof convert> => (/^(INTERVAL|BSON)$/.test(column.element.converted_type ?? '') ? values : convert(values, column));

/** Adds values to the lists that they lie in; a list may go on from one page to the next. */
function nest(nested: unknown[], values: Values, { definition, repetition }: Data, path: Chunk['path']): void {
  const all = assembleLists(nested, definition && Array.from(definition), repetition ? Array.from(repetition) : [], values, path);
  // Where nothing can be missing or repeated, values stay what they are.
  if (all !== nested) for (const value of Array.from<unknown>(all)) nested.push(value);
}

async function headerAt(at: number, end: number, read: (start: number, end: number) => Promise<Uint8Array>): Promise<{ readonly header: Header; readonly length: number }> {
  // The least and the greatest text of a page may stand in its head.
  for (let size = headSize; ; size *= 64) {
    const bytes = await read(at, Math.min(end, at + size));
    const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
    try {
      return { header: parquetHeader(reader), length: reader.offset };
    } catch (error) {
      if (at + size >= end) throw error;
    }
  }
}

function limited(count: number | undefined): number {
  if (count === undefined || !(count >= 0 && count <= mostValues)) throw new Error(`a page claims ${count} values`);
  return count;
}

function undone(bytes: Uint8Array, size: number, codec: Decoder['codec'], compressors: Awaited<ReturnType<typeof codecsOf>>): Uint8Array {
  if (codec === 'UNCOMPRESSED') return bytes;
  // Nothing gets a thousand times smaller but what is meant to do harm, or is nearly nothing.
  if (!(size >= 0 && size <= Math.max(1_000_000, bytes.length * 5000))) throw new Error(`a page claims ${size} bytes`);
  const unpack = codec === 'SNAPPY' ? decompressSnappy : compressors[codec];
  if (!unpack) throw new Error(`the compression ${codec} is not known here`);
  const unpacked = unpack(bytes, size);
  if (unpacked.length !== size) throw new Error(`a page has ${unpacked.length} bytes instead of ${size}`);
  return unpacked;
}

interface Data {
  readonly count: number;
  readonly encoding: NonNullable<Header['data_page_header']>['encoding'];
  readonly values: Values;
  readonly definition: Uint32Array | undefined;
  readonly repetition: Uint32Array | undefined;
}

const widthOf = (most: number): number => 32 - Math.clz32(most);

function dataPage(bytes: Uint8Array, header: Header, column: Decoder, most: { readonly definition: number; readonly repetition: number }, compressors: Awaited<ReturnType<typeof codecsOf>>): Data {
  const { data_page_header: first, data_page_header_v2: second } = header;
  const said = first ?? second;
  if (!said) throw new Error('a page has no head');
  const count = limited(said.num_values);
  let rest = first ? undone(bytes, header.uncompressed_page_size, column.codec, compressors) : bytes;
  const levels = (greatest: number, length: number | undefined): Uint32Array | undefined => {
    if (greatest === 0) {
      rest = rest.subarray(length ?? 0);
      return undefined;
    }
    // In pages of the first kind the length stands before the levels.
    const size = length ?? new DataView(rest.buffer, rest.byteOffset, rest.byteLength).getUint32(0, true);
    const from = length === undefined ? 4 : 0;
    const found = hybrid(rest.subarray(from, from + size), widthOf(greatest), count);
    rest = rest.subarray(from + size);
    return found;
  };
  const repetition = levels(most.repetition, second?.repetition_levels_byte_length ?? (most.repetition === 0 ? 0 : undefined));
  const definition = levels(most.definition, second?.definition_levels_byte_length ?? (most.definition === 0 ? 0 : undefined));
  if (second?.is_compressed) rest = undone(rest, header.uncompressed_page_size - second.repetition_levels_byte_length - second.definition_levels_byte_length, column.codec, compressors);
  const filled = definition ? definition.reduce((sum, level) => sum + Number(level === most.definition), 0) : count;
  return { count, encoding: said.encoding, values: encodedValues(rest, column, said.encoding, filled), definition, repetition };
}

function encodedValues(bytes: Uint8Array, column: Decoder, encoding: Data['encoding'], count: number): Values {
  const { type, element } = column;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  switch (encoding) {
    case 'PLAIN':
      return plainValues(bytes, column, count);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return count === 0 ? [] : hybrid(bytes.subarray(1), bytes[0] ?? 0, count);
    case 'RLE':
      return Array.from(hybrid(bytes.subarray(4), 1, count), Boolean);
    case 'DELTA_BINARY_PACKED': {
      const values = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
      if (count > 0) deltaBinaryUnpack(reader, count, values);
      return values;
    }
    case 'DELTA_LENGTH_BYTE_ARRAY':
    case 'DELTA_BYTE_ARRAY': {
      const values: Uint8Array[] = [];
      if (count > 0) (encoding === 'DELTA_BYTE_ARRAY' ? deltaByteArray : deltaLengthByteArray)(reader, count, values);
      return values;
    }
    case 'BYTE_STREAM_SPLIT':
      if (count > bytes.length) throw new RangeError('There are fewer bytes than values.');
      return byteStreamSplit(reader, count, type, element.type_length);
    default:
      throw new Error(`the encoding ${encoding} is not known here`);
  }
}

function plainValues(bytes: Uint8Array, { type, element }: Decoder, count: number): Values {
  if (count > bytes.length * 8) throw new RangeError('There are fewer bytes than values.');
  return readPlain({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }, type, count, element.type_length);
}

function lookedUp(numbers: Values, dictionary: Values | undefined): unknown[] {
  if (!dictionary) throw new Error('a dictionary is missing');
  return Array.from(numbers, (number) => dictionary[Number(number)] as unknown);
}

/** Values in their rows; nothing where a row has none. */
function spread(values: Values, definition: Uint32Array, most: number): ArrayLike<unknown> {
  if (values.length === definition.length) return values;
  let next = 0;
  return Array.from(definition, (level) => (level === most ? values[next++] : undefined));
}
