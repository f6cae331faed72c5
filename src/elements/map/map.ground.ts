import type { Picture } from '../../engine/beneath.js';
import type { Basemap } from '../../sources/basemap.js';

/** The ground that a page asks for instead of the bundled land. */
export class Ground {
  readonly #changed: () => void;
  #said = '';
  #opening: AbortController | undefined;

  /** What lies below everything: pictures, nothing, or (`undefined`) the bundled land. */
  picture: Picture | 'none' | undefined;
  about: Basemap['about'] | undefined;
  /** Why there is none. */
  error: unknown;
  /** Its pictures do not come. */
  failed = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** `said` is what stands in the attribute. */
  follow(said: string, base: string): void {
    if (said === this.#said) return;
    this.stop();
    this.#said = said;
    this.about = this.error = undefined;
    this.failed = false;
    this.picture = said === 'none' ? said : undefined;
    if (said && said !== 'none') void this.#open(said, base);
  }

  /** Nobody waits for it any more. */
  stop(): void {
    this.#opening?.abort();
    this.#said = '';
  }

  async #open(said: string, base: string): Promise<void> {
    const { signal } = (this.#opening = new AbortController());
    try {
      const { openBasemap } = await import('../../sources/basemap.js');
      const { tiles, about } = await openBasemap(said, { base, signal, isFine: devicePixelRatio > 1 });
      if (signal.aborted) return;
      this.about = about;
      this.picture = { tiles, failed: () => void (signal.aborted || this.#fail()) };
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.#changed();
  }

  #fail(): void {
    this.failed = true;
    this.#changed();
  }
}
