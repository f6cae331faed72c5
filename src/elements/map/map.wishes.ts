import type { ReactiveController } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import { readFilterState } from '../../model/filter-state-read.js';
import { halfWorld, mercatorX, mercatorY } from '../../model/mercator.js';
import { readView, resolutionOf, type ViewWish } from '../../model/view.js';
import type { Drawing } from './map.drawing.js';
import type { Special } from './map.special.js';
import { Remembering } from './map.state.js';

/** What a page, an attribute or a link wishes to see. It may be hostile: what cannot be understood wishes nothing. */
export interface Wish {
  readonly view?: ViewWish | string | null | undefined;
  /** As an attribute says it. */
  readonly filters?: string | undefined;
  readonly selected?: { readonly id: string | number } | undefined;
  /** The name under which all of it stands in the address of the page. */
  readonly state?: string | undefined;
}

/** Keeps what is wished before there are data or map, and grants it then. */
export class Wishes implements ReactiveController {
  readonly special: Special;
  #wish: Wish = {};
  #data: Dataset | undefined;
  #drawing: Drawing | undefined;
  #remembering: Remembering | undefined;

  constructor(special: Special) {
    this.special = special;
    special.with[0].addController(this);
  }

  grant(wish: Wish): void {
    this.#wish = { ...this.#wish, ...wish };
    const [host] = this.special.with;
    if (wish.state) this.#remembering ??= new Remembering(host, this);
    this.special.remembering = host.state ? this.#remembering : undefined;
    if ('view' in wish) this.#look();
    if (wish.filters !== undefined) this.special.with[2].filters = readFilterState(wish.filters);
    if (wish.selected) this.#select();
  }

  hostUpdated(): void {
    const [{ data }, , , , { drawing }] = this.special.with;
    if (drawing !== this.#drawing) {
      this.#drawing = drawing;
      if (this.#wish.view) this.#look();
    }
    if (!data || data === this.#data) return;
    this.#data = data;
    this.#select();
  }

  /** Once: what the reader selects afterwards is his. */
  #select(): void {
    const { data } = this;
    const { selected } = this.#wish;
    if (!data || !selected) return;
    this.#wish = { ...this.#wish, selected: undefined };
    const ids = data.columns[data.roles.id ?? -1];
    let row = 0;
    while (row < data.length && String(ids?.value(row)) !== String(selected.id)) row += 1;
    this.special.with[3].set(row < data.length ? row : undefined);
  }

  get data(): Dataset | undefined {
    return this.special.with[0].data;
  }

  #look(): void {
    const { drawing } = this.special.with[4];
    if (!drawing) return;
    const view = readView(this.#wish.view);
    if (!view) drawing.fitAll('at once');
    else if ('longitude' in view) drawing.engine.look(mercatorX(view.longitude), mercatorY(view.latitude), resolutionOf(view.zoom));
    else {
      const [west, south, east, north] = view.bounds;
      drawing.engine.fit([mercatorX(west), mercatorY(south), mercatorX(east) + (west > east ? 2 * halfWorld : 0), mercatorY(north)], [0, 0, 0, 0], 'at once', 0);
    }
  }
}
