import type { Random } from './random.js';

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const encoder = new TextEncoder();

/** What would do harm where text becomes a key, a page, a number or a call. */
const hostile = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '<script>globalThis.harmed = 1</script>', '"><img src=x onerror="globalThis.harmed=1">', 'javascript:globalThis.harmed=1', '${globalThis.harmed=1}',
  '=cmd|\'/c calc\'!A0', '\u0000', '\uffff', '\u202e', '1e999', '-1e999', 'NaN', '-0', '99999999999999999999', '0x7fffffff', '2147483648', '{}', '[]', 'null', '""', '\\', '"', '<', '&', '&#x110000;', ']]>', '<!--', '%00', '../../../../etc/passwd', 'file:///etc/passwd',
];
const deep = ['[', '{"a":', '<a>', '((', '{"__proto__":{"harmed":1},"a":'];
const sizes = [0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0, 1, 0xffff, 0x00ff_ffff];

const spliced = (bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array => {
  const all = new Uint8Array(from + put.length + bytes.length - to);
  all.set(bytes.subarray(0, from));
  all.set(put, from);
  all.set(bytes.subarray(to), from + put.length);
  return all;
};

const truncate: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length + 1));
const flip: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let i = 1 + random.below(8); i > 0 && copy.length > 0; i -= 1) copy[random.below(copy.length)] = random.below(256);
  return copy;
};
/** The beginning is where headers and lengths are. */
const flipHead: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let i = 1 + random.below(4); i > 0 && copy.length > 0; i -= 1) copy[random.below(Math.min(copy.length, 200))] = random.below(256);
  return copy;
};
const size: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  if (copy.length < 4) return copy;
  new DataView(copy.buffer).setUint32(random.below(copy.length - 3), random.of(sizes), random.next() < 0.5);
  return copy;
};
const cut: Mutation = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  return spliced(bytes, from, Math.min(bytes.length, from + random.below(400)), new Uint8Array());
};
const repeat: Mutation = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  return spliced(bytes, from, from, bytes.subarray(from, from + random.below(2000)));
};
const insert: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  return spliced(bytes, at, at, encoder.encode(random.of(hostile)));
};
/** Puts something hostile where a word or a number stands. */
const replace: Mutation = (bytes, random) => {
  const text = new TextDecoder('latin1').decode(bytes);
  const words = [...text.slice(0, 20_000).matchAll(/[\w.-]{1,40}/g)];
  if (words.length === 0) return bytes;
  const word = random.of(words);
  return spliced(bytes, word.index, word.index + word[0].length, encoder.encode(random.of(hostile)));
};
const nest: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  return spliced(bytes, at, at, encoder.encode(random.of(deep).repeat(1 + random.below(20_000))));
};
const swapEnds: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  return spliced(bytes.subarray(at), bytes.length - at, bytes.length - at, bytes.subarray(0, at));
};

const mutations: readonly Mutation[] = [truncate, truncate, flip, flip, flipHead, flipHead, size, size, cut, repeat, insert, replace, replace, replace, nest, swapEnds];

/** The same bytes with one to four things wrong with them. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let i = 1 + random.below(4); i > 0; i -= 1) result = random.of(mutations)(result, random);
  return result;
}
