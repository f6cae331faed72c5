interface Movable extends ArrayBuffer {
  /** Missing in Node 20 and in browsers of before 2024. */
  transfer?: (length: number) => ArrayBuffer;
}

/**
 * The array itself, or one at least twice as long that takes its items over, when it is too short for `length` items:
 * the old one is not to be used any more. What is never written to costs no memory, however long the array is.
 */
export function grown<T extends Float64Array | Uint32Array | Uint8Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2, 64));
  longer.set(array);
  if (array.byteLength === array.buffer.byteLength) release(array);
  return longer;
}

/** Gives the memory of an array back at once, where the platform can: what is large should not wait to be found. */
export function release({ buffer }: Float64Array | Uint32Array | Uint8Array): void {
  if (buffer.byteLength > 65_536) (buffer as Movable).transfer?.(0);
}
