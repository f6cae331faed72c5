import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Filtering } from './map.filtering.js';
import type { CivicMap } from './map.js';
import type { Selection } from './map.selection.js';
import type { Stage } from './map.stage.js';
import type { Remembering } from './map.state.js';
import type { Wish } from './map.wishes.js';

export type Joined = typeof import('./map.joined.js');
export type Partly = typeof import('./map.partly.js');

/** Brings in what only some data needs: what was joined to shapes, and what was read in part. It is there before the data is shown. */
export class Special {
  readonly with: readonly [CivicMap, Language, Filtering, Selection, Stage];
  joined: Joined | undefined;
  partly: Partly | undefined;
  /** Knows the address of what is looked at. */
  remembering: Remembering | undefined;
  /** The choices of statistics. */
  cut: InstanceType<Joined['Cut']> | undefined;

  constructor(...options: Special['with']) {
    this.with = options;
  }

  /** What a page, an attribute or a link wishes is granted as soon as there is what it concerns. */
  wish(wish: Wish): void {
    import('./map.wishes.js').then(({ grant }) => grant(this, wish), () => {});
  }

  async ready(data: Dataset): Promise<Dataset> {
    const { statistics, report: { join, total = 0, kept } } = data;
    const [host, language, filtering, selection] = this.with;
    try {
      this.joined = join || statistics ? await import('./map.joined.js') : undefined;
      this.partly = total > kept ? await import('./map.partly.js') : undefined;
      language.teach({ ...this.joined?.words, ...this.partly?.words });
      this.cut = statistics && (this.cut ?? new this.joined!.Cut(host, filtering, selection));
    } catch {
      // Without it the data is what it is.
    }
    host.requestUpdate();
    return data;
  }
}
