import { allBytes } from '../peek.js';
import { SourceError, type Input } from '../source.js';
import { parquetDataset } from './parquet.js';
import { joinedFile, schemaOf, type Part } from './parquet-parts.js';
import { parquetFile } from './parquet-file.js';
import type { Member } from './zip-archive.js';
import type { Layer } from './zip-best.js';

/** The layers of an archive, of which Parquet files of one schema are one: many programs write a table as a folder of parts. */
export async function withParts(layers: readonly Layer[], members: readonly Member[], { address }: Input): Promise<readonly Layer[]> {
  const files = members.filter(({ name, size }) => size > 0 && /\.(geo)?parquet$/i.test(name)).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const parts: Part[] = [];
  try {
    for (const { name, open } of files) {
      const bytes = await allBytes(open());
      const ranges = { size: bytes.length, isPartial: false, read: async (start: number, end: number) => bytes.subarray(start, end) };
      const file = await parquetFile(ranges, `${name} in ${address.href}`, undefined);
      if (parts[0] && schemaOf(file) !== schemaOf(parts[0].file)) return layers;
      parts.push({ path: name, file });
    }
  } catch (error) {
    // What cannot be read as a part is told of by itself.
    if (error instanceof SourceError) return layers;
    throw error;
  }
  if (parts.length < 2) return layers;
  const all: Layer = { name: folderOf(files[0]!.name), format: 'parquet', read: (options) => parquetDataset(joinedFile(parts), false, address, options) };
  return [all, ...layers.filter(({ format }) => format !== 'parquet')];
}

/** What the parts have in common, without the names of what they differ in. */
const folderOf = (name: string): string => name.split('/').slice(0, -1).filter((each) => !each.includes('=')).join('/') || name;
