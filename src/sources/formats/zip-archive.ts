import { SourceError } from '../source.js';
import { Checksum } from './zip-checksum.js';
import { memberName } from './zip-names.js';

/** A file in an archive. */
export interface Member {
  /** Its path within, with `/` between folders. */
  readonly name: string;
  /** How many bytes it has unpacked, as the archive says. */
  readonly size: number;
  /** Its bytes, unpacked as they are read. The stream fails with `SourceError` where they are broken. */
  open(): ReadableStream<Uint8Array>;
}

/** More than a page can hold. */
const most = 2 ** 31;
/** What is packed this much is made to fill up memory, once it is large. */
const suspicious = { bytes: 2 ** 28, ratio: 400 };
const [endSign, directorySign, localSign] = [0x06054b50, 0x02014b50, 0x04034b50];
/** What systems add for themselves. */
const litter = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** The files of a zip archive, without folders. Throws `SourceError('unreadable')` for what is broken or cut off. */
export function zipMembers(bytes: Uint8Array, address: URL): readonly Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (what: string): SourceError => new SourceError('unreadable', `The zip archive ${address.href} is broken: ${what}. Put it there again, whole.`);
  const end = endOf(view);
  if (end === undefined) throw broken('its list of files is missing, as if it had not been copied to its end');
  const { start, size, count, shift } = end;
  const members: Member[] = [];
  for (let at = start, i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || at + 46 > start + size || view.getUint32(at, true) !== directorySign) throw broken(`its list of files ends after ${i} of ${count}`);
    const [nameLength, extraLength, noteLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const flags = view.getUint16(at + 8, true);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const name = memberName(bytes.subarray(at + 46, at + 46 + nameLength), extra, (flags & 0x800) !== 0);
    const sizes = large(extra, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    const entry: Entry = { name, flags, method: view.getUint16(at + 10, true), checksum: view.getUint32(at + 16, true), size: sizes[0], packed: sizes[1], local: sizes[2] + shift };
    if (!name.endsWith('/') && !litter.test(name)) members.push({ name, size: entry.size, open: () => opened(view, entry, broken) });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return members;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly packed: number;
  readonly local: number;
}

interface Directory {
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** How far everything lies behind where it says that it lies, as something stands before the archive. */
  readonly shift: number;
}

/** Where the list of files is, which the archive says at its very end, before a note of up to 64 kB. */
function endOf(view: DataView): Directory | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) !== endSign) continue;
    const said = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), start: view.getUint32(at + 16, true) };
    const zip64 = said.count === 0xffff || said.size === 0xffffffff || said.start === 0xffffffff ? zip64End(view, at) : undefined;
    const { count, size, start } = zip64 ?? said;
    const shift = (zip64?.at ?? at) - size - start;
    if (shift < 0 || start + shift < 0) continue;
    return { count, size, start: start + shift, shift };
  }
  return undefined;
}

/** The same in 64 bits, which stands before. */
function zip64End(view: DataView, end: number): (Omit<Directory, 'shift'> & { readonly at: number }) | undefined {
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return undefined;
  for (const at of [Number(view.getBigUint64(end - 12, true)), end - 76]) {
    if (at < 0 || at + 56 > end || view.getUint32(at, true) !== 0x06064b50) continue;
    const number = (offset: number): number => Number(view.getBigUint64(at + offset, true));
    return { count: number(32), size: number(40), start: number(48), at };
  }
  return undefined;
}

/** Sizes that 32 bits do not hold stand in an extra field, in the same order. */
function large(extra: Uint8Array, said: [number, number, number]): [size: number, packed: number, local: number] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    said.forEach((value, i) => {
      if (value !== 0xffffffff || from + 8 > extra.length) return;
      said[i] = Number(view.getBigUint64(from, true));
      from += 8;
    });
  }
  return said;
}

function opened(view: DataView, entry: Entry, broken: (what: string) => SourceError): ReadableStream<Uint8Array> {
  const { name, flags, method, packed, local } = entry;
  if ((flags & 1) !== 0) throw new SourceError('unreadable', `“${name}” is protected with a password. Publish it without one.`);
  if (method !== 0 && method !== 8) throw new SourceError('unreadable', `“${name}” is packed in a way that few programs know (${method}). Pack it as a plain zip.`);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSign) throw broken(`“${name}” is not where its list of files says`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw broken(`“${name}” breaks off`);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, packed);
  if (method === 0) return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return unpacked(bytes, entry, broken);
}

/** The bytes in pieces as they are asked for, so that nothing is unpacked that nobody reads. */
function unpacked(bytes: Uint8Array, { name, size, checksum }: Entry, broken: (what: string) => SourceError): ReadableStream<Uint8Array> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const sum = new Checksum();
  let length = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch(() => Promise.reject(broken(`“${name}” cannot be unpacked`)));
        if (done) {
          // Programs that do not compute the sum write 0.
          if (length < size || (checksum !== 0 && sum.value !== checksum)) throw broken(`“${name}” cannot be unpacked as it was`);
          return controller.close();
        }
        length += value.length;
        if (length > most || (length > suspicious.bytes && length > bytes.length * suspicious.ratio)) {
          void reader.cancel().catch(() => undefined);
          throw new SourceError('too-large', `“${name}” unpacks to more than ${Math.floor(length / 2 ** 20)} MB, which is more than a page can hold.`);
        }
        sum.add(value);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
