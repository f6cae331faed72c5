interface Movable extends ArrayBuffer {
  /** Missing in Node 20 and in browsers of before 2024. */
  transfer?: (length: number) => ArrayBuffer;
}

/**
 * The array itself, or one at least twice as long that takes its items over, when it is too short for `length` items:
 * the old one is not to be used any more, for where the platform can it is given back at once.
 */
export function grown<T extends Float64Array | Uint32Array | Uint8Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const constructor = array.constructor as new (from: number | ArrayBuffer) => T;
  const longer = Math.max(length, array.length * 2, 64);
  const buffer = array.buffer as Movable;
  if (buffer.transfer && buffer.byteLength === array.byteLength) return new constructor(buffer.transfer(longer * array.BYTES_PER_ELEMENT));
  const copy = new constructor(longer);
  copy.set(array);
  return copy;
}

/** Gives the memory of an array back at once, where the platform can: what is large should not wait to be found. */
export function release({ buffer }: Float64Array | Uint32Array | Uint8Array): void {
  (buffer as Movable).transfer?.(0);
}

/** The first `length` items, in no more memory than they need; the array itself is not to be used any more. */
export function fitted<T extends Float64Array | Uint32Array | Uint8Array>(array: T, length: number): T {
  if (array.length === length) return array;
  const constructor = array.constructor as new (from: ArrayBuffer) => T;
  const buffer = array.buffer as Movable;
  if (buffer.transfer && buffer.byteLength === array.byteLength) return new constructor(buffer.transfer(length * array.BYTES_PER_ELEMENT));
  return array.slice(0, length) as T;
}
