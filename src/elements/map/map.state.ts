import type { ReactiveController } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import { readFilterState } from '../../model/filter-state-read.js';
import { partOf, withPart } from '../../model/fragment.js';
import { readSituation, writeSituation, type Situation } from '../../model/situation.js';
import { writeView } from '../../model/view.js';
import type { CivicMap } from './map.js';
import type { ViewChangeEvent } from './map.view-event.js';
import type { Wishes } from './map.wishes.js';

/** Browsers take a page that writes more often than a few times a second for one that hangs, in milliseconds. */
const pause = 300;
/** Letters that follow each other sooner are one search, which is undone at once. */
const search = 3000;

/**
 * Keeps filter, view, selection and year in the fragment of the page's address, under the name that the element has for it.
 * Moving the map replaces the entry of the history; what a reader would want to go back from makes a new one.
 */
export class Remembering implements ReactiveController {
  readonly #host: CivicMap;
  readonly #wishes: Wishes;
  #data: Dataset | undefined;
  #src = '';
  #isRestoring = false;
  /** The view that shows all: it need not be said. */
  #home: string | undefined;
  #view: string | undefined;
  /** What was written last: all of it, without the view, and without the words of the search, too. */
  #last: readonly [all: string, still: string, rest: string] = ['', '', ''];
  /** Where it begins when the address says nothing: with the filter of the page's own. It need not be said, either. */
  #first: Situation = { filters: {} };
  #searched = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CivicMap, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    // Before there is data the map knows where it will look.
    this.#look(readSituation(this.#part ?? '').view);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#follow);
    addEventListener('hashchange', this.#follow);
    this.#host.addEventListener('civic-view-change', this.#moved);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    removeEventListener('popstate', this.#follow);
    removeEventListener('hashchange', this.#follow);
    this.#host.removeEventListener('civic-view-change', this.#moved);
  }

  hostUpdated(): void {
    const { data, src } = this.#host;
    if (!data) return;
    const isOther = !this.#data || src !== this.#src;
    [this.#data, this.#src] = [data, src];
    if (isOther) void this.#begin();
    else this.#write();
  }

  /** The address that shows what is seen now, wherever it is opened. */
  get link(): string {
    const { view } = this.#host;
    return addressWith(withPart(location.hash, this.#host.state, writeSituation(this.#now, view && writeView(view)) || 'all'));
  }

  get #part(): string | undefined {
    return partOf(location.hash, this.#host.state);
  }

  get #now(): Situation {
    const { row } = this.#wishes.special.with[3];
    const id = this.#data?.columns[this.#data.roles.id ?? -1]?.value(row ?? -1);
    return { filters: this.#host.filters, selected: row === undefined || id === undefined ? row : { id: String(id) }, chosen: this.#wishes.special.cut?.chosen };
  }

  #look(view: Situation['view']): void {
    if (!view) return;
    this.#home ??= '';
    this.#view = 'longitude' in view ? writeView(view) : undefined;
    this.#wishes.grant({ view });
  }

  /** Back and forward, or an address that somebody wrote. */
  #follow = (): void => {
    const part = this.#part;
    if ((part ?? '') === this.#last[0] || !this.#data) return;
    const there = part === undefined ? this.#first : readSituation(part);
    void this.#restore(there).then(() => {
      if (there.view) this.#look(there.view);
      else if (this.#view) this.#return();
    });
  };

  /** To where the map began; where a link began it elsewhere, to all places. */
  #return(): void {
    this.#host.view = this.#home || null;
    this.#home ||= undefined;
    this.#view = undefined;
    this.#last = this.#written();
  }

  async #begin(): Promise<void> {
    const part = this.#part;
    this.#first = { filters: readFilterState(this.#host.getAttribute('filter') ?? '') };
    if (part !== undefined) return this.#restore(readSituation(part));
    this.#isRestoring = true;
    const [, , filtering] = this.#wishes.special.with;
    const { text } = filtering;
    await this.#filtered();
    this.#isRestoring = false;
    const { filters } = this.#host;
    // What somebody wrote in the search box meanwhile is not what the page began with.
    this.#first = { filters: filtering.text === text ? filters : { ...filters, text: text || undefined } };
    const before = writeSituation({ ...this.#now, ...this.#first, selected: undefined });
    this.#last = ['', before, before];
    // Who did something before this was there did so all the same.
    this.#write();
    return undefined;
  }

  async #restore({ filters, selected, chosen = [] }: Situation): Promise<void> {
    this.#isRestoring = true;
    this.#wishes.special.cut?.restore(new Map(chosen));
    this.#host.filters = filters;
    await this.#filtered();
    if (JSON.stringify(selected) !== JSON.stringify(this.#now.selected)) this.#host.select(selected);
    await this.#host.updateComplete;
    this.#isRestoring = false;
    this.#last = this.#written();
  }

  /** Resolves when what was asked is seen: what asks waits for the same, and before. */
  #filtered(): Promise<void> {
    return this.#wishes.special.with[2].load();
  }

  #moved = ({ view }: ViewChangeEvent): void => {
    const now = writeView(view);
    this.#home ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#view = now === this.#home ? undefined : now;
      this.#write();
    }, pause);
  };

  #written(): readonly [string, string, string] {
    const now = this.#now;
    const all = writeSituation(now, this.#view);
    return [all === writeSituation(this.#first) ? '' : all || 'all', writeSituation(now), writeSituation({ ...now, filters: { ...now.filters, text: undefined } })];
  }

  #write(): void {
    const [, , { text, filter }] = this.#wishes.special.with;
    // What is being written in the search box counts once it takes effect.
    if (this.#isRestoring || !this.#data || !this.#host.state || text !== filter.text) return;
    const [before, now] = [this.#last, this.#written()];
    if (now[0] === before[0]) return;
    this.#last = now;
    const isSearch = now[1] !== before[1] && now[2] === before[2];
    const isNew = now[1] !== before[1] && !(isSearch && Date.now() - this.#searched < search) && !this.#wishes.special.time?.isFurther;
    this.#searched = isSearch ? Date.now() : 0;
    try {
      // What the page itself keeps with the entry stays with it.
      history[isNew ? 'pushState' : 'replaceState'](history.state, '', addressWith(withPart(location.hash, this.#host.state, now[0])));
    } catch {
      // Where a page has no address of its own, or the browser thinks that this was too often, the map is as good without.
    }
  }
}

/** Written out, since a page's `<base>` would send it elsewhere. */
function addressWith(fragment: string): string {
  return location.href.split('#', 1)[0]! + (fragment && `#${fragment}`);
}
