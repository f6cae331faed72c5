/** Outlines around 0, 0 within a radius of 9: categories differ in shape, not in colour alone. The last is for all others. */
export const outlines: readonly string[] = [
  'M-7.5 0A7.5 7.5 0 1 1 7.5 0A7.5 7.5 0 1 1-7.5 0Z',
  'M-6.5-6.5H6.5V6.5H-6.5Z',
  'M0-8.5L8.5 6.5H-8.5Z',
  'M0-9L9 0L0 9L-9 0Z',
  'M-3-8.5H3V-3H8.5V3H3V8.5H-3V3H-8.5V-3H-3Z',
  'M-8.5-6.5H8.5L0 8.5Z',
  'M-8.5 0L-4.25-7.4H4.25L8.5 0L4.25 7.4H-4.25Z',
  'M0-9L2.6-3.2L9-2.8L4.2 1.5L5.6 8L0 4.5L-5.6 8L-4.2 1.5L-9-2.8L-2.6-3.2Z',
  'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z',
];

const disc = (radius: number): string => `M-${radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1-${radius} 0Z`;

/** How many classes of values there are at most. Their symbols follow those of the categories. */
export const mostClasses = 9;

/** The outline of a symbol. Those of classes are discs, the larger the more: so they differ in more than their colour. */
export const outlineOf = (symbol: number): string => outlines[symbol] ?? disc(Math.round(40 + 5.5 * (symbol - outlines.length)) / 10);
