import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small file system of its own, which can be filled to the last byte. */
export interface Disk {
  readonly folder: string;
  /** Takes all the room that is left, and what becomes free, until the function is called that this gives. */
  fill(): () => void;
  remove(): void;
}

/** In memory, of so many megabytes; or a sentence that says why there is none. */
export function mountDisk(megabytes: number): Disk | string {
  const folder = mkdtempSync(join(tmpdir(), 'civic-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'civic-faults', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return 'no file system can be mounted here (on Linux, as root, “mount -t tmpfs” does), so that none can be full';
  }
  const remove = (): void => {
    process.off('exit', remove);
    // Whoever still has a file open there keeps it until it ends.
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  };
  // What is mounted stays when a program is broken off.
  process.once('exit', remove);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      const top = (): void => [2 ** 20, 4096].forEach((size) => takeAll(file, size));
      top();
      const topping = setInterval(top, 20);
      return () => {
        clearInterval(topping);
        closeSync(file);
        rmSync(filler);
      };
    },
    remove,
  };
}

/** Writes pieces of this size until there is no room for one. */
function takeAll(file: number, size: number): void {
  const piece = Buffer.alloc(size);
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
