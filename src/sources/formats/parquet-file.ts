import { parquetMetadataAsync, parquetSchema } from 'hyparquet/src/metadata.js';
import { getTreePath } from 'hyparquet/src/schema.js';
import { inBlocks, merged, type Ranges } from '../ranges.js';
import { Breath } from '../slices.js';
import { SourceError } from '../source.js';
import { codecsOf } from './parquet-codecs.js';
import { pagesOf, type Chunk } from './parquet-pages.js';

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
  /** The path of the file that holds them, where that is another: `region=NL/part-0.parquet`. */
  readonly path?: string | undefined;
  /** The least and the greatest value of a column, where the file says it. */
  readonly limits: (path: readonly string[]) => readonly [least: unknown, greatest: unknown] | undefined;
  /** The box of a column of geometry, where the file says it: west, south, east, north in its grid. */
  readonly box: (path: readonly string[]) => readonly [number, number, number, number] | undefined;
}

/** Finds the bytes of another file, by its path from this one. */
export type Elsewhere = (path: string) => Promise<Ranges>;

export interface ParquetFile {
  readonly rows: number;
  /** How many bytes its rows take. */
  readonly bytes: number;
  readonly leaves: readonly Leaf[];
  readonly groups: readonly RowGroup[];
  /** What the file says of itself. */
  readonly said: ReadonlyMap<string, string>;
  /** Reads whole columns, by the first names of their paths, in `rows` of a group from its beginning; pages come as they are decoded. */
  readonly read: (group: RowGroup, rows: number, columns: readonly string[], take: (path: readonly string[], start: number, values: ArrayLike<unknown>) => void) => Promise<void>;
}

/** More rows than a page can hold, or than such a file could mean. */
const mostRows = 20_000_000;
/** What lies between columns that are wanted comes along, if it is no more than this. */
const gap = 65_536;

/**
 * A Parquet file by its footer, https://parquet.apache.org/docs/file-format/. `what` names it in messages; a `_metadata` file
 * holds none but the footers of others, which lie `elsewhere`. Throws `SourceError`.
 */
export function parquetFile(ranges: Ranges, what: string, signal: AbortSignal | undefined, elsewhere?: Elsewhere): Promise<ParquetFile> {
  return understood(what, () => described(ranges, what, signal, elsewhere));
}

async function described(ranges: Ranges, what: string, signal: AbortSignal | undefined, elsewhere: Elsewhere | undefined): Promise<ParquetFile> {
  const file = {
    byteLength: ranges.size,
    slice: async (start: number, end = ranges.size): Promise<ArrayBuffer> => {
      const bytes = await ranges.read(start, end);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const schema = parquetSchema(metadata);
  const rows = metadata.row_groups.reduce((sum, group) => sum + Math.max(0, Number(group.num_rows)), 0);
  const isList = metadata.row_groups.some(({ columns }) => pathOf(columns) !== undefined);
  if (!(rows <= mostRows) && (!(ranges.isPartial || isList) || metadata.row_groups.some((group) => Number(group.num_rows) > mostRows))) throw new SourceError('too-large', `${what} says that it has ${rows} rows, more than a page can hold.`);
  const leaves = [...leavesOf(schema)];
  const codecs = new Set(metadata.row_groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec ?? '')));
  const compressors = await codecsOf(codecs);
  let start = 0;
  const groups = metadata.row_groups.map((group): RowGroup => {
    start += Math.max(0, Number(group.num_rows));
    return groupOf(group, start - Math.max(0, Number(group.num_rows)));
  });
  const read: ParquetFile['read'] = (group, count, columns, take) =>
    understood(what, async () => {
      const breath = new Breath(signal);
      const wanted = metadata.row_groups[groups.indexOf(group)]!.columns.filter(({ meta_data: data }) => data && columns.includes(data.path_in_schema[0]!));
      const chunks = wanted.map((column) => chunkOf(column, schema));
      const { path } = group;
      if (path !== undefined && !elsewhere) throw new Error('its columns lie in another file');
      const bytes = await together(path === undefined ? ranges : await elsewhere!(path), chunks, count * 4 >= group.rows);
      for (const chunk of chunks) {
        for await (const { start: from, values } of pagesOf(chunk, count, bytes, compressors)) {
          take(chunk.path.at(-1)!.path, group.start + from, values);
          await breath.pause();
        }
      }
    });
  const bytes = metadata.row_groups.reduce((sum, { columns }) => sum + columns.reduce((all, { meta_data: data }) => all + Number(data?.total_compressed_size ?? 0), 0), 0);
  return { rows, bytes, leaves, groups, said: new Map((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ''])), read };
}

type Column = Metadata['row_groups'][number]['columns'][number];

const pathOf = (columns: readonly Column[]): string | undefined => columns.find(({ file_path: path }) => path)?.file_path;

function chunkOf({ meta_data: data }: Column, schema: Tree): Chunk {
  if (!data) throw new Error('a column is not described');
  const [pages, dictionary] = [Number(data.data_page_offset), Number(data.dictionary_page_offset ?? 0)];
  const start = dictionary > 0 && dictionary < pages ? dictionary : pages;
  return { start, end: start + Number(data.total_compressed_size), codec: data.codec, path: getTreePath(schema, data.path_in_schema) };
}

/** Columns that are read as a whole are asked for together; of others what is needed. */
async function together(ranges: Ranges, chunks: readonly Chunk[], isWhole: boolean): Promise<Ranges['read']> {
  if (!ranges.isPartial) return ranges.read;
  if (!isWhole) return inBlocks(ranges, 1_048_576).read;
  const spans: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  for (const [start, end] of merged(chunks.map(({ start, end }) => [start, end]), gap)) spans.push({ start, bytes: await ranges.read(start, end) });
  return async (start, end) => {
    const span = spans.find((each) => each.start <= start && start < each.start + each.bytes.length);
    return span ? span.bytes.subarray(start - span.start, end - span.start) : new Uint8Array(0);
  };
}

function groupOf({ columns, num_rows: rows }: Metadata['row_groups'][number], start: number): RowGroup {
  const about = (path: readonly string[]): (typeof columns)[number]['meta_data'] => columns.find(({ meta_data: data }) => data?.path_in_schema.join('\0') === path.join('\0'))?.meta_data;
  return {
    start,
    rows: Math.max(0, Number(rows)),
    path: pathOf(columns),
    limits(path) {
      const { min_value: least, max_value: greatest } = about(path)?.statistics ?? {};
      return least === undefined || greatest === undefined ? undefined : [least, greatest];
    },
    box(path) {
      const box = about(path)?.geospatial_statistics?.bbox;
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
