/** What stands below a map on a picture: a heading, a symbol with its words, or the scale of heat. */
export interface Entry {
  readonly text: string;
  readonly isHeading?: boolean;
  readonly symbol?: SVGSVGElement | null;
  readonly scale?: Element;
}

/** The layers that are seen, and the legend, in the order of the page. */
export function legendOf(root: ShadowRoot): Entry[] {
  const layers = [...root.querySelectorAll('.layer:has(:checked)')].map((layer): Entry => ({ text: worded(layer.querySelector('bdi')), symbol: layer.querySelector('svg') }));
  return [...layers, ...[...root.querySelectorAll('.body ~ :is(.legend, .legend-title)')].flatMap((part): Entry[] => {
    if (part.matches('.legend-title')) return [{ text: worded(part), isHeading: true }];
    const scale = part.querySelector('.heat-scale');
    if (scale) return [...part.children].map((each) => (each === scale ? { text: '', scale } : { text: worded(each) }));
    return [...part.querySelectorAll('li')].map((entry) => ({ text: worded(entry), symbol: entry.querySelector('svg') }));
  })];
}

const worded = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** How large what stands before the words is, in CSS pixels. */
export function sizeOf({ symbol, scale }: Entry): { readonly width: number; readonly height: number } {
  return (symbol ?? scale)?.getBoundingClientRect() ?? { width: 0, height: 0 };
}

/** Draws what stands before the words, in the colours that the page has it in. `x` is its left edge, `y` its middle. */
export function drawSymbol(context: CanvasRenderingContext2D, entry: Entry, x: number, y: number, isLeftward: boolean): void {
  const { width, height } = sizeOf(entry);
  if (entry.scale) drawScale(context, getComputedStyle(entry.scale), [x, y - height / 2, width, height], isLeftward);
  if (!entry.symbol) return;
  const box = entry.symbol.viewBox.baseVal;
  context.save();
  context.translate(x, y - height / 2);
  if (box?.width) {
    context.scale(width / box.width, height / box.height);
    context.translate(-box.x, -box.y);
  }
  for (const shape of entry.symbol.querySelectorAll('path, circle')) drawShape(context, shape);
  context.restore();
}

function drawShape(context: CanvasRenderingContext2D, shape: Element): void {
  const { fill, stroke, strokeWidth, display } = getComputedStyle(shape);
  if (display === 'none') return;
  const outline = outlineOf(shape);
  if (fill !== 'none') {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (stroke === 'none') return;
  context.strokeStyle = stroke;
  context.lineWidth = parseFloat(strokeWidth);
  context.stroke(outline);
}

function outlineOf(shape: Element): Path2D {
  const outline = new Path2D(shape.getAttribute('d') ?? '');
  const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(shape.getAttribute(name)));
  if (r) outline.arc(x!, y!, r, 0, 2 * Math.PI);
  return outline;
}

function drawScale(context: CanvasRenderingContext2D, { backgroundImage, borderTopColor }: CSSStyleDeclaration, box: readonly [x: number, y: number, width: number, height: number], isLeftward: boolean): void {
  const colours = backgroundImage.match(/(rgba?|color|oklab)\([^()]*\)/g) ?? [];
  const [x, , width] = box;
  const gradient = isLeftward ? context.createLinearGradient(x + width, 0, x, 0) : context.createLinearGradient(x, 0, x + width, 0);
  for (const [i, colour] of colours.entries()) gradient.addColorStop(i / Math.max(1, colours.length - 1), colour);
  context.fillStyle = gradient;
  context.fillRect(...box);
  context.strokeStyle = borderTopColor;
  context.lineWidth = 1;
  context.strokeRect(...box);
}
