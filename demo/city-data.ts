import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompressedFiles } from './compression.js';
import { datasets } from './datasets/index.js';

/** Makes the files of the datasets that are not there yet, and their compressed copies; says which it made. */
export async function makeCityData(folder: string, compressed: CompressedFiles): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const made: string[] = [];
  for (const { file, make } of datasets) {
    const path = join(folder, file);
    let found = await stat(path).catch(() => undefined);
    if (!found) {
      // Renamed when whole: a start that was interrupted must not leave half a dataset for the next.
      await writeFile(`${path}.${process.pid}`, make());
      await rename(`${path}.${process.pid}`, path);
      found = await stat(path);
      made.push(file);
    }
    await Promise.all([compressed.of(path, found.mtimeMs, 'br'), compressed.of(path, found.mtimeMs, 'gzip')]);
  }
  return made;
}
