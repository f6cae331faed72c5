import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Filtering } from './map.filtering.js';
import type { LayeredMap, Layers, LayersOptions } from './map.layers.js';
import type { Renewing, RenewingOptions } from './map.renewing.js';
import type { CivicMap } from './map.js';
import type { Saving } from './map.saving.js';
import type { Selection } from './map.selection.js';
import type { Stage } from './map.stage.js';
import type { Remembering } from './map.state.js';
import type { Time } from './map.time.js';
import type { Wish, Wishes } from './map.wishes.js';

export type Joined = typeof import('./map.joined.js');
export type Partly = typeof import('./map.partly.js');

/** What works together in a map. */
export type Parts = readonly [CivicMap, Language, Filtering, Selection, Stage];

/** Brings in what only some data needs: what was joined to shapes, what was read in part, and what changes by itself. It is there before the data is shown. */
export class Special {
  readonly #renews: RenewingOptions;
  readonly with: Parts;
  /** Keeps values young, and reads on where a source has more than it gives. */
  renewing: Renewing | undefined;
  joined: Joined | undefined;
  partly: Partly | undefined;
  /** Knows the address of what is looked at. */
  remembering: Remembering | undefined;
  /** The choices of statistics. */
  cut: InstanceType<Joined['Cut']> | undefined;
  /** Further layers, and another ground. */
  layers: Layers | undefined;
  /** What can be taken along. */
  saving: Saving | undefined;
  /** Steps through time. */
  time: Time | undefined;
  #loading: Promise<unknown> | undefined;
  #timing: Promise<unknown> | undefined;
  #wishing: Promise<unknown> | undefined;
  #wishes: Wishes | undefined;

  constructor(renews: RenewingOptions, ...options: Parts) {
    this.#renews = renews;
    this.with = options;
  }

  /** What a page, an attribute or a link wishes is granted as soon as there is what it concerns. */
  wish(wish: Wish): void {
    this.#wishing = import('./map.wishes.js').then(({ Wishes }) => (this.#wishes ??= new Wishes(this)).grant(wish), () => 0);
  }

  /** The map is about to be drawn: follows its layers, of which most maps have none. */
  look(host: LayeredMap, ...more: LayersOptions): void {
    if (this.layers) this.layers.follow();
    else if (host.basemap || host.querySelector('civic-layer')) this.#loading ??= import('./map.layers.js').then(({ Layers }) => (this.layers = new Layers(host, this, this.with, more)), () => 0);
    if (this.with[0].timeBy != null) this.#timing ??= import('./map.time.js').then(({ Time }) => (this.time = new Time(this)), () => 0);
  }

  /** Whether nobody waits for all of the data: a wish, a slider, other layers. */
  get isPlain(): boolean {
    return !(this.#timing ?? this.#wishing ?? this.with[0].querySelector('civic-layer'));
  }

  async ready(data: Dataset): Promise<Dataset> {
    const { statistics, live, report: { join, total = 0, kept } } = data;
    const [host, language, filtering, selection] = this.with;
    await Promise.all([this.#loading, this.#timing, this.#wishing]);
    try {
      if (live || total > kept) this.renewing ??= new (await import('./map.renewing.js')).Renewing(host, this.#renews);
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
