import { canvases, look } from './picture.js';
import type { Given, Kind, Peer } from './peers/peer.js';

/**
 * Runs in the page that is measured and sees what is drawn: in each frame it looks at the middle of every canvas, whoever drew it.
 * Markers that are elements, as clusters of Leaflet are, count as pixels.
 */
export interface Watch {
  /** Milliseconds from the request to the first frame with data in it. */
  draw(given: Given): Promise<number>;
  /** Resolves when all is drawn and half a second changed nothing in the picture. */
  settle(): Promise<void>;
  prepare(): Promise<void>;
  /** The middle of the map, in pixels of the page. */
  middle(): [left: number, top: number];
  /** Milliseconds from the wish to the first frame that is another. */
  filter(kind: Kind | undefined): Promise<number>;
  /** The longest task of the main thread since the request, in milliseconds; tasks below 50 ms are not told. */
  longest(): Promise<number>;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

const peer = (): Peer => (globalThis as unknown as { peer: Peer }).peer;
let longest = 0;
/** Until all is drawn, where that is told. */
let drawing: Promise<unknown> = Promise.resolve();

const watch: Watch = {
  async draw(given) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });
    const started = performance.now();
    let failed: unknown;
    drawing = Promise.resolve(peer().draw(document.querySelector<HTMLElement>('#map')!, given)).catch((reason: unknown) => void (failed = reason));
    while (look().coloured < 40) {
      if (failed) throw failed;
      await frame();
    }
    return performance.now() - started;
  },
  async settle() {
    await drawing;
    let { picture } = look();
    for (let still = performance.now(); performance.now() - still < 500; ) {
      await frame();
      const now = look().picture;
      if (now === picture) continue;
      picture = now;
      still = performance.now();
    }
  },
  async prepare() {
    await peer().prepare?.();
  },
  middle() {
    const [canvas] = canvases(document).sort((a, b) => b.width - a.width);
    const { left, top, width, height } = (canvas ?? document.querySelector('#map')!).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  },
  async filter(kind) {
    const before = look().picture;
    const started = performance.now();
    void peer().filter(kind);
    do await frame();
    while (look().picture === before);
    return performance.now() - started;
  },
  async longest() {
    // The browser tells of a task a moment after its end.
    await new Promise((done) => setTimeout(done, 200));
    return longest;
  },
};
(globalThis as unknown as { watch: Watch }).watch = watch;
