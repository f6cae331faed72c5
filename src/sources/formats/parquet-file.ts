import { parquetMetadataAsync, parquetSchema } from 'hyparquet/src/metadata.js';
import { parquetRead } from 'hyparquet/src/read.js';
import type { Ranges } from '../ranges.js';
import { SourceError } from '../source.js';
import { codecsOf } from './parquet-codecs.js';

type Metadata = Awaited<ReturnType<typeof parquetMetadataAsync>>;
type Tree = ReturnType<typeof parquetSchema>;
type Element = Tree['element'];

/** A column of plain values; what is nested is several of them. */
export interface Leaf {
  /** Its name and those of what it lies in. */
  readonly path: readonly string[];
  /** The same as one name, without those that lists and maps bring along: `address.street`. */
  readonly name: string;
  readonly element: Element;
  /** What wraps a value: nothing or one (`optional`), or any number (`repeated`). */
  readonly wraps: readonly ('optional' | 'repeated')[];
}

/** Some rows of a file, which are read at once. */
export interface RowGroup {
  readonly start: number;
  readonly rows: number;
  /** The least and the greatest value of a column, where the file says it. */
  readonly limits: (path: readonly string[]) => readonly [least: unknown, greatest: unknown] | undefined;
  /** The box of a column of geometry, where the file says it: west, south, east, north in its grid. */
  readonly box: (path: readonly string[]) => readonly [number, number, number, number] | undefined;
}

export interface ParquetFile {
  readonly rows: number;
  readonly leaves: readonly Leaf[];
  readonly groups: readonly RowGroup[];
  /** What the file says of itself. */
  readonly said: ReadonlyMap<string, string>;
  /** Reads whole columns, by the first names of their paths, in `rows` of a group from its beginning; pages come as they are decoded. */
  readonly read: (group: RowGroup, rows: number, columns: readonly string[], take: (path: readonly string[], start: number, values: ArrayLike<unknown>) => void) => Promise<void>;
}

const decoder = new TextDecoder();
const plain = (bytes: Uint8Array): unknown => bytes;
/** Geometry stays binary, and text of JSON text: what becomes of them is decided by whoever reads them. */
const parsers = { geometryFromBytes: plain, geographyFromBytes: plain, jsonFromBytes: (bytes: Uint8Array | undefined): unknown => bytes && decoder.decode(bytes) };

/** A Parquet file by its footer, https://parquet.apache.org/docs/file-format/. `what` names it in messages. Throws `SourceError`. */
export async function parquetFile(ranges: Ranges, what: string): Promise<ParquetFile> {
  const file = {
    byteLength: ranges.size,
    slice: async (start: number, end = ranges.size): Promise<ArrayBuffer> => {
      const bytes = await ranges.read(start, end);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
  const metadata = await understood(what, async () => parquetMetadataAsync(file, { parsers, geoparquet: false }));
  const leaves = await understood(what, async () => [...leavesOf(parquetSchema(metadata))]);
  const codecs = new Set(metadata.row_groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec ?? '')));
  const compressors = await codecsOf(codecs);
  let start = 0;
  const groups = metadata.row_groups.map((group): RowGroup => {
    start += Number(group.num_rows);
    return groupOf(group, start - Number(group.num_rows));
  });
  return {
    rows: Number(metadata.num_rows),
    leaves,
    groups,
    said: new Map((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ''])),
    read: (group, rows, columns, take) =>
      understood(what, () =>
        parquetRead({
          file, metadata, parsers, compressors, utf8: false, columns: [...columns], useOffsetIndex: ranges.isPartial,
          rowStart: group.start, rowEnd: group.start + rows,
          onPage: ({ pathInSchema, rowStart, columnData }) => take(pathInSchema, rowStart, columnData),
        }),
      ),
  };
}

function groupOf({ columns, num_rows: rows }: Metadata['row_groups'][number], start: number): RowGroup {
  const described = (path: readonly string[]): (typeof columns)[number]['meta_data'] => columns.find(({ meta_data: data }) => data?.path_in_schema.join('\0') === path.join('\0'))?.meta_data;
  return {
    start,
    rows: Number(rows),
    limits(path) {
      const { min_value: least, max_value: greatest } = described(path)?.statistics ?? {};
      return least === undefined || greatest === undefined ? undefined : [least, greatest];
    },
    box(path) {
      const box = described(path)?.geospatial_statistics?.bbox;
      return box && [box.xmin, box.ymin, box.xmax, box.ymax];
    },
  };
}

const isList = ({ element }: Tree): boolean => element.converted_type === 'LIST' || element.logical_type?.type === 'LIST';
const isMap = ({ element }: Tree): boolean => element.converted_type?.startsWith('MAP') === true || element.logical_type?.type === 'MAP';

/** The columns of values, with what they lie in; deeper than a person reads there is none. Lists and maps bring names along that say nothing. */
function* leavesOf(tree: Tree, names: readonly string[] = [], wraps: Leaf['wraps'] = [], isItem = false): Generator<Leaf, void> {
  for (const child of tree.children) {
    const { element, path } = child;
    const wrap = wrapOf(child);
    const isWrapper = wrap === 'repeated' && (isList(tree) || isMap(tree)) && child.children.length > 0;
    const named = isWrapper || isItem ? names : [...names, element.name];
    const around = wrap ? [...wraps, wrap] : wraps;
    if (child.children.length === 0) yield { path, name: named.join('.'), element, wraps: around };
    else if (path.length < 32) yield* leavesOf(child, named, around, isWrapper && isList(tree) && child.children.length === 1);
  }
}

/** A value that may be missing is nothing itself; what it lies in is a list of one or of none. */
function wrapOf({ element, children }: Tree): Leaf['wraps'][number] | undefined {
  if (element.repetition_type === 'REPEATED') return 'repeated';
  return element.repetition_type === 'OPTIONAL' && children.length > 0 ? 'optional' : undefined;
}

/** What hyparquet throws is about bytes; what a person needs to know is which file. */
async function understood<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof SourceError || (cause instanceof Error && cause.name === 'AbortError')) throw cause;
    const why = cause instanceof Error ? cause.message.replace(/^parquet /, '') : String(cause);
    throw new SourceError('unreadable', `${what} is Parquet that cannot be read: ${why}. It may not have been transferred whole.`, { cause });
  }
}
