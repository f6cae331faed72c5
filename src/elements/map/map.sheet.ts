import type { Beside, Picture } from '../../engine/beneath.js';
import type { Motion } from '../../engine/motion.js';
import type { Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { openDataset } from '../../sources/open.js';
import { SourceError } from '../../sources/source.js';

/** What names a layer: the map itself, or a `<civic-layer>`, of which only attributes are there until it is defined. */
export type Origin = HTMLElement & { readonly src?: string; readonly label?: string; readonly layer?: string; readonly fields?: string; readonly crs?: string; readonly relay?: string };

/** The order in which layers take their symbols: the first as a single one has it, the others from the end, which few categories reach. */
const order = [0, 7, 6, 5, 4, 3, 2, 1] as const;

/** One layer of a map: what it reads, and what of that is drawn. */
export class Sheet {
  readonly origin: Origin;
  readonly #changed: () => void;
  #isHidden = false;
  #settings = '';
  #reading: AbortController | undefined;
  #data: Dataset | undefined;
  /** Which symbol its places have where they are not told apart by category. */
  symbol = 0;
  /** Why it could not be read. */
  error: unknown;
  picturesFailed = false;
  picture: Picture | undefined;
  beside: Beside | undefined;

  constructor(origin: Origin, changed: () => void) {
    this.origin = origin;
    this.#changed = changed;
  }

  get data(): Dataset | undefined {
    return this.#data;
  }

  get loading(): boolean {
    return this.#reading !== undefined;
  }

  /** A further layer is hidden by its attribute; the map's own source cannot be, since that hides the map. */
  get hidden(): boolean {
    return this.isOfMap ? this.#isHidden : Boolean(this.origin.hidden);
  }

  set hidden(hidden: boolean) {
    if (this.isOfMap) this.#isHidden = hidden;
    else this.origin.hidden = hidden;
    this.#changed();
  }

  get isOfMap(): boolean {
    return this.origin.localName === 'civic-map';
  }

  /** Takes its place among the others; true where it now names something else than before. */
  follow(place: number): boolean {
    this.symbol = order[place % order.length]!;
    const { src, layer, fields, crs, relay } = this.origin;
    const settings = JSON.stringify([src, layer, fields, crs, relay]);
    const isOther = settings !== this.#settings && this.#settings !== '';
    this.#settings = settings;
    if (isOther) this.forget();
    return isOther;
  }

  /** Takes what was read elsewhere, and draws of it what there is; `picked` is told which rows were pointed at, `newer` moves them from where they were. */
  take(data: Dataset, picked: (rows: Uint32Array) => void, newer?: Motion): void {
    if (data === this.#data && (this.beside?.symbol ?? this.symbol) === this.symbol) return;
    this.#data = data;
    const { places, tiles, statistics, length } = data;
    this.picture = tiles && { tiles, failed: () => this.#fail() };
    this.beside = places && { places, rows: statistics?.rows ?? Uint32Array.from({ length }, (_, row) => row), symbol: this.symbol, of: this, newer, picked };
  }

  /** Reads it, if that was not tried yet. */
  async read(picked: (rows: Uint32Array) => void): Promise<void> {
    if (!this.origin.src || this.#data || this.error || this.#reading) return;
    const { signal } = (this.#reading = new AbortController());
    try {
      this.take(await this.open(signal), picked);
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.#reading = undefined;
    this.#changed();
  }

  /** What is there now. Rejects where it cannot be read. */
  async open(signal: AbortSignal): Promise<Dataset> {
    const { src, layer, fields, crs, relay, baseURI } = this.origin;
    const address = safeWebUrl(src, baseURI);
    if (!address) throw new SourceError('unknown', `“${src}” is not an http(s) address.`);
    return openDataset(address, { signal, layer: layer || undefined, fields: fields ? fields.split(',') : undefined, crs: crs || undefined, relay: safeWebUrl(relay, baseURI) });
  }

  /** Nobody waits for it any more. */
  stop(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  /** It is to be read anew, or not at all. */
  forget(): void {
    this.stop();
    this.#data = this.picture = this.beside = this.error = undefined;
    this.picturesFailed = false;
  }

  #fail(): void {
    this.picturesFailed = true;
    this.#changed();
  }
}
