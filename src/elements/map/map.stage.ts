import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { Nearness } from '../../controllers/nearness.js';
import type { PhaseStates } from '../../controllers/phase.js';
import type { Drawing, DrawingOptions, Scene } from './map.drawing.js';

interface StageOptions extends Pick<DrawingOptions, 'picked' | 'rested'> {
  readonly language: Language;
  readonly states: PhaseStates;
  /** The engine is there, or will not come. */
  readonly settled: () => void;
}

const hintTime = 1800;

/** Brings the engine in when there is something to draw and it is near, and keeps the drawing in step with the host. */
export class Stage implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: StageOptions;
  readonly #nearness: Nearness;
  #canvas: HTMLElement | undefined;
  #scene: Scene | undefined;
  #timer = 0;

  /** The map, once it is there. */
  drawing: Drawing | undefined;

  /** The buttons of that map. */
  controls: ((language: Language) => TemplateResult) | undefined;

  /** True when the engine could not be loaded or started. */
  failed = false;

  /** True when pictures of the source's own do not come. */
  tilesFailed = false;

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
    if (scene?.tiles !== this.#scene?.tiles) this.tilesFailed = false;
    this.#scene = scene;
    if (scene) this.drawing?.show(scene);
  }

  hostUpdated(): void {
    const canvas = this.#host.shadowRoot?.querySelector<HTMLElement>('.canvas-holder') ?? undefined;
    if (canvas !== this.#canvas) this.#leave();
    // Once for each place to draw on: it is remembered before the engine is there.
    if (!canvas || canvas === this.#canvas || !this.#scene || !this.#nearness.near) return;
    this.#canvas = canvas;
    void this.#draw(canvas);
  }

  /** Tells for a moment how the map is moved, since the plain wheel and one finger belong to the page. */
  tell(hint: 'wheel' | 'touch'): void {
    if (!this.drawing) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#say(undefined), hintTime);
    if (this.hint !== hint) this.#say(hint);
  }

  /** The page's colours changed. */
  recolour = (): void => this.drawing?.recolour();

  #say(hint: 'wheel' | 'touch' | undefined): void {
    this.hint = hint;
    this.#host.requestUpdate();
  }

  async #draw(canvas: HTMLElement): Promise<void> {
    const root = this.#host.shadowRoot;
    const { language } = this.#options;
    try {
      const { Drawing, controls, mapDrawn, styles } = await import('./map.drawing.js');
      if (canvas !== this.#canvas || !this.#scene || !root) return;
      // A set: an element that comes back to the page has them already.
      root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styles.styleSheet!])];
      const drawing = new Drawing(canvas, this.#scene, {
        ...this.#options,
        number: language.number,
        probes: () => root.querySelectorAll('.probes > *'),
        cover: () => root.querySelector('.detail'),
        drawn: () => this.#options.states.toggle('drawn', true),
        tileFailed: () => {
          if (this.tilesFailed) return;
          this.tilesFailed = true;
          this.#host.requestUpdate();
        },
      });
      language.teach({ mapDrawn });
      this.drawing = drawing;
      this.controls = (language) => controls(drawing, language);
    } catch {
      // Whatever the reason, such as a chunk that a proxy holds back: the list has everything that the map has.
      this.failed = true;
    }
    this.#host.requestUpdate();
    this.#options.settled();
  }

  #leave(): void {
    this.drawing?.destroy();
    this.drawing = undefined;
    this.controls = undefined;
    this.#canvas = undefined;
    this.#options.states.toggle('drawn', false);
  }
}
