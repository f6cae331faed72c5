import type { Dataset } from '../../model/dataset.js';
import { open } from '../http.js';
import { rangesOf, type Ranges } from '../ranges.js';
import { remoteRanges } from '../ranges-remote.js';
import { isLarge } from '../ranges-view.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { parquetDataset } from './parquet.js';
import { parquetFile, type Elsewhere, type ParquetFile, type RowGroup } from './parquet-file.js';

/** Bytes up to which a part is read whole: its end would cost as much. */
const small = 262_144;
/** Parts whose bytes are kept. */
const mostKept = 4;

/** Finds the parts that a `_metadata` file names, on the same server. */
export function partsBeside(address: URL, options: DatasetOptions): Elsewhere {
  const kept = new Map<string, Promise<Ranges>>();
  return (path) => {
    const url = new URL(path.split('/').map(encodeURIComponent).join('/').replaceAll('%25', '%').replaceAll('%3D', '='), address);
    if (url.origin !== address.origin) throw new SourceError('unreadable', `${address.href} leads to another server, to ${url.href}.`);
    const found = kept.get(path) ?? partAt(url, options);
    kept.delete(path);
    kept.set(path, found);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return found;
  };
}

/** The bytes of a part: what is read of it, where its server gives ranges. */
async function partAt(address: URL, options: DatasetOptions): Promise<Ranges> {
  const input = await open(address, options);
  const partial = input.size !== undefined && input.size <= small ? undefined : await remoteRanges(input, options);
  if (!partial) return rangesOf(input, options);
  void input.body.cancel().catch(() => undefined);
  return partial;
}

export interface Part {
  /** From where all parts are. */
  readonly path: string;
  readonly file: ParquetFile;
}

/** What tells whether files are parts of one: the names and types of their columns. */
export const schemaOf = ({ leaves }: ParquetFile): string => leaves.map(({ path, element }) => `${path.join('.')} ${element.type}`).join('\n');

/** Files of one schema as one, in their order. */
export function joinedFile(parts: readonly Part[]): ParquetFile {
  const [first] = parts;
  const homes = new Map<RowGroup, { readonly file: ParquetFile; readonly group: RowGroup; readonly shift: number }>();
  let shift = 0;
  for (const { path, file } of parts) {
    for (const group of file.groups) homes.set({ ...group, start: group.start + shift, path }, { file, group, shift });
    shift += file.rows;
  }
  return {
    ...first!.file,
    rows: shift,
    bytes: parts.reduce((sum, { file }) => sum + file.bytes, 0),
    groups: [...homes.keys()],
    read: (wanted, rows, columns, take) => {
      const { file, group, shift: by } = homes.get(wanted)!;
      return file.read(group, rows, columns, (path, start, values) => take(path, start + by, values));
    },
  };
}

/** Parts that a page lists as one dataset. Throws `SourceError`, also where they have not all one schema. */
export async function readParts(addresses: readonly URL[], options: DatasetOptions): Promise<Dataset> {
  const parts: Part[] = [];
  const folder = new URL('.', addresses[0]);
  let isPart = true;
  for (const address of addresses) {
    const ranges = await partAt(address, options);
    isPart &&= ranges.isPartial || ranges.size <= small;
    const file = await parquetFile(ranges, address.href, options.signal);
    if (parts[0] && schemaOf(file) !== schemaOf(parts[0].file)) throw new SourceError('unreadable', `${address.href} has other columns than ${addresses[0]!.href}: they are no parts of one dataset.`);
    parts.push({ path: address.href.slice(folder.href.length), file });
  }
  const file = joinedFile(parts);
  return parquetDataset(file, isPart && isLarge(file.bytes, file.rows), folder, options);
}
