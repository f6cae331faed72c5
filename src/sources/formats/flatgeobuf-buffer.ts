/** Deeper or wider than its bytes nothing can be: what a file claims is checked against what is there. */
export interface Vector {
  /** Where the first item is. */
  readonly start: number;
  readonly length: number;
}

/** Where the root table of a FlatBuffer is. Throws `RangeError` where its bytes end, as all functions here. */
export const rootOf = (view: DataView, at = 0): number => at + view.getUint32(at, true);

/** Where a table has a field, by the order of its schema; 0 where it has none. */
export function fieldAt(view: DataView, table: number, slot: number): number {
  const fields = table - view.getInt32(table, true);
  const entry = 4 + slot * 2;
  if (entry + 2 > view.getUint16(fields, true)) return 0;
  const offset = view.getUint16(fields + entry, true);
  return offset === 0 ? 0 : table + offset;
}

/** A table, a text or a list that a field points at. */
export const followed = (view: DataView, at: number): number => at + view.getUint32(at, true);

/** A list of which each item takes `size` bytes. */
export function vectorAt(view: DataView, at: number, size: number): Vector {
  if (at === 0) return { start: 0, length: 0 };
  const start = followed(view, at);
  const length = view.getUint32(start, true);
  if (start + 4 + length * size > view.byteLength) throw new RangeError('A list is longer than its file.');
  return { start: start + 4, length };
}

const decoder = new TextDecoder();

/** A text; `undefined` where there is none. */
export function textAt(view: DataView, at: number): string | undefined {
  const { start, length } = vectorAt(view, at, 1);
  return length === 0 ? undefined : decoder.decode(new Uint8Array(view.buffer, view.byteOffset + start, length));
}
