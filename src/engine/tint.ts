import type { Palette } from './palette.js';

/** A palette for a layer that is told from others by the colour of its symbol. */
export function tinted(palette: Palette, symbol: number): Palette {
  return { ...palette, accent: palette.symbols[symbol] ?? palette.accent, onAccent: palette.halo };
}

/** Whether the page is dark: what surrounds the symbols is as its ground. */
export function isDark({ halo }: Palette): boolean {
  const [red = 255, green = 255, blue = 255] = (/^rgba?\(([^)]+)\)/.exec(halo)?.[1] ?? '').split(/[\s,/]+/).filter(Boolean).map(Number);
  return red + green + blue < 384;
}
