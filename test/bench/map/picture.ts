const [width, height] = [240, 160];
const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;

/** All canvases of the page, also those in shadow roots. */
export const canvases = (root: Document | ShadowRoot): HTMLCanvasElement[] => [...root.querySelectorAll('*')].flatMap((each) => (each instanceof HTMLCanvasElement ? [each] : each.shadowRoot ? canvases(each.shadowRoot) : []));

// What WebGL has drawn can be looked at later only where it is kept; for all alike.
const contexts = new WeakMap<HTMLCanvasElement, WebGL2RenderingContext>();
const { getContext } = HTMLCanvasElement.prototype;
HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
  if (!kind.startsWith('webgl')) return getContext.call(this, kind, options);
  const context = getContext.call(this, kind, { ...options, preserveDrawingBuffer: true });
  if (context) contexts.set(this, context as WebGL2RenderingContext);
  return context;
} as typeof getContext;

/** The pixels in the middle of a canvas; nothing more is copied, since a copy takes time that is not the library's. */
function middleOf(canvas: HTMLCanvasElement): Uint8Array | Uint8ClampedArray {
  const [left, top] = [Math.floor((canvas.width - width) / 2), Math.floor((canvas.height - height) / 2)];
  const gl = contexts.get(canvas);
  if (!gl) {
    copy.clearRect(0, 0, width, height);
    copy.drawImage(canvas, left, top, width, height, 0, 0, width, height);
    return copy.getImageData(0, 0, width, height).data;
  }
  const pixels = new Uint8Array(width * height * 4);
  const bound = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.readPixels(left, top, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
  return pixels;
}

/** How much strong colour there is, and a number that is another when the picture is. */
export function look(): { coloured: number; picture: string } {
  const pane = document.querySelector('.leaflet-marker-pane');
  let [coloured, hash] = [(pane?.childElementCount ?? 0) * 100, 0];
  for (const canvas of canvases(document)) {
    if (canvas.width < width || canvas.height < height) continue;
    const data = middleOf(canvas);
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = [data[i]!, data[i + 1]!, data[i + 2]!];
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 70) coloured += 1;
      hash = (Math.imul(hash, 31) + red * 65_536 + green * 256 + blue) | 0;
    }
  }
  return { coloured, picture: `${hash} ${pane?.textContent ?? ''}` };
}
