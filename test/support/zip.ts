import { Checksum } from '../../src/sources/formats/zip-checksum.js';

const encoder = new TextEncoder();

async function through(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}

/** A zip archive of these files by their names; a name may be bytes, as old programs write them. */
export async function zipOf(files: readonly (readonly [name: string | Uint8Array<ArrayBuffer>, content: string | Uint8Array<ArrayBuffer>])[], { packed = true } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [said, content] of files) {
    const name = typeof said === 'string' ? encoder.encode(said) : said;
    const plain = typeof content === 'string' ? encoder.encode(content) : content;
    const bytes = packed ? await through(plain) : plain;
    const sum = new Checksum();
    sum.add(plain);
    const local = new DataView(new ArrayBuffer(30));
    const entry = new DataView(new ArrayBuffer(46));
    local.setUint32(0, 0x04034b50, true);
    entry.setUint32(0, 0x02014b50, true);
    for (const [view, from] of [[local, 4], [entry, 6]] as const) {
      view.setUint16(from, 20, true);
      view.setUint16(from + 4, packed ? 8 : 0, true);
      view.setUint32(from + 10, sum.value, true);
      view.setUint32(from + 14, bytes.length, true);
      view.setUint32(from + 18, plain.length, true);
      view.setUint16(from + 22, name.length, true);
    }
    entry.setUint32(42, at, true);
    parts.push(new Uint8Array(local.buffer), name, bytes);
    directory.push(new Uint8Array(entry.buffer), name);
    at += 30 + name.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return new Uint8Array(await new Blob([...parts, ...directory, new Uint8Array(end.buffer)]).arrayBuffer());
}
