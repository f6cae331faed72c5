import { outlines } from './map.symbols.js';

/** The colours of a map as the page's theme gives them, for a canvas that knows no style sheets. */
export interface Palette {
  readonly land: string;
  readonly water: string;
  readonly border: string;
  /** Around what lies on the map. */
  readonly halo: string;
  readonly accent: string;
  readonly onAccent: string;
  /** Around what is selected. */
  readonly selected: string;
  readonly symbols: readonly string[];
  readonly font: string;
}

const named = ['land', 'water', 'border', 'halo', 'accent', 'on-accent', 'selected'] as const;

/** The classes of the elements that carry the colours, in the order in which `palette` reads them. */
export const probes: readonly string[] = [...named, ...outlines.map((_, symbol) => `symbol-${symbol}`)];

/** Reads the colours off elements that have them: only so are `light-dark()` and system colours resolved. */
export function palette(carriers: Iterable<Element>): Palette {
  const styles = [...carriers].map((carrier) => getComputedStyle(carrier));
  const [land = '', water = '', border = '', halo = '', accent = '', onAccent = '', selected = '', ...symbols] = styles.map(({ color }) => color);
  return { land, water, border, halo, accent, onAccent, selected, symbols, font: styles[0]?.fontFamily ?? 'sans-serif' };
}
