import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Coding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Quality 11 takes 20 seconds for 10 MB and saves only some percent there. */
const large = 2_000_000;

async function compress(bytes: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return deflate(bytes, { level: 9 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotli(bytes, { params: { [BROTLI_PARAM_QUALITY]: bytes.length > large ? 5 : 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

/** Compressed copies of files, made once in a folder of their own and again only when their file has changed. */
export class CompressedFiles {
  readonly #folder: string;
  readonly #making = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The path of the compressed copy. */
  of(file: string, changed: number, coding: Coding): Promise<string> {
    const key = `${file} ${changed} ${coding}`;
    let made = this.#making.get(key);
    if (!made) {
      made = this.#make(file, changed, coding);
      this.#making.set(key, made);
      // What failed once, such as on a full disk, is tried again at the next request.
      made.catch(() => this.#making.delete(key));
    }
    return made;
  }

  async #make(file: string, changed: number, coding: Coding): Promise<string> {
    const copy = join(this.#folder, `${createHash('sha256').update(file).digest('hex').slice(0, 24)}.${coding}`);
    const there = await stat(copy).catch(() => undefined);
    if (there && Math.abs(there.mtimeMs - changed) < 1) return copy;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(`${copy}.${process.pid}`, await compress(await readFile(file), coding));
    // A copy bears the time of what it was made from: a file that changes meanwhile is not taken for this one.
    await utimes(`${copy}.${process.pid}`, changed / 1000, changed / 1000);
    // Renamed when whole, so that nobody is ever sent half a file.
    await rename(`${copy}.${process.pid}`, copy);
    return copy;
  }
}
