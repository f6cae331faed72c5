import type { LitElement, ReactiveController } from 'lit';
import type { Language } from '../../controllers/language.js';
import { Nearness } from '../../controllers/nearness.js';
import type { Reading } from '../../controllers/reading.js';
import { failing } from '../../i18n/en.failing.js';
import { mapLayers } from '../../i18n/en.map-layers.js';
import type { Motion } from '../../engine/motion.js';
import type { Dataset } from '../../model/dataset.js';
import type { Scene } from './map.drawing.js';
import { Ground } from './map.ground.js';
import { LayerAges } from './map.layer-ages.js';
import { Dressing } from './map.layer-scene.js';
import { layerCredits, layerOrigins } from './map.layer-credits.js';
import { layerSwitch } from './map.layer-switch.js';
import { styles } from './map.layers.styles.js';
import type { Selection } from './map.selection.js';
import type { Parts, Special } from './map.special.js';
import { Sheet, type Origin } from './map.sheet.js';

export type LayeredMap = LitElement & { readonly label: string; readonly basemap: string };

/** How the map reads, and what it reads itself: its own source, or its first layer. */
export type LayersOptions = readonly [reading: Reading<Dataset>, source: () => Origin];

/**
 * The layers of a map and its ground. One layer is chosen: it is the map's data, with its list, search and details; of the
 * others the places and pictures are drawn, and who points at one of their places chooses that layer.
 */
export class Layers implements ReactiveController {
  readonly #host: LayeredMap;
  readonly #special: Special;
  readonly #language: Language;
  readonly #selection: Selection;
  readonly #reading: Reading<Dataset>;
  readonly #source: () => Origin;
  readonly #nearness: Nearness;
  readonly #ground: Ground;
  readonly #known = new WeakMap<HTMLElement, Sheet>();
  readonly #dressing = new Dressing();
  readonly #ages: LayerAges;
  /** Whether the map's own data was read, not given by the page. */
  #wasRead = true;
  #turned: Dataset | undefined;
  #main: Sheet | undefined;
  #isOpen = false;
  #isFailed = false;

  sheets: readonly Sheet[] = [];
  chosen: Sheet | undefined;

  constructor(host: LayeredMap, special: Special, [, language, , selection]: Parts, [reading, source]: LayersOptions) {
    this.#host = host;
    this.#special = special;
    this.#language = language;
    this.#selection = selection;
    this.#reading = reading;
    this.#source = source;
    this.#nearness = new Nearness(host);
    this.#ground = new Ground(() => host.requestUpdate());
    this.#ages = new LayerAges(host, {
      language,
      read: (sheet, signal) => (sheet === this.#main ? reading.reread(signal) : sheet.open(signal)),
      renewed: (sheet, data) => void this.#renew(sheet, data),
      // The map keeps what it lists of its own source; what the page gave instead has no address.
      idle: (sheet) => sheet.hidden || (sheet === this.#main && (sheet === this.chosen || !this.#wasRead)),
    });
    host.addController(this);
    language.teach({ mapLayers, failing });
    if (host.shadowRoot) host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, styles.styleSheet!];
    host.requestUpdate();
  }

  /** The map says only then that it could not read anything. */
  hostUpdated(): void {
    const isFailed = this.#host.matches(':state(failed)');
    if (isFailed === this.#isFailed) return;
    this.#isFailed = isFailed;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#ground.stop();
    for (const sheet of this.sheets) sheet.stop();
  }

  /** Whether the bundled land is not what is seen. */
  get hasGround(): boolean {
    return this.#ground.picture !== undefined && !this.#ground.failed;
  }

  /** The page or its layers changed, or something came. */
  follow(): void {
    const reading = this.#reading;
    const origin = this.#source();
    const origins = [...(origin === this.#host ? [origin] : []), ...this.#host.querySelectorAll<Origin>('civic-layer')];
    const before = this.sheets;
    this.sheets = origins.map((each) => this.#sheet(each));
    for (const sheet of before) if (!this.sheets.includes(sheet)) sheet.forget();
    this.#main = this.#sheet(origin);
    for (const [place, sheet] of this.sheets.entries()) {
      // What another layer was given instead hides that the map has something new to read.
      if (sheet.follow(place) && sheet === this.#main && this.chosen !== sheet) reading.give(undefined);
    }
    if (this.chosen && !this.sheets.includes(this.chosen)) reading.give(undefined);
    const { value } = reading;
    this.chosen = this.sheets.find((sheet) => sheet !== this.#main && sheet.data === value && value) ?? this.#main;
    if (value && this.chosen === this.#main) this.#main?.take(value, (rows) => void this.#pick(this.#main!, rows));
    if (!this.#nearness.near) return;
    this.#ground.follow(this.#host.basemap, this.#host.baseURI);
    for (const sheet of this.sheets) if (sheet !== this.#main && !sheet.hidden) void sheet.read((rows) => void this.#pick(sheet, rows));
    this.#ages.follow(this.sheets);
    if (this.#special.renewing) this.#special.renewing.layer = this.chosen === this.#main ? undefined : this.#ages.of(this.chosen);
    this.#fallBack(value);
  }

  /** What is drawn of it all. */
  dress(scene: Scene, data: Dataset): Scene {
    return this.#dressing.dress(scene, data, this, { ground: this.#ground.picture, turned: this.#turned });
  }

  /** Shows the rows of a layer in the list. */
  choose = (sheet: Sheet): void => {
    const { data } = sheet;
    if (sheet === this.chosen || !data) return;
    if (this.chosen === this.#main) this.#wasRead = this.#reading.readable;
    // Who changes between layers stays where he is.
    this.#turned = data;
    this.chosen = sheet;
    this.#reading.give(sheet === this.#main && this.#wasRead ? undefined : data);
    // Meanwhile it may have been read again.
    if (data !== this.#reading.value) this.#reading.renew(data);
    void this.#special.ready(data);
  };

  /** Shows a layer, or leaves it out; the list then has another. */
  turn = (sheet: Sheet, isOn: boolean): void => {
    sheet.hidden = !isOn;
    if (isOn || sheet !== this.chosen) return;
    const other = this.listable.find((each) => each !== sheet);
    if (other) this.choose(other);
  };

  /** Reads once more what could not be read. */
  again = (sheet: Sheet): void => {
    sheet.forget();
    this.#host.requestUpdate();
  };

  /** The layers of which there is a list. */
  get listable(): readonly Sheet[] {
    return this.sheets.filter(({ hidden, data }) => !hidden && data && data.length > 0);
  }

  title(sheet: Sheet): string {
    const { number, say } = this.#language;
    return sheet.origin.label || sheet.data?.about.title || say.mapLayers.untitled(number(this.sheets.indexOf(sheet) + 1));
  }

  /** How old the values of a layer are that is not listed; of the listed one the line below the count says it. */
  age(sheet: Sheet): unknown {
    const { data } = sheet;
    return data?.live && !sheet.hidden && sheet !== this.chosen ? this.#ages.of(sheet)?.render(data, this.#language) : undefined;
  }

  /** Which layers there are, and what became of them. */
  render(): unknown {
    return layerSwitch(this, this.#ground, this.#language);
  }

  /** Whose work is seen, on the map. */
  credits(): unknown {
    return layerCredits(this, this.#ground, this.#language, this.#isOpen, () => {
      this.#isOpen = !this.#isOpen;
      this.#host.requestUpdate();
    });
  }

  /** The same with licences and pages, below the map. */
  origins(): unknown {
    return layerOrigins(this, this.#ground, this.#language);
  }

  #sheet(origin: Origin): Sheet {
    const sheet = this.#known.get(origin) ?? new Sheet(origin, () => this.#host.requestUpdate());
    this.#known.set(origin, sheet);
    return sheet;
  }

  /** Where the first layer cannot be read, or has nothing to list, the next one is listed until the reader chooses. */
  #fallBack(value: Dataset | undefined): void {
    if (this.#turned) return;
    const isFailed = !value && this.#isFailed;
    if (isFailed && this.#main) this.#main.error ??= true;
    const first = this.listable.find((sheet) => sheet !== this.#main);
    if (!first || !(isFailed || (value?.tiles && value.length === 0))) return;
    this.choose(first);
    // Nobody looks anywhere yet where nothing was shown.
    if (isFailed) this.#turned = undefined;
  }

  /** Newer values of a layer came. */
  async #renew(sheet: Sheet, data: Dataset): Promise<void> {
    const take = (motion?: Motion): void => sheet.take(data, (rows) => void this.#pick(sheet, rows), motion);
    const { renewing } = this.#special;
    if (sheet !== this.chosen || !renewing) {
      const before = sheet.data;
      const same = await import('./map.same.js').catch(() => undefined);
      const motion = before && (await same?.motion(before, data, this.#special.with[0]));
      // By now it may be another layer's, or the reader may have chosen it.
      if (before === sheet.data) take(motion);
    } else {
      await renewing.bring(data, () => {
        take();
        // By now the reader may have chosen another one.
        if (sheet === this.#main) this.#reading.renew(data);
        else if (sheet === this.chosen) this.#reading.give(data);
      });
    }
    this.#host.requestUpdate();
  }

  async #pick(sheet: Sheet, rows: Uint32Array): Promise<void> {
    this.choose(sheet);
    await this.#host.updateComplete;
    this.#selection.pick(rows);
  }
}
