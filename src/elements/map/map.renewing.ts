import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Motion } from '../../engine/motion.js';
import type { Bounds, Dataset } from '../../model/dataset.js';
import type { Age, AgeOptions } from './map.age.js';
import type { Looking } from './map.looking.js';
import type { Asked } from './map.styling.js';

type Host = ReactiveControllerHost & HTMLElement & Pick<Asked, 'colorBy' | 'sizeBy'>;

/** Finds in newer data what was there before. */
export type Same = typeof import('./map.same.js');

export interface RenewingOptions extends Omit<AgeOptions, 'idle'> {
  readonly data: () => Dataset | undefined;
  /** Whether there is an address to read it from again: what the page brought itself has none. */
  readonly readable: () => boolean;
}

/** Keeps values young that change by themselves, and reads on where a source has more than it gives; what does it comes only where there are such. */
export class Renewing implements ReactiveController {
  readonly #host: Host;
  readonly #options: RenewingOptions;
  #isLoading = false;
  #age: Age | undefined;
  #brought: { readonly data: Dataset; readonly same: Same; readonly motion: Motion | undefined } | undefined;
  #looking: Looking | undefined;

  /** What keeps the listed data young where that is a further layer's. */
  layer: Age | undefined;

  constructor(host: Host, options: RenewingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The box that is looked at, of a source that is too large to be read whole. */
  get view(): Bounds | undefined {
    return this.#looking?.view;
  }

  /** Something else is read from now on. */
  forget(): void {
    this.#looking?.stop();
    this.#looking = undefined;
  }

  hostDisconnected(): void {
    this.#looking?.stop();
  }

  /** The map came to rest, looking at a box. */
  async rested(bounds: Bounds): Promise<void> {
    const data = this.#options.data();
    const { total = 0, kept = 0 } = data?.report ?? {};
    if (!data || data.report.join || total <= kept || !this.#options.readable()) return;
    const { Looking } = await import('./map.looking.js');
    this.#looking ??= new Looking({ read: this.#options.read, renewed: this.bring });
    this.#looking.rested(bounds, data);
  }

  hostUpdated(): void {
    const data = this.#options.data();
    if (data?.live && !this.#isLoading) void this.#load();
    this.#age?.follow(data?.live && this.#options.readable() ? data : undefined);
  }

  /** Of newer values of what was there before: how who looks at it stays where he is. */
  same(data: Dataset): Same | undefined {
    return data === this.#brought?.data ? this.#brought.same : undefined;
  }

  /** Whether it is newer than what was there before, and how it comes out of that. */
  newer(data: Dataset): Motion | boolean {
    return data === this.#brought?.data && (this.#brought.motion ?? true);
  }

  /** How old values are that change by themselves, and `said` instead of what is shown meanwhile. */
  render(data: Dataset, role: unknown, said: unknown): unknown {
    return data.live ? html`<p class="visually-hidden" role=${role}>${said}</p><p class="age quiet">${(this.layer ?? this.#age)?.render(data, this.#options.language) ?? nothing}</p>` : nothing;
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    const found = await import('./map.age.js').catch(() => undefined);
    // Without it the values stay what they are; the next update tries again.
    this.#isLoading = Boolean(found);
    this.#age = found && new found.Age(this.#host, { ...this.#options, renewed: this.bring });
  }

  /** Shows newer values of the same in the place of what is there. */
  bring = async (data: Dataset, show: (data: Dataset) => void = this.#options.renewed): Promise<void> => {
    const before = this.#options.data();
    const same = await import('./map.same.js');
    const motion = before && data.live && (await same.motion(before, data, this.#host));
    // By now the page may show something else.
    if (before !== this.#options.data()) return;
    this.#brought = { data, same, motion };
    show(data);
  };
}
