import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Who filters sees the first rows sooner where they are no more than can be seen. */
const first = 20;
const page = 50;

/** So many rows are in the page at most: more than three screens, few enough for a cheap phone. */
const most = 3 * page;

/** No browser shows boxes higher than some 17 million pixels: of a million rows each pixel above and below stands for several. */
const highest = 6_000_000;

/** The part of a long list that is in the page, and the room for what is above and below it. */
export class Window implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #count = 0;
  /** The height of what is above, and of one row, in pixels. */
  #above = 0;
  #height = 72;
  /** How many rows have just been put in above, whose height is not known yet. */
  #added = 0;

  from = 0;

  to = first;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get scroller(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.list') ?? null;
  }

  /** The list begins at its beginning, as before it was virtual, or with rows that are looked at. */
  restart(from = 0, to = from + first): void {
    [this.from, this.to, this.#above, this.#added] = [from, to, this.#estimate(from), 0];
  }

  /** How many rows there are; those of newer data may be fewer. */
  fit(count: number): void {
    this.#count = count;
    if (this.from >= count) this.restart();
  }

  /** Puts a row into the part that is in the page. */
  include(place: number): void {
    if (place < 0 || (place >= this.from && place < this.to)) return;
    this.restart(Math.floor(place / first) * first);
    this.#host.requestUpdate();
  }

  /** The next rows, for whoever scrolls or presses the button; what is far above goes. */
  forward(): void {
    const items = this.#items;
    this.to = Math.min(this.#count, this.to + page);
    const dropped = Math.min(Math.max(0, this.to - this.from - most), items.length - 1);
    if (dropped > 0) this.#above += top(items[dropped]!) - top(items[0]!);
    this.from += Math.max(0, dropped);
    this.#change();
  }

  backward(): void {
    this.#added = Math.min(page, this.from);
    this.from -= this.#added;
    this.to = Math.min(this.to, this.from + most);
    this.#change();
  }

  scrolled = (): void => {
    const { scroller } = this;
    const items = this.#items;
    if (!scroller || items.length === 0 || this.#added > 0) return;
    const { top: edge, height } = scroller.getBoundingClientRect();
    const [begin, end] = [top(items[0]!) - edge, items.at(-1)!.getBoundingClientRect().bottom - edge];
    if (end <= 0 || begin >= height) this.#jump(scroller);
    else if (this.to < this.#count && end < 2 * height) this.forward();
    else if (this.from > 0 && begin > -height) this.backward();
  };

  hostUpdated(): void {
    const { scroller } = this;
    const items = this.#items;
    const rooms = scroller?.querySelectorAll<HTMLElement>('.room');
    if (!scroller || !rooms || items.length === 0) return;
    const { bottom } = items.at(-1)!.getBoundingClientRect();
    this.#height = (bottom - top(items[0]!)) / items.length || this.#height;
    let shift = 0;
    if (this.#added > 0) {
      const above = this.#above - (top(items[Math.min(this.#added, items.length - 1)]!) - top(items[0]!));
      this.#above = this.from === 0 || above < this.#estimate(this.from) / 2 ? this.#estimate(this.from) : above;
      shift = this.#above - above;
      this.#added = 0;
    }
    rooms[0]?.style.setProperty('block-size', `${this.#above}px`);
    rooms[1]?.style.setProperty('block-size', `${this.#estimate(this.#count - this.to)}px`);
    if (shift !== 0) scroller.scrollTop += shift;
    // Of a high list more is seen.
    if (this.to < this.#count && this.to - this.from < most && bottom > 0 && bottom < scroller.getBoundingClientRect().bottom) this.forward();
  }

  /** The reader pulled the bar far away: what stands there is in proportion. */
  #jump(scroller: HTMLElement): void {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const place = (scrollTop / Math.max(1, scrollHeight - clientHeight)) * (this.#count - 1);
    this.from = Math.max(0, Math.min(this.#count - page, Math.floor(place) - 10));
    this.to = Math.min(this.#count, this.from + page);
    this.#above = this.from === 0 ? 0 : Math.max(0, scrollTop - (place - this.from) * this.#height);
    this.#change();
  }

  /** A focus whose row goes stays in the list, so that the arrow keys go on from there. */
  #change(): void {
    const focused = this.#host.shadowRoot?.activeElement?.closest('.item');
    const place = focused ? Number(focused.getAttribute('data-place')) : this.from;
    if (place < this.from || place >= this.to) this.scroller?.focus({ preventScroll: true });
    this.#host.requestUpdate();
  }

  get #items(): HTMLElement[] {
    return [...(this.scroller?.querySelectorAll<HTMLElement>('.item') ?? [])];
  }

  #estimate(rows: number): number {
    return Math.max(0, rows) * Math.min(this.#height, highest / Math.max(1, this.#count));
  }
}

function top(item: HTMLElement): number {
  return item.getBoundingClientRect().top;
}
