import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { ConfigError } from './config.js';

interface Options<T> {
  /** The name of the setting that has the path. */
  readonly setting: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** The value itself, the path of a file with it, or nothing. */
  readonly source: T | string | undefined;
  readonly absent: T;
  /** What has to be in the file, for whoever mends the setting. */
  readonly sample: string;
}

/** What a city writes into a file of JSON: read again when the file changes; one that a mistake slipped into leaves the last good content in force. */
export class JsonFile<T> {
  readonly #options: Options<T>;
  readonly #path: string | undefined;
  #value: T;
  #changed = 0;

  constructor(options: Options<T>) {
    const { source, absent } = options;
    this.#options = options;
    this.#path = typeof source === 'string' ? source : undefined;
    this.#value = typeof source === 'string' ? absent : source ?? absent;
  }

  /** Throws `ConfigError` where the file is not what it should be. */
  async open(): Promise<void> {
    if (this.#path === undefined) return;
    const { setting, sample } = this.#options;
    const changed = (await stat(this.#path).catch(() => undefined))?.mtimeMs;
    if (changed === undefined) throw new ConfigError([`${setting}: there is no file ${this.#path}. Name a JSON file with ${sample}.`]);
    if (changed === this.#changed) return;
    this.#changed = changed;
    this.#value = this.#parse(this.#path, await readFile(this.#path, 'utf8'));
  }

  async read(): Promise<T> {
    await this.open().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    return this.#value;
  }

  #parse(path: string, content: string): T {
    const { setting, schema } = this.#options;
    let json: unknown;
    try {
      json = JSON.parse(content);
    } catch (cause) {
      throw new ConfigError([`${setting}: ${path} is not JSON (${(cause as Error).message}).`]);
    }
    const { success, output, issues } = v.safeParse(schema, json);
    if (success) return output;
    throw new ConfigError(issues.slice(0, 5).map((issue) => `${setting}: ${path} at ${v.getDotPath(issue) ?? 'its beginning'}: ${issue.message}.`));
  }
}
