import type { Bounds, Dataset } from '../../src/model/dataset.js';
import type { DatasetOptions, SourceError } from '../../src/sources/source.js';

/** What other programs found in a file: the entry of an index. */
export interface Entry {
  readonly file: string;
  readonly kind: string;
  readonly note?: string;
  readonly must_find: Facts;
}

/** Facts of many shapes; a check knows which its kind has. */
// eslint-disable-next-line typescript/no-explicit-any -- the index holds whatever the programs found that made it
export type Facts = Readonly<Record<string, any>>;

/** What our reader made of the file: a dataset, or the error that it ended in. */
export interface Outcome {
  readonly dataset: Dataset | undefined;
  readonly error: SourceError | undefined;
  /** The address at which the file is served. */
  readonly address: URL;
  /** Reads it again, such as another of its layers. Rejects with `SourceError`. */
  readonly open: (options: DatasetOptions) => Promise<Dataset>;
  readonly bytes: () => Promise<Uint8Array>;
}

/**
 * What is wrong, a sentence each; none if all facts were found. `refused` says that the file is broken and that our reader
 * said so; `described` that it holds no data but says where some is, and that our reader named all of it.
 */
export type Verdict = readonly string[] | { readonly refused: string } | { readonly described: string };

export type Check = (entry: Entry, outcome: Outcome) => Verdict | Promise<Verdict>;

/** Collects what differs. */
export class Complaints {
  readonly #all: string[] = [];

  get all(): readonly string[] {
    return this.#all;
  }

  equal(what: string, found: unknown, wanted: unknown): void {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) this.#all.push(`${what}: found ${short(found)}, wanted ${short(wanted)}`);
  }

  that(what: string, holds: boolean): void {
    if (!holds) this.#all.push(what);
  }

  /** Two boxes, side by side, in the unit of `within`. */
  close(what: string, found: readonly number[] | undefined, wanted: readonly number[], within = 1e-5): void {
    const far = !found || found.length !== wanted.length || found.some((value, i) => !(Math.abs(value - wanted[i]!) <= within));
    if (far) this.#all.push(`${what}: found ${short(found)}, wanted ${short(wanted)}`);
  }

  /** What holds for every reading: all records are accounted for, columns are as long as the rows, places lie on Earth. */
  whole({ report, length, columns, places }: Dataset): void {
    const dropped = report.problems.reduce((sum, problem) => sum + (problem.dropped ? problem.count : 0), 0);
    this.equal('records kept and dropped', report.kept + dropped, report.read);
    this.equal('rows', length, report.kept);
    this.equal('located', places?.located ?? 0, report.located);
    this.that('two columns have the same name', new Set(columns.map(({ name }) => name)).size === columns.length);
    if (places) this.that(`bounds are on Earth: ${places.bounds.join(', ')}`, onEarth(places.bounds));
  }
}

const onEarth = ([west, south, east, north]: Bounds): boolean => [west, east].every((x) => x >= -180 && x <= 180) && south >= -90 && north <= 90 && south <= north;

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};
