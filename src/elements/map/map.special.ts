import type { LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Filtering } from './map.filtering.js';
import type { CivicMap } from './map.js';
import type { Selection } from './map.selection.js';
import type { Remembering } from './map.state.js';

export type Joined = typeof import('./map.joined.js');
export type Partly = typeof import('./map.partly.js');

/** Brings in what only some data needs: what was joined to shapes, and what was read in part. It is there before the data is shown. */
export class Special {
  readonly #with: readonly [LitElement, Language, Filtering, Selection];
  joined: Joined | undefined;
  partly: Partly | undefined;
  remembering: Remembering | undefined;
  /** The choices of statistics. */
  cut: InstanceType<Joined['Cut']> | undefined;

  constructor(...options: readonly [LitElement, Language, Filtering, Selection]) {
    this.#with = options;
  }

  /** Keeps what is looked at in the address of the page. */
  async remember(host: CivicMap): Promise<void> {
    if (this.remembering) return;
    const { Remembering } = await import('./map.state.js');
    this.remembering ??= new Remembering(host, this.#with[2], this.#with[3], () => this.cut);
  }

  async ready(data: Dataset): Promise<Dataset> {
    const { statistics, report: { join, total = 0, kept } } = data;
    const [host, language, ...rest] = this.#with;
    try {
      this.joined = join || statistics ? await import('./map.joined.js') : undefined;
      this.partly = total > kept ? await import('./map.partly.js') : undefined;
      language.teach({ ...this.joined?.words, ...this.partly?.words });
      this.cut = statistics && (this.cut ?? new this.joined!.Cut(host, ...rest));
    } catch {
      // Without it the data is what it is.
    }
    host.requestUpdate();
    return data;
  }
}
