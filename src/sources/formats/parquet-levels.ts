import { bitsAt } from './parquet-zstd-entropy.js';

/**
 * `count` whole numbers of `width` bits each, in Parquet's hybrid of runs and packed bits
 * (https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE). Ours, because hyparquet believes a run of two
 * billion, and the page stands still. Throws `RangeError` where the bytes end too early.
 */
export function hybrid(bytes: Uint8Array, width: number, count: number): Uint32Array {
  const values = new Uint32Array(count);
  if (width > 32) throw new RangeError('A number is wider than it can be.');
  if (width === 0) return values;
  let at = 0;
  for (let filled = 0; filled < count; ) {
    const head = varint();
    if (head & 1) {
      // Some programs leave out the bytes that only fill the last group.
      if (at >= bytes.length) throw new RangeError('There are fewer numbers than there should be.');
      const end = Math.min(count, filled + (head >>> 1) * 8);
      for (let bit = at * 8; filled < end; filled += 1, bit += width) values[filled] = width === 32 ? bitsAt(bytes, bit, 16) + bitsAt(bytes, bit + 16, 16) * 65_536 : bitsAt(bytes, bit, width);
      at += (head >>> 1) * width;
    } else {
      let value = 0;
      const size = Math.ceil(width / 8);
      for (let i = size - 1; i >= 0; i -= 1) value = value * 256 + (bytes[at + i] ?? 0);
      at += size;
      const end = Math.min(count, filled + (head >>> 1));
      values.fill(value, filled, end);
      filled = end;
    }
  }
  return values;

  function varint(): number {
    let value = 0;
    for (let i = 0; i < 5; i += 1) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError('There are fewer numbers than there should be.');
      at += 1;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) break;
    }
    return value % 2 ** 32;
  }
}
