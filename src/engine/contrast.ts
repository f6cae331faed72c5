/** How bright a colour is, from 0 to 1, as WCAG 2 reckons it. The canvas writes each colour as hexadecimal numbers. */
export function luminance(context: CanvasRenderingContext2D, colour: string): number {
  const before = context.fillStyle;
  context.fillStyle = colour;
  const text = String(context.fillStyle);
  context.fillStyle = before;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(text.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(context: CanvasRenderingContext2D, one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(context, one), luminance(context, other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
