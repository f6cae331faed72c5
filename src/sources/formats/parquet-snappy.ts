/**
 * Undoes Snappy (https://github.com/google/snappy/blob/main/format_description.txt) into `length` bytes. Ours, because
 * hyparquet's copies as many bytes as a damaged file claims. Throws `RangeError` where that is damaged.
 */
export function decompressSnappy(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  let [from, to] = [0, 0];
  const number = (bytes: number): number => {
    let value = 0;
    for (let i = bytes - 1; i >= 0; i -= 1) value = value * 256 + (input[from + i] ?? 0);
    from += bytes;
    return value;
  };
  // How long it becomes is known already.
  while (input[from]! >= 0x80) from += 1;
  from += 1;
  while (from < input.length) {
    const tag = number(1);
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const count = (short < 60 ? short : number(short - 59)) + 1;
      if (from + count > input.length || to + count > length) throw new RangeError('There are fewer bytes than there should be.');
      output.set(input.subarray(from, from + count), to);
      from += count;
      to += count;
    } else {
      const count = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      const back = kind === 1 ? (tag >> 5) * 256 + number(1) : number(kind === 2 ? 2 : 4);
      if (back < 1 || back > to || to + count > length) throw new RangeError('What is to be repeated is not there.');
      // What is repeated may be part of what is being written.
      for (const end = to + count; to < end; to += 1) output[to] = output[to - back]!;
    }
  }
  if (to !== length) throw new RangeError('There are fewer bytes than there should be.');
  return output;
}
