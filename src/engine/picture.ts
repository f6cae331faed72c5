/** What a map shows now, as one canvas; its layers may each have one of their own. A foreign picture among them taints it. */
export function pictureOf(viewport: HTMLElement | undefined): HTMLCanvasElement {
  const { width = 0, height = 0 } = viewport?.getBoundingClientRect() ?? {};
  const ratio = devicePixelRatio;
  const whole = document.createElement('canvas');
  [whole.width, whole.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = whole.getContext('2d');
  for (const canvas of viewport?.querySelectorAll<HTMLCanvasElement>('canvas') ?? []) {
    if (!context || canvas.width === 0) continue;
    // A layer of pictures is moved and stretched by a transform, and may be seen through.
    const { transform, opacity } = getComputedStyle(canvas);
    const around = canvas.parentElement === viewport ? '1' : getComputedStyle(canvas.parentElement!).opacity;
    const matrix = transform === 'none' ? new DOMMatrix([canvas.offsetWidth / canvas.width, 0, 0, canvas.offsetHeight / canvas.height, 0, 0]) : new DOMMatrix(transform);
    context.setTransform(new DOMMatrix().scale(ratio).multiply(matrix));
    context.globalAlpha = Number(opacity) * Number(around);
    context.drawImage(canvas, 0, 0);
  }
  return whole;
}
