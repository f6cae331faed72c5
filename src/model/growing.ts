type Growing = Float64Array | Uint32Array | Uint8Array;

/**
 * The array itself, or a copy at least twice as long, when it is too short for `length` items. What is never written to
 * costs no memory, however long the array is.
 */
export function grown<T extends Growing>(array: T, length: number): T {
  return length <= array.length ? array : reserved(array, Math.max(length, array.length * 2, 64));
}

/** The array itself, or a copy with room for so many items and no more: for who knows beforehand how many will come. */
export function reserved<T extends Growing>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(length);
  longer.set(array);
  return longer;
}
