/**
 * What a page and a frame in it say to each other, by `postMessage`: the frame says how high it is, in CSS pixels; the page
 * asks for it by a height of 0. Nothing but a finite number counts.
 */
export interface FrameMessage {
  readonly 'civic-height': number;
}

/** No frame grows without end, nor goes away, in CSS pixels. */
const [least, most] = [80, 20_000];

let isFollowing = false;

/** The height that a message says; `undefined` where it is no such message. */
export function heightIn(data: unknown): number | undefined {
  const height = typeof data === 'object' && data !== null && 'civic-height' in data ? data['civic-height'] : undefined;
  return typeof height === 'number' && Number.isFinite(height) ? height : undefined;
}

/** Makes frames as high as what they show, now and when that changes: those frames of the page that match the selector, each by what it says itself. */
export function fitFrames(selector: string): void {
  if (isFollowing) return;
  isFollowing = true;
  const all = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>(selector)];
  addEventListener('message', ({ source, data }) => {
    const height = heightIn(data);
    const frame = height && source && all().find(({ contentWindow }) => contentWindow === source);
    if (frame) fit(frame, height);
  });
  // Those that spoke before anybody listened.
  const question: FrameMessage = { 'civic-height': 0 };
  for (const { contentWindow } of all()) contentWindow?.postMessage(question, '*');
}

function fit(frame: HTMLIFrameElement, height: number): void {
  const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.setProperty('height', `${Math.min(most, Math.max(least, Math.ceil(height))) + edges}px`);
}
