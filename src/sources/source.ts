import type { Bounds, Choice, Dataset, Role } from '../model/dataset.js';

/** Why nothing could be read. It picks the sentence that people see. */
export type SourceReason =
  | 'unreachable'   // no answer at all
  | 'cors'          // the server answers, but does not let other sites read it
  | 'refused'       // it answered with a status that says no
  | 'not-found'     // 404 or 410, or the portal knows no such dataset
  | 'web-page'      // an HTML page where data was expected
  | 'unreadable'    // the format is known, the content is broken
  | 'unknown'       // no format that we know
  | 'too-large'     // beyond what a page can hold
  | 'no-places'     // a map was asked for and nothing has a place
  | 'not-joined'    // the table and the shapes have no codes in common
  | 'not-allowed'   // this page does not let its visitors' words go to that server
  | 'crs-unknown';  // projected coordinates and no safe guess: ask the webmaster

/** Nothing could be read. `message` tells the webmaster, in English, where and why, and what to do. */
export class SourceError extends Error {
  readonly reason: SourceReason;
  /** What else could be read: the layers of a service, the datasets of a catalogue, for the option `layer` or as addresses. */
  readonly choices: readonly Choice[];

  constructor(reason: SourceReason, message: string, { choices = [], ...options }: ErrorOptions & { readonly choices?: readonly Choice[] } = {}) {
    super(message, options);
    this.name = 'SourceError';
    this.reason = reason;
    this.choices = choices;
  }
}

export interface Progress {
  /** Bytes so far. */
  readonly loaded: number;
  /** Bytes in all, where the server says it. */
  readonly total?: number | undefined;
}

export interface ReadOptions {
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** The address of a civic-hub that may hand on what other servers do not let this site read. */
  readonly relay?: string | undefined;
}

export interface DatasetOptions extends ReadOptions {
  /** Skips recognition, such as `csv`. */
  readonly format?: string | undefined;
  /** Which column is what, by its name; it wins over what is recognised. */
  readonly map?: { readonly [role in Role]?: string } | undefined;
  /**
   * The names of the columns that are wanted, without regard to upper and lower case; places always come. Services are asked
   * for these alone where their protocol can say it.
   */
  readonly fields?: readonly string[] | undefined;
  /** Which of several layers, sheets or resources to read. */
  readonly layer?: string | undefined;
  /** The grid of coordinates that do not say it, such as `EPSG:25832`. */
  readonly crs?: string | undefined;
  /** The address of shapes, or of points, for a table that names places by a code. */
  readonly shapes?: string | URL | undefined;
  /** Where the codes are, if not where they are found: the name of a column that both have, or `column of the table=column of the shapes`. */
  readonly on?: string | undefined;
  /** Is told the first rows of a large file, once, while the rest is on its way: their report says `isBeginning`. */
  readonly onBeginning?: ((dataset: Dataset) => void) | undefined;
  /** The box that is looked at: of a source that is too large to be read whole, only what lies in it is asked for. */
  readonly view?: Bounds | undefined;
}

/** What `formats/` get: the bytes as they come, and what is known about them. */
export interface Input {
  /** Where the bytes come from, after redirects. */
  readonly address: URL;
  /** The name of the file within the archive that `address` leads to; without it `address` leads to the bytes themselves. */
  readonly member?: string | undefined;
  /** How many bytes there are, where the server says it honestly. */
  readonly size?: number | undefined;
  /** The media type that the server claims, lower case, without parameters; never trusted alone. */
  readonly type: string;
  /** The charset that the server claims. */
  readonly charset?: string | undefined;
  /** The first bytes (up to 64 kB) for recognition; reading them does not consume the body. */
  readonly head: Uint8Array;
  /** The whole body, head included; can be taken once. */
  readonly body: ReadableStream<Uint8Array>;
}

/** One format: bytes to columns. Throws `SourceError`. */
export type Format = (input: Input, options: DatasetOptions) => Promise<Dataset>;
