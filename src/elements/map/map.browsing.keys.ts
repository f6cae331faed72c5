import type { List } from './map.list.js';

/** So many rows are looked through for what is typed: more would take longer than a key. */
const reach = 20_000;

/** Longer between two letters, and a new word begins. */
const pause = 700;

let [typed, at] = ['', 0];

/** The arrow keys go from entry to entry, Home and End to the ends; letters go to the next name that begins with them. */
export function onListKey(event: KeyboardEvent, { rows, active, fields, language: { tag } }: List, go: (place: number) => void): void {
  const place = active === undefined ? 0 : rows.indexOf(active);
  const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: rows.length - 1, PageDown: place + 10, PageUp: place - 10 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    go(to);
    return;
  }
  if (event.key.length !== 1 || event.key === ' ') return;
  const isNew = event.timeStamp - at > pause;
  typed = (isNew ? '' : typed) + event.key.toLocaleLowerCase(tag);
  at = event.timeStamp;
  // The same name stays while its word is still written.
  for (let i = isNew ? 1 : 0; i < Math.min(rows.length, reach); i += 1) {
    const next = (place + i) % rows.length;
    if (fields.title(rows[next]!)?.toLocaleLowerCase(tag).startsWith(typed)) {
      go(next);
      return;
    }
  }
}

/** Left and right go from heading to heading, as they are seen. */
export function onHeadKey(event: KeyboardEvent, become: (head: number) => void): void {
  const head = event.target as HTMLElement;
  const heads = [...head.closest('tr')!.querySelectorAll<HTMLElement>('.head')];
  const onwards = getComputedStyle(head).direction === 'rtl' ? -1 : 1;
  const place = heads.indexOf(head);
  const to = { ArrowRight: place + onwards, ArrowLeft: place - onwards, Home: 0, End: heads.length - 1 }[event.key];
  const next = to === undefined ? undefined : heads[to];
  if (!next || to === undefined) return;
  event.preventDefault();
  become(to);
  next.focus();
}
