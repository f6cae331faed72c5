import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

async function changed(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const times = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.mtimeMs ?? 0));
  return Math.max(0, ...times);
}

/** Whether a built file is there and newer than everything that it is built from. */
export async function isFresh(built: string, sources: readonly string[]): Promise<boolean> {
  const time = await changed(built);
  return time > 0 && (await Promise.all(sources.map(changed))).every((each) => each <= time);
}
