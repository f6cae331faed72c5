import { palette, type Palette } from '../../engine/palette.js';
import { mostClasses, outlines } from '../../engine/symbols.js';

/** The classes of elements that carry the map's colours, in the order in which `palette` reads them off for the canvas. */
const names: readonly string[] = ['land', 'water', 'border', 'halo', 'accent', 'on-accent', 'selected', 'ink', ...Array.from({ length: outlines.length + mostClasses }, (_, symbol) => `symbol-${symbol}`)];

/** What has the page's colours as its style sheets give them: a canvas knows none. */
export class Probes {
  readonly #box = document.createElement('div');

  /** `changed` is told when the page's colours have become others. */
  constructor(root: ParentNode, changed: () => void) {
    this.#box.className = 'probes';
    this.#box.ariaHidden = 'true';
    for (const name of names) {
      const probe = document.createElement('i');
      probe.className = name;
      this.#box.append(probe);
    }
    this.#box.addEventListener('transitionend', changed);
    root.append(this.#box);
  }

  get palette(): Palette {
    return palette(this.#box.children);
  }

  remove(): void {
    this.#box.remove();
  }
}
