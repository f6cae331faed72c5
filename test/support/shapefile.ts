/** A dBASE table; cells are bytes or text of ASCII, and are filled up with blanks. `*` as the mark of a record says that it is deleted. */
export function dbfOf(fields: readonly (readonly [name: string, type: string, length: number])[], records: readonly (readonly (string | Uint8Array)[])[], { language = 0, marks = '' } = {}): Uint8Array<ArrayBuffer> {
  const width = fields.reduce((sum, [, , length]) => sum + length, 1);
  const header = 33 + fields.length * 32;
  const bytes = new Uint8Array(header + width * records.length).fill(0x20);
  bytes.fill(0, 0, header);
  const view = new DataView(bytes.buffer);
  const write = (text: string | Uint8Array, at: number): void => bytes.set(typeof text === 'string' ? new TextEncoder().encode(text) : text, at);
  bytes.set([3, 126, 1, 31]);
  view.setUint32(4, records.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, width, true);
  bytes[29] = language;
  bytes[header - 1] = 0x0d;
  fields.forEach(([name, type, length], i) => {
    write(name, 32 + i * 32);
    write(type, 43 + i * 32);
    bytes[48 + i * 32] = length;
  });
  records.forEach((cells, record) => {
    let at = header + record * width;
    write(marks[record] ?? ' ', at);
    at += 1;
    cells.forEach((cell, i) => {
      write(cell, at);
      at += fields[i]![2];
    });
  });
  return bytes;
}

/** Lines (3), areas (5), or patches (31), each of a kind: strips (0), fans (1) or rings. */
type Shape = null | readonly [x: number, y: number] | { readonly type: 31; readonly kinds: readonly number[]; readonly parts: readonly (readonly (readonly [x: number, y: number])[])[] } | { readonly type: 3 | 5; readonly parts: readonly (readonly (readonly [x: number, y: number])[])[] };

/** A .shp of null shapes, points, lines (3) and areas (5). */
export function shpOf(shapes: readonly Shape[]): Uint8Array<ArrayBuffer> {
  const records = shapes.map((shape) => {
    if (shape === null) return new DataView(new ArrayBuffer(4));
    if (!('type' in shape)) {
      const view = new DataView(new ArrayBuffer(20));
      view.setInt32(0, 1, true);
      shape.forEach((value, i) => view.setFloat64(4 + i * 8, value, true));
      return view;
    }
    const points = shape.parts.flat();
    const kinds = shape.type === 31 ? shape.kinds : [];
    const start = 44 + (shape.parts.length + kinds.length) * 4;
    const view = new DataView(new ArrayBuffer(start + points.length * 16));
    kinds.forEach((kind, i) => view.setUint32(44 + (shape.parts.length + i) * 4, kind, true));
    view.setInt32(0, shape.type, true);
    view.setUint32(36, shape.parts.length, true);
    view.setUint32(40, points.length, true);
    let from = 0;
    shape.parts.forEach((part, i) => {
      view.setUint32(44 + i * 4, from, true);
      from += part.length;
    });
    points.flat().forEach((value, i) => view.setFloat64(start + i * 8, value, true));
    return view;
  });
  const bytes = new Uint8Array(100 + records.reduce((sum, { byteLength }) => sum + 8 + byteLength, 0));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(28, 1000, true);
  let at = 100;
  records.forEach((record, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, record.byteLength / 2);
    bytes.set(new Uint8Array(record.buffer), at + 8);
    at += 8 + record.byteLength;
  });
  return bytes;
}
