import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Nearness } from '../../controllers/nearness.js';
import type { PhaseStates } from '../../controllers/phase.js';
import type { Engine, Mark, Padding, Scene } from './map.engine.js';
import { extentOf, wholeExtent } from './map.extent.js';
import { palette } from './map.palette.js';
import type { NumberFormat } from './map.scale.js';

interface StageOptions {
  readonly states: PhaseStates;
  readonly number: NumberFormat;
  /** The reader pointed at a place, or at several that cannot be told apart however near one goes. */
  readonly picked: (rows: Uint32Array) => void;
}

const hintTime = 1800;

/** Brings the engine in when there is something to draw and it is near, and keeps the drawing in step with the host. */
export class Stage implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: StageOptions;
  readonly #nearness: Nearness;
  #engine: Engine | undefined;
  #canvas: HTMLElement | undefined;
  #scene: Scene | undefined;
  #timer = 0;

  /** True when the engine could not be loaded or started. */
  failed = false;

  /** Which way to move the map the reader should know now. */
  hint: 'wheel' | 'touch' | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: StageOptions) {
    this.#host = host;
    this.#options = options;
    this.#nearness = new Nearness(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#leave();
  }

  /** What is to be seen from now on; `undefined` where there is no map. */
  show(scene: Scene | undefined): void {
    const before = this.#scene;
    this.#scene = scene;
    if (!scene || !this.#engine || isSame(scene, before)) return;
    this.#engine.draw(scene);
    if (scene.places !== before?.places) this.fitAll('at once');
    // A search that finds something elsewhere takes the map there; one that finds something here leaves it.
    else if (scene.rows !== before.rows && scene.rows.length > 0 && !this.#engine.sees(scene)) this.fitAll();
  }

  hostUpdated(): void {
    const canvas = this.#host.shadowRoot?.querySelector<HTMLElement>('.canvas-holder') ?? undefined;
    if (canvas !== this.#canvas) this.#leave();
    // Once for each place to draw on: it is remembered before the engine is there.
    if (!canvas || canvas === this.#canvas || !this.#scene || !this.#nearness.near) return;
    this.#canvas = canvas;
    void this.#mount(canvas);
  }

  zoom(steps: number): void {
    this.#engine?.zoom(steps);
  }

  pan(right: number, up: number): void {
    this.#engine?.pan(right, up);
  }

  /** Shows all places that pass the filter. */
  fitAll(how: 'at once' | 'gently' = 'gently'): void {
    if (!this.#scene) return;
    const { places, rows } = this.#scene;
    const extent = rows.length === places.x.length ? wholeExtent(places) : extentOf(places, rows);
    if (extent) this.#engine?.fit(extent, this.#padding(44), how);
  }

  /** Brings a row into the part of the map that nothing covers. */
  reveal(row: number): void {
    const extent = this.#scene && extentOf(this.#scene.places, Uint32Array.of(row));
    if (extent) this.#engine?.reveal(extent, this.#padding(32));
  }

  /** Tells for a moment how the map is moved, since the plain wheel and one finger belong to the page. */
  tell(hint: 'wheel' | 'touch'): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#say(undefined), hintTime);
    if (this.hint !== hint) this.#say(hint);
  }

  /** The page's colours changed. */
  recolour = (): void => {
    this.#engine?.colour(palette(this.#probes));
  };

  #say(hint: 'wheel' | 'touch' | undefined): void {
    this.hint = hint;
    this.#host.requestUpdate();
  }

  get #probes(): Iterable<Element> {
    return this.#host.shadowRoot?.querySelectorAll('.probes > *') ?? [];
  }

  async #mount(canvas: HTMLElement): Promise<void> {
    try {
      const { Engine } = await import('./map.engine.js');
      if (canvas !== this.#canvas || !this.#scene) return;
      this.#engine = new Engine(canvas, {
        palette: palette(this.#probes),
        number: this.#options.number,
        still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
        picked: (mark) => this.#pick(mark),
        drawn: () => this.#options.states.toggle('drawn', true),
      });
      this.#engine.draw(this.#scene);
      this.fitAll('at once');
      if (this.#scene.selected !== undefined) this.reveal(this.#scene.selected);
    } catch {
      // Whatever the reason, such as a chunk that a proxy holds back: the list has everything that the map has.
      this.failed = true;
      this.#host.requestUpdate();
    }
  }

  #leave(): void {
    this.#engine?.destroy();
    this.#engine = undefined;
    this.#canvas = undefined;
    this.#options.states.toggle('drawn', false);
  }

  #pick(mark: Mark): void {
    const rows = mark.rows();
    const extent = this.#scene && extentOf(this.#scene.places, rows);
    if (rows.length > 1 && extent && this.#engine?.splits(extent)) this.#engine.open(extent, this.#padding(60));
    else this.#options.picked(rows);
  }

  /** The room around what is shown, and what the details cover. */
  #padding(room: number): Padding {
    const [map, detail] = [this.#canvas?.getBoundingClientRect(), this.#host.shadowRoot?.querySelector('.detail')?.getBoundingClientRect()];
    const edge = Math.min(room, (map?.width ?? 0) / 6, (map?.height ?? 0) / 6);
    if (!map || !detail || detail.top >= map.bottom) return [edge, edge, edge, edge];
    const right = detail.left > map.left + map.width / 2 ? map.right - detail.left : 0;
    const left = detail.left > map.left + map.width / 2 ? 0 : detail.right - map.left;
    return [edge, edge + right, edge, edge + left];
  }
}

function isSame(a: Scene, b: Scene | undefined): boolean {
  return a.places === b?.places && a.rows === b.rows && a.selected === b.selected && a.symbol === b.symbol;
}
