import type { LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Filtering } from './map.filtering.js';
import type { Selection } from './map.selection.js';

export type Joined = typeof import('./map.joined.js');
export type Partly = typeof import('./map.partly.js');

/** Brings in what only some data needs: what was joined to shapes, and what was read in part. It is there before the data is shown. */
export class Special {
  readonly #with: readonly [LitElement, Language, Filtering, Selection];
  joined: Joined | undefined;
  partly: Partly | undefined;
  /** The choices of statistics. */
  cut: InstanceType<Joined['Cut']> | undefined;

  constructor(...options: readonly [LitElement, Language, Filtering, Selection]) {
    this.#with = options;
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
