import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompressedFiles } from './compression.js';
import { datasets } from './datasets/index.js';
import { isFresh } from './freshness.js';

/** What the files are made from: how they are made, and the versions of the installed packages. */
const origins = ['datasets', '../package-lock.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Makes the files of the datasets that are missing or old, and their compressed copies; says which it made. */
export async function makeCityData(folder: string, compressed: CompressedFiles): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const made: string[] = [];
  for (const { file, make } of datasets) {
    const path = join(folder, file);
    if (!(await isFresh(path, origins))) {
      // Renamed when whole: a start that was interrupted must not leave half a dataset for the next.
      await writeFile(`${path}.${process.pid}`, make());
      await rename(`${path}.${process.pid}`, path);
      made.push(file);
    }
    const { mtimeMs } = await stat(path);
    await Promise.all([compressed.of(path, mtimeMs, 'br'), compressed.of(path, mtimeMs, 'gzip')]);
  }
  return made;
}
