import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Engine } from '../../engine/engine.js';
import { wholeExtent } from '../../engine/extent.js';
import { palette } from '../../engine/palette.js';
import { latitude, longitude, mercatorX, mercatorY } from '../../model/mercator.js';
import { pointText } from './ideas.draft.js';
import { bareGround, readGround, type Ground } from './ideas.ground.js';
import { figure } from './ideas.picker.figure.js';
import { pickerStyles } from './ideas.picker.styles.js';

interface Options {
  readonly language: Language;
  /** The address of the city's own open data; empty for none. */
  readonly backdrop: string;
  /** Where the form says already that the idea belongs. */
  readonly point: { readonly lon: number; readonly lat: number } | undefined;
  readonly choose: (lon: number, lat: number) => void;
  readonly close: () => void;
  /** Called when there can be no map. */
  readonly fail: () => void;
}

/** Metres a pixel around a place that is known: with the city's data below, and with nothing but coasts. */
const near = 10;
const far = 1500;

/** So long the map has to rest before its middle is said, in milliseconds. */
const rest = 250;

/** A map that is moved under a fixed cross. It comes when someone wants it, and the engine after it. */
export class Picker {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #engine: Engine | undefined;
  #ground: Ground = bareGround;
  #stop: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #bare = false;
  #here: { readonly name: string | undefined; readonly point: string } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    const root = host.shadowRoot;
    const { styleSheet } = pickerStyles;
    if (root && styleSheet) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styleSheet])];
  }

  render(): TemplateResult {
    return figure({
      language: this.#options.language,
      about: this.#ground.about,
      bare: this.#bare,
      here: this.#here,
      attach: this.#attach,
      pan: (right, up) => this.#engine?.pan(right, up),
      zoom: (steps) => this.#engine?.zoom(steps),
      recolour: () => this.#engine?.colour(this.#palette()),
      choose: this.#choose,
      close: this.#options.close,
    });
  }

  /** The box to draw on comes and goes with the form. */
  #attach = (target?: Element): void => {
    this.#stop?.abort();
    clearTimeout(this.#timer);
    this.#engine?.destroy();
    this.#engine = this.#here = undefined;
    if (target) void this.#draw(target as HTMLElement);
  };

  async #draw(target: HTMLElement): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    const { language, backdrop, fail } = this.#options;
    try {
      // The view starts where the city is: shown earlier, it would jump there from the world.
      const [{ Engine: Drawing }, ground] = await Promise.all([import('../../engine/engine.js'), backdrop ? this.#read(backdrop, stop.signal) : bareGround]);
      if (stop.signal.aborted) return;
      this.#ground = ground;
      this.#engine = new Drawing({
        palette: this.#palette(),
        number: language.number,
        still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
        pointed: (x, y) => this.#engine?.look(x, y),
        fingers: 1,
        drawn: this.#drawn,
      });
      this.#engine.drawIn(target);
      this.#start(this.#engine);
    } catch {
      // Whatever the reason, such as a chunk that a proxy holds back.
      if (!stop.signal.aborted) fail();
    }
  }

  async #read(address: string, signal: AbortSignal): Promise<Ground> {
    try {
      return await readGround(address, signal);
    } catch {
      // A place can be chosen without it.
      this.#bare = !signal.aborted;
      return bareGround;
    }
  }

  #start(engine: Engine): void {
    const { point } = this.#options;
    const { scene } = this.#ground;
    engine.draw(scene);
    engine.fit(wholeExtent(scene.places.bounds), [12, 12, 12, 12], 'at once');
    if (point) engine.look(mercatorX(point.lon), mercatorY(point.lat), this.#ground === bareGround ? far : near);
    this.#host.requestUpdate();
  }

  #palette(): ReturnType<typeof palette> {
    return palette(this.#host.shadowRoot?.querySelectorAll('.picker-probes > *') ?? []);
  }

  #drawn = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, rest);
  };

  #tell = (): void => {
    if (!this.#engine) return;
    const [x, y] = this.#engine.centre();
    const point = pointText(longitude(x), latitude(y));
    if (point === this.#here?.point) return;
    this.#here = { name: this.#ground.name(x, y), point };
    this.#host.requestUpdate();
  };

  #choose = (): void => {
    if (!this.#engine) return;
    const [x, y] = this.#engine.centre();
    this.#options.choose(longitude(x), latitude(y));
  };
}
