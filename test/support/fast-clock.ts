/** So long the test runner waits for what a test asks of it, such as a click. */
const patience = 20_000;

/** Makes timers of so many milliseconds and more run out a thousand times as fast, for the length of one test; shorter ones, by which tests wait, stay what they are. */
export function fastClock(from = 5000): { restore: () => void } {
  const real = globalThis.setTimeout;
  const fast = (work: () => void, delay = 0): ReturnType<typeof setTimeout> => real(work, delay >= from && delay !== patience ? delay / 1000 : delay);
  globalThis.setTimeout = fast as typeof setTimeout;
  return { restore: () => void (globalThis.setTimeout = real) };
}

/** Lets the page seem hidden or seen. */
export function seem(state: DocumentVisibilityState | undefined): void {
  if (state) Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  else Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
}
