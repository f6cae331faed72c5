const newline = 0x0a;
const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** A value of a feature: what it is, and where it stands. */
export interface Step<Key> {
  readonly what: 'property' | 'id' | 'coordinates' | 'foreign';
  readonly key: Key | undefined;
  readonly start: number;
  readonly end: number;
}

interface Gap<Key> {
  /** What stands before the value: four bytes at a time, and those that are left over. */
  readonly words: Int32Array;
  readonly rest: Uint8Array;
  readonly length: number;
  /** How many lines end in it, and where behind its beginning the last does. */
  readonly lines: number;
  readonly line: number;
  /** The value; none behind the last gap. */
  readonly step: Step<Key> | undefined;
}

/** All of a feature but its values. A program that writes features writes this the same way again and again. */
export type Layout<Key> = readonly Gap<Key>[];

/** What stands between the values of a feature that lies from `start` to `end`. */
export function layoutOf<Key>(bytes: Uint8Array, start: number, end: number, steps: readonly Step<Key>[]): Layout<Key> {
  const gaps: Gap<Key>[] = [];
  let from = start;
  const sorted = [...steps].sort((a, b) => a.start - b.start);
  for (const step of [...sorted, undefined]) {
    const between = bytes.slice(from, step ? step.start : end);
    const whole = between.length & ~3;
    gaps.push({ words: new Int32Array(between.buffer, 0, whole / 4), rest: between.subarray(whole), length: between.length, lines: between.filter((byte) => byte === newline).length, line: between.lastIndexOf(newline) + 1, step });
    from = step ? step.end : end;
  }
  return gaps;
}

/** Whether a gap stands at an offset of some bytes, which has room for it. */
export function stands<Key>({ words, rest, length }: Gap<Key>, view: DataView, at: number): boolean {
  for (let i = 0; i < words.length; i += 1) if (view.getInt32(at + 4 * i, isLittle) !== words[i]) return false;
  const whole = at + length - rest.length;
  for (let i = 0; i < rest.length; i += 1) if (view.getUint8(whole + i) !== rest[i]) return false;
  return true;
}
