import { joined, u32, u64, utf8 } from './bytes.js';

/** A value as Thrift's compact protocol writes it, with the number of its type. */
type Thrift = readonly [type: number, bytes: Uint8Array | readonly number[]];

function varint(value: number): number[] {
  const digits: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) digits.push((rest % 128) | 0x80);
  return [...digits, rest];
}

const number = (value: number): Thrift => [6, varint(value * 2)];
const small = (value: number): Thrift => [5, varint(value * 2)];
const binary = (text: string): Thrift => [8, joined([varint(utf8(text).length), utf8(text)])];
const list = (items: readonly Thrift[], type = items[0]?.[0] ?? 12): Thrift => [9, joined([[(15 << 4) | type], varint(items.length), ...items.map(([, bytes]) => bytes)])];

function struct(fields: Readonly<Record<number, Thrift | undefined>>): Thrift {
  let last = 0;
  const parts = Object.entries(fields).flatMap(([id, field]) => {
    if (!field) return [];
    const step = Number(id) - last;
    last = Number(id);
    return [[(step << 4) | field[0]], field[1]];
  });
  return [12, joined([...parts, [0]])];
}

export interface TestColumn {
  readonly name: string;
  /** The numbers of Parquet's types: 2 INT64, 5 DOUBLE, 6 BYTE_ARRAY. */
  readonly type: 2 | 5 | 6;
  /** 0 UTF8, 10 TIMESTAMP_MICROS … */
  readonly converted?: number;
  readonly values: readonly (number | bigint | string | Uint8Array)[];
  /** Replaces how many values its pages claim. */
  readonly claims?: number;
}

function plain({ type, values }: TestColumn): Uint8Array {
  return joined(values.map((value) => {
    if (type === 6) {
      const bytes = typeof value === 'string' ? utf8(value) : (value as Uint8Array);
      return joined([u32(bytes.length), bytes]);
    }
    return type === 2 ? u64(value as bigint) : new Uint8Array(new Float64Array([Number(value)]).buffer);
  }));
}

/** The row groups of a file and their bytes; `path` is where they lie, for a list of files. */
function groupsOf(columns: readonly TestColumn[], perGroup: number, path?: string): { readonly groups: Thrift[]; readonly parts: Uint8Array[] } {
  const rows = columns[0]!.values.length;
  const parts: Uint8Array[] = [];
  let at = 4;
  const groups: Thrift[] = [];
  for (let start = 0; start < Math.max(rows, 1); start += perGroup) {
    const count = Math.min(perGroup, rows - start);
    const chunks = columns.map((column) => {
      const values = column.values.slice(start, start + count);
      const body = plain({ ...column, values });
      const [, head] = struct({ 1: small(0), 2: small(body.length), 3: small(body.length), 5: struct({ 1: small(column.claims ?? count), 2: small(0), 3: small(3), 4: small(3) }) });
      const chunk = joined([head, body]);
      const limits = column.type === 5 ? struct({ 5: [8, joined([[8], plain({ ...column, values: [Math.max(...values.map(Number))] })])], 6: [8, joined([[8], plain({ ...column, values: [Math.min(...values.map(Number))] })])] }) : undefined;
      const data = struct({ 1: small(column.type), 2: list([small(0)]), 3: list(column.name.split('.').map(binary)), 4: small(0), 5: number(count), 6: number(chunk.length), 7: number(chunk.length), 9: number(at), 12: limits });
      parts.push(chunk);
      at += chunk.length;
      return struct({ 1: path === undefined ? undefined : binary(path), 2: number(0), 3: data });
    });
    groups.push(struct({ 1: list(chunks), 2: number(0), 3: number(count) }));
  }
  return { groups, parts };
}

function footerOf(columns: readonly TestColumn[], rows: number, groups: readonly Thrift[], said: Readonly<Record<string, string>>): Uint8Array {
  const parents = [...new Set(columns.map(({ name }) => name.split('.')[0]!))];
  const schema = parents.flatMap((parent) => {
    const children = columns.filter(({ name }) => name.split('.')[0] === parent);
    const leaves = children.map(({ name, type, converted }) => struct({ 1: small(type), 3: small(0), 4: binary(name.split('.').at(-1)!), 6: converted === undefined ? undefined : small(converted) }));
    return children[0]!.name === parent ? leaves : [struct({ 3: small(0), 4: binary(parent), 5: small(children.length) }), ...leaves];
  });
  const [, footer] = struct({ 1: small(2), 2: list([struct({ 4: binary('schema'), 5: small(parents.length) }), ...schema]), 3: number(rows), 4: list(groups), 5: list(Object.entries(said).map(([key, value]) => struct({ 1: binary(key), 2: binary(value) }))) });
  return joined([footer, u32(footer.length), utf8('PAR1')]);
}

/** A Parquet of a test: required columns without compression, in groups of `perGroup` rows. */
export function parquetOf(columns: readonly TestColumn[], said: Readonly<Record<string, string>> = {}, perGroup = Infinity): Uint8Array<ArrayBuffer> {
  const { groups, parts } = groupsOf(columns, perGroup);
  return joined([utf8('PAR1'), ...parts, footerOf(columns, columns[0]!.values.length, groups, said)]);
}

/** A `_metadata` file: the footers of others, by their paths. */
export function metadataOf(files: Readonly<Record<string, readonly TestColumn[]>>, said: Readonly<Record<string, string>> = {}, perGroup = Infinity): Uint8Array<ArrayBuffer> {
  const all = Object.values(files);
  const groups = Object.entries(files).flatMap(([path, columns]) => groupsOf(columns, perGroup, path).groups);
  return joined([utf8('PAR1'), footerOf(all[0]!, all.reduce((sum, columns) => sum + columns[0]!.values.length, 0), groups, said)]);
}
