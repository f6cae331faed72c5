import { f64, joined, u16, u32, u64, utf8 } from './bytes.js';

/** A piece of a FlatBuffer, and where in it is what others point at. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly entry: number;
}

type Field = Piece | Uint8Array | undefined;

const isPiece = (field: Field): field is Piece => field !== undefined && 'entry' in field;

/** Fields in the order of their schema: numbers as they are, all else behind the table. */
function table(fields: readonly Field[]): Piece {
  const sizes = fields.map((field) => (field === undefined ? 0 : isPiece(field) ? 4 : field.length));
  const start = 4 + fields.length * 2;
  const inline = 4 + sizes.reduce((sum, size) => sum + size, 0);
  const [offsets, values, behind]: [Uint8Array[], Uint8Array[], Uint8Array[]] = [[], [], []];
  let [at, next] = [4, inline];
  fields.forEach((field, i) => {
    offsets.push(u16(field === undefined ? 0 : at));
    if (isPiece(field)) {
      values.push(u32(next + field.entry - at));
      behind.push(field.bytes);
      next += field.bytes.length;
    } else if (field) values.push(field);
    at += sizes[i]!;
  });
  return { bytes: joined([u16(start), u16(inline), ...offsets, u32(start), ...values, ...behind]), entry: start };
}

const vector = (count: number, bytes: Uint8Array): Piece => ({ bytes: joined([u32(count), bytes]), entry: 0 });
const text = (value: string): Piece => vector(utf8(value).length, utf8(value));

function tables(pieces: readonly Piece[]): Piece {
  let behind = 4 + pieces.length * 4;
  const offsets = pieces.map(({ bytes, entry }, i) => {
    const offset = u32(behind + entry - (4 + i * 4));
    behind += bytes.length;
    return offset;
  });
  return { bytes: joined([u32(pieces.length), ...offsets, ...pieces.map(({ bytes }) => bytes)]), entry: 0 };
}

const whole = ({ bytes, entry }: Piece): Uint8Array => joined([u32(4 + bytes.length), u32(4 + entry), bytes]);

export interface FlatShape {
  readonly type?: number;
  readonly xy?: readonly number[];
  readonly ends?: readonly number[];
  readonly parts?: readonly FlatShape[];
}

const geometry = ({ type = 0, xy, ends, parts }: FlatShape): Piece =>
  table([ends && vector(ends.length, joined(ends.map(u32))), xy && vector(xy.length, f64(...xy)), undefined, undefined, undefined, undefined, Uint8Array.of(type), parts && tables(parts.map(geometry))]);

export interface FlatFile {
  readonly type: number;
  /** Names and the numbers of types. */
  readonly columns?: readonly (readonly [name: string, type: number])[];
  readonly features: readonly { readonly shape?: FlatShape; readonly values?: Uint8Array }[];
  readonly crs?: number;
  /** Boxes of all features, for an index of nodes of 16. */
  readonly boxes?: readonly (readonly [number, number, number, number])[];
  readonly version?: number;
  readonly isCounted?: boolean;
}

/** A FlatGeobuf of a test. */
export function flatgeobufOf({ type, columns = [], features, crs, boxes, version = 3, isCounted = true }: FlatFile): Uint8Array<ArrayBuffer> {
  const header = table([
    text('Layer'), undefined, Uint8Array.of(type), undefined, undefined, undefined, undefined,
    tables(columns.map(([name, of]) => table([text(name), Uint8Array.of(of)]))),
    u64(isCounted ? features.length : 0), u16(boxes ? 16 : 0), crs === undefined ? undefined : table([undefined, u32(crs)]),
  ]);
  const bodies = features.map(({ shape, values }) => whole(table([shape && geometry(shape), values && vector(values.length, values)])));
  return joined([[0x66, 0x67, 0x62, version, 0x66, 0x67, 0x62, 0], whole(header), boxes ? index(boxes, bodies) : [], ...bodies]);
}

function index(boxes: NonNullable<FlatFile['boxes']>, bodies: readonly Uint8Array[]): Uint8Array {
  let at = 0;
  let level = boxes.map((box, i) => {
    at += bodies[i]!.length;
    return { box, points: at - bodies[i]!.length };
  });
  const levels = [level];
  // A single feature has a root above it, too.
  while (level.length > 1 || levels.length < 2) {
    const below = level;
    level = Array.from({ length: Math.ceil(below.length / 16) }, (_, i) => {
      const children = below.slice(i * 16, i * 16 + 16).map(({ box }) => box);
      const side = (k: number, pick: (...values: number[]) => number): number => pick(...children.map((box) => box[k]!));
      return { box: [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)] as const, points: i * 16 };
    });
    levels.unshift(level);
  }
  // A node names its first child by its place among all nodes.
  let before = 0;
  const nodes = levels.flatMap((each, i) => {
    before += each.length;
    return each.map(({ box, points }) => joined([f64(...box), u64(i < levels.length - 1 ? before + points : points)]));
  });
  return joined(nodes);
}
