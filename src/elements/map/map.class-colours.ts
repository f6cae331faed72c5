/** From low to high on a light and on a dark ground: what is high stands out from either. Told apart with all kinds of sight, since they differ in lightness first. */
const rising = {
  light: ['#e3efb2', '#b5debe', '#72c3c2', '#3b9cc2', '#2a6fae', '#27408f', '#1a1a56'],
  dark: ['#27315f', '#2a5588', '#25799a', '#33a09b', '#6fc48d', '#b9e081', '#fdfbb5'],
};

/** From 0 to the most below it, and to the most above it. */
const falling = {
  light: { below: ['#f1dcae', '#d9b36b', '#b97b2a', '#84500c', '#543005'], above: ['#c5e8e2', '#82c9bd', '#3a988f', '#0a675f', '#003c30'] },
  dark: { below: ['#4c3d22', '#7d5c23', '#b98631', '#e6b25c', '#ffdf9e'], above: ['#21443f', '#256b62', '#339a8b', '#66cbb8', '#b5f5e6'] },
};

/** The colours of classes by their bounds, from the lowest, for a light and for a dark ground. */
export function classColours(bounds: readonly number[]): readonly { readonly light: string; readonly dark: string }[] {
  const count = Math.max(0, bounds.length - 1);
  const below = bounds.slice(1).filter((bound) => bound <= 0).length;
  const isBoth = bounds[0]! < 0 && bounds.at(-1)! > 0;
  const most = Math.max(below, count - below);
  return Array.from({ length: count }, (_, place) => {
    const pick = (scheme: 'light' | 'dark'): string => {
      if (!isBoth) return between(rising[scheme], count === 1 ? 0.6 : place / (count - 1));
      // As far from 0 on one side as on the other.
      const away = place < below ? below - place : place - below + 1;
      return between(place < below ? falling[scheme].below : falling[scheme].above, most === 1 ? 0.6 : 0.1 + (0.9 * (away - 1)) / (most - 1));
    };
    return { light: pick('light'), dark: pick('dark') };
  });
}

/** A colour of a ramp, from 0 to 1. */
function between(ramp: readonly string[], part: number): string {
  const at = part * (ramp.length - 1);
  const [one, next] = [ramp[Math.floor(at)]!, ramp[Math.min(ramp.length - 1, Math.floor(at) + 1)]!];
  const channel = (colour: string, i: number): number => Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  return `rgb(${[0, 1, 2].map((i) => Math.round(channel(one, i) + (channel(next, i) - channel(one, i)) * (at % 1))).join(' ')})`;
}
