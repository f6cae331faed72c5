/** Bytes one behind the other. */
export function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const numbers = (size: number, write: (view: DataView) => void): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
};

/** Numbers as bytes, the lowest first. */
export const u16 = (value: number): Uint8Array => numbers(2, (view) => view.setUint16(0, value, true));
export const u32 = (value: number): Uint8Array => numbers(4, (view) => view.setUint32(0, value, true));
export const u64 = (value: number | bigint): Uint8Array => numbers(8, (view) => view.setBigInt64(0, BigInt(value), true));
export const f64 = (...values: number[]): Uint8Array => numbers(values.length * 8, (view) => values.forEach((value, i) => view.setFloat64(i * 8, value, true)));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A point, a line or an area in well-known binary. */
export function wkbOf(shape: [number, number] | { type: 2 | 3; parts: readonly (readonly [number, number])[][] }): Uint8Array {
  if (Array.isArray(shape)) return joined([[1], u32(1), f64(...shape)]);
  const parts = shape.parts.flatMap((part) => [u32(part.length), f64(...part.flat())]);
  return joined([[1], u32(shape.type), ...(shape.type === 3 ? [u32(shape.parts.length)] : []), ...parts]);
}

/** A server that gives parts of one file, and says which were asked for. */
export function partsOf(bytes: Uint8Array<ArrayBuffer>, asked: string[], headers: Record<string, string> = {}): (request: Request) => Response {
  return (request) => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? [];
    asked.push(request.headers.get('range') ?? 'all');
    if (from === undefined) return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.length) } });
    const end = to ? Math.min(Number(to) + 1, bytes.length) : bytes.length;
    return new Response(bytes.slice(Number(from), end), { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${end - 1}/${bytes.length}` } });
  };
}
