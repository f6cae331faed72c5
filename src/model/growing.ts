/** The array itself, or a copy at least twice as long, when it is too short for `length` items. */
export function grown<T extends Float64Array | Uint32Array | Uint8Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2, 64));
  longer.set(array);
  return longer;
}
