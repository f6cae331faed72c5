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
  /** Writing on the ground. */
  readonly ink: string;
  readonly symbols: readonly string[];
  readonly font: string;
}

/** Reads the colours off the elements that `probes` names, in its order: only so are `light-dark()` and system colours resolved. */
export function palette(carriers: Iterable<Element>): Palette {
  const styles = [...carriers].map((carrier) => getComputedStyle(carrier));
  const [land = '', water = '', border = '', halo = '', accent = '', onAccent = '', selected = '', ink = '', ...symbols] = styles.map(({ color }) => color);
  return { land, water, border, halo, accent, onAccent, selected, ink, symbols, font: styles[0]?.fontFamily ?? 'sans-serif' };
}
