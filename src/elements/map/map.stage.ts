import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Nearness } from '../../controllers/nearness.js';
import type { PhaseStates } from '../../controllers/phase.js';
import type { Drawing, DrawingOptions, Scene } from './map.drawing.js';

interface StageOptions extends Pick<DrawingOptions, 'language' | 'picked' | 'rested'> {
  readonly states: PhaseStates;
  /** The engine is there, or will not come, or there is nothing for it to do. */
  readonly settled: () => void;
}

/** Brings the engine in when there is something to draw and it is near, and keeps the drawing in step with the host. */
export class Stage implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: StageOptions;
  readonly #nearness: Nearness;
  #canvas: HTMLElement | undefined;
  /** What draws, once it is made; by then there may be nothing to draw. */
  #made: Drawing | undefined;
  #scene: Scene | undefined;
  #isDrawn = false;

  /** The map, once it is there. */
  drawing: Drawing | undefined;

  /** True when the engine could not be loaded or started. */
  failed = false;

  /** True when pictures of the source's own do not come. */
  tilesFailed = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: StageOptions) {
    this.#host = host;
    this.#options = options;
    this.#nearness = new Nearness(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** What is to be seen from now on; `undefined` where there is no map. */
  show(scene: Scene | undefined): void {
    if (scene?.tiles !== this.#scene?.tiles) this.tilesFailed = false;
    this.#scene = scene;
    if (scene) this.drawing?.show(scene);
    else this.#options.settled();
  }

  hostUpdated(): void {
    const canvas = this.#host.shadowRoot?.querySelector<HTMLElement>('.canvas-holder') ?? undefined;
    if (this.#canvas && canvas !== this.#canvas) this.#leave();
    // Once for each place to draw on: it is remembered before the engine is there.
    if (!canvas || canvas === this.#canvas || !this.#scene || !this.#nearness.near) return;
    this.#canvas = canvas;
    void this.#draw(canvas);
  }

  /** What draws may come while a large file does; where it does not, it is asked for again when it is needed. */
  prepare = (): void => void this.#make().catch(() => {});

  async #make(): Promise<void> {
    const { Drawing } = await import('./map.drawing.js');
    this.#made ??= new Drawing(this.#host.shadowRoot!, {
      ...this.#options,
      told: () => this.#host.requestUpdate(),
      drawn: () => {
        if (this.#isDrawn || this.#scene?.isBeginning) return;
        this.#isDrawn = true;
        this.#options.states.toggle('drawn', true);
        // What is only opened need not be waited for.
        this.#options.settled();
      },
      tileFailed: () => {
        if (this.tilesFailed) return;
        this.tilesFailed = true;
        this.#host.requestUpdate();
      },
    });
  }

  async #draw(canvas: HTMLElement): Promise<void> {
    try {
      // After the list, which is a task of its own.
      await Promise.all([this.#made ?? this.#make(), new Promise((turn) => void setTimeout(turn))]);
      if (canvas !== this.#canvas || !this.#scene) return;
      const drawing = this.#made!;
      drawing.begin(canvas, this.#scene);
      this.drawing = drawing;
    } catch {
      // Whatever the reason, such as a chunk that a proxy holds back: the list has everything that the map has.
      this.failed = true;
      this.#options.settled();
    }
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#made?.destroy();
    this.#made = this.drawing = undefined;
    this.#canvas = undefined;
    this.#isDrawn = false;
    this.#options.states.toggle('drawn', false);
  }
}
