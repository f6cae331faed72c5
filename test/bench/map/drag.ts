import type { Send } from './devtools.js';

/** What a frame of a drag costs the page's main thread, in milliseconds of its processor. */
export interface Pan {
  readonly median: number;
  readonly p95: number;
  /** What comes when the pointer is let go. */
  readonly end: number;
  readonly frames: number;
}

/** There and back again: what is in the middle at first is there for the filter, too. */
const frames = 60;
const away = (frame: number): number => 5 * Math.min(frame, frames - frame);
/** A library that needs a second a frame is known after some of them. */
const patience = 20_000;

/** Processor time of the main thread so far, in milliseconds; `Performance` is enabled. */
export async function busy(send: Send): Promise<number> {
  const { metrics } = await send<{ metrics: { name: string; value: number }[] }>('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000;
}

/**
 * Drags the map with a pointer, as a reader does: the browser's own input, for every library alike. After each move two frames pass, so
 * that a library that draws in the next one has done it; between moves the main thread's processor time is read, and what
 * reading it costs is taken off. It counts scripts, style, layout and paint of the page, neither workers nor what the browser's
 * other processes draw, and no waiting for a processor that others use.
 */
export async function drag(send: Send): Promise<Pan> {
  const mouse = (type: string, x: number, y: number): Promise<unknown> => send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 });
  const settled = (): Promise<unknown> => send('Runtime.evaluate', { expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))', awaitPromise: true });
  const { result: { value: [left, top] } } = await send<{ result: { value: [number, number] } }>('Runtime.evaluate', { expression: 'watch.middle()', returnByValue: true });
  const idle: number[] = [];
  const cost = async (step: () => Promise<unknown>): Promise<number> => {
    const before = await busy(send);
    await step();
    await settled();
    return (await busy(send)) - before;
  };
  for (let i = 0; i < 10; i += 1) idle.push(await cost(() => Promise.resolve()));
  idle.sort((a, b) => a - b);
  const costs: number[] = [];
  await mouse('mouseMoved', left, top);
  await mouse('mousePressed', left, top);
  const started = performance.now();
  for (let i = 1; i <= frames && performance.now() - started < patience; i += 1) costs.push((await cost(() => mouse('mouseMoved', left - away(i), top + away(i) / 3))) - idle[5]!);
  const end = (await cost(() => mouse('mouseReleased', left - away(costs.length), top + away(costs.length) / 3))) - idle[5]!;
  const sorted = costs.map((each) => Math.max(0, each)).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]!, end: Math.max(0, end), frames: costs.length };
}
