import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { mapExplorer } from '../../i18n/en.map-explorer.js';
import type { CategoryColumn, Dataset } from '../../model/dataset.js';
import type { Facet } from '../../model/facet.js';
import type { Ring } from '../../model/filter-place.js';
import type { Area } from './map.area.js';
import { chosenOf, rangesOf, withCode, withRanges } from './map.asking.js';
import { bars, table, tiles } from './map.bars.js';
import { chips } from './map.chips.js';
import { Counting } from './map.counting.js';
import { styles } from './map.explorer.styles.js';
import { facetName, hourSpans, itemsOf, totals, weekdayName, type Item } from './map.facet-words.js';
import { facetsOf } from './map.facets.js';
import type { Filtering } from './map.filtering.js';
import { histogram } from './map.histogram.js';
import type { Opening } from './map.opening.js';
import type { Partly } from './map.special.js';
import type { Stage } from './map.stage.js';

/** So many facets are open at first where, from so many pixels on, they stand side by side; else the one that means most, so that the map is not far below. */
const firstFacets = 3;
const roomy = 640;

/** So many values of one are shown. */
const firstValues = 8;

interface Explored {
  readonly data: Dataset;
  readonly title: string;
  readonly language: Language;
  readonly stage: Stage;
  /** What counts where the source has more than was read. */
  readonly partly: Partly | undefined;
}

/** By name: newer data may have its columns elsewhere. */
const keyOf = ({ columns }: Dataset, { column, kind }: Facet): string => `${kind} ${columns[column]!.name}`;

/** Everything that can be filtered by: each column with its counts, the map's section, a drawn area. */
export class Explorer {
  readonly #host: LitElement;
  readonly #filtering: Filtering;
  readonly #opening: Opening;
  #area: Area | undefined;
  #stage: Stage | undefined;
  #partly: Partly | undefined;
  #isFollowing = false;
  #first = firstFacets;
  readonly #turned = new Map<string, boolean>();
  readonly #whole = new Set<string>();
  readonly #tables = new Set<string>();
  readonly #counting: Counting;

  isOpen = false;

  constructor(host: LitElement, filtering: Filtering, opening: Opening) {
    this.#host = host;
    this.#filtering = filtering;
    this.#counting = new Counting(() => host.requestUpdate());
    this.#opening = opening;
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
  }

  turn(): void {
    this.isOpen = !this.isOpen;
    this.#first = this.#host.clientWidth < roomy ? 1 : firstFacets;
    this.#host.requestUpdate();
  }

  /** The corners of an area that is being drawn. */
  get draft(): Ring | undefined {
    return this.#area?.draft;
  }

  /** The map came to rest: where only what it shows is asked for, that is something else now. */
  rested(): void {
    const { filter } = this.#filtering;
    const view = this.#stage?.drawing?.view();
    if (this.#isFollowing && filter.extent && view && view.some((edge, i) => edge !== filter.extent![i])) this.#filtering.ask({ ...filter, extent: view });
  }

  chips(data: Dataset, language: Language): TemplateResult | typeof nothing {
    language.teach({ mapExplorer });
    return chips(data, this.#filtering, language);
  }

  render({ data, title, language, stage, partly }: Explored): TemplateResult | typeof nothing {
    [this.#stage, this.#partly] = [stage, partly];
    if (!this.isOpen) return nothing;
    const facets = facetsOf(data);
    const { say } = language;
    return html`
      <section part="explorer" class="explorer" aria-label=${say.mapExplorer.label(title)}>
        ${stage.drawing ? this.#places(language, stage) : nothing}
        ${facets.length === 0 ? html`<p class="quiet">${say.mapExplorer.nothing}</p>` : facets.map((facet, i) => this.#facet(data, facet, language, i < this.#first))}
        ${facets.some(({ kind }) => kind === 'hours' || kind === 'weekdays') ? html`<p class="quiet explorer-note">${say.mapExplorer.zone}</p>` : nothing}
      </section>
    `;
  }

  #places(language: Language, stage: Stage): TemplateResult {
    const { say } = language;
    const { filter } = this.#filtering;
    return html`
      <div class="explorer-places">
        <label class="bar-row">
          <input type="checkbox" .checked=${this.#isFollowing && filter.extent !== undefined} @change=${({ target }: Event) => this.#follow((target as HTMLInputElement).checked)} />
          <span>${say.mapExplorer.onlyShown}</span>
        </label>
        <button type="button" class="button" aria-pressed=${this.draft ? 'true' : 'false'} @click=${(event: MouseEvent) => this.#draw(stage, language, event.detail === 0)}>${say.mapExplorer.draw}</button>
      </div>
    `;
  }

  /** What draws an area comes when somebody wants to. */
  async #draw({ drawing }: Stage, language: Language, isByKeys: boolean): Promise<void> {
    const { Area } = (await this.#opening.ask('filters', () => import('./map.area.js'))) ?? {};
    if (!Area || !drawing) return;
    this.#area ??= new Area(this.#host, (ring) => this.#filtering.ask({ ...this.#filtering.filter, area: ring }));
    this.#area.begin(drawing, language, isByKeys);
  }

  #facet(data: Dataset, facet: Facet, language: Language, isFirst: boolean): TemplateResult {
    const key = keyOf(data, facet);
    const { filter } = this.#filtering;
    const chosen = chosenOf(filter, facet);
    const isOpen = this.#turned.get(key) ?? (isFirst || chosen.size > 0);
    const name = facetName(data, facet, language);
    const isAsked = chosen.size > 0 || (facet.kind === 'ranges' && rangesOf(filter, facet.column).length > 0);
    return html`
      <details part="facet" class="explorer-facet" .open=${isOpen} @toggle=${({ target }: Event) => this.#turn(key, (target as HTMLDetailsElement).open)}>
        <summary><h3><bdi>${name}</bdi></h3>${isAsked ? html`<span class="dot" aria-hidden="true"></span>` : nothing}</summary>
        ${isOpen ? this.#opened(data, facet, name, chosen, language) : nothing}
      </details>
    `;
  }

  #opened(data: Dataset, facet: Facet, name: string, chosen: ReadonlySet<number>, language: Language): TemplateResult | typeof nothing {
    const counts = this.#counting.isDue(facet, data.length) && this.#filtering.counts(facet);
    if (!counts) return nothing;
    const key = keyOf(data, facet);
    const { say } = language;
    return html`
      <div role="group" aria-label=${name}>
        ${this.#tables.has(key) ? table(name, itemsOf(data, facet, counts, language), language) : this.#chart(data, facet, name, counts, chosen, language)}
        ${facet.step === 'growing' ? html`<p class="quiet explorer-note">${say.mapExplorer.growing}</p>` : nothing}
      </div>
      <label class="bar-row table-switch">
        <input type="checkbox" aria-label=${`${say.mapExplorer.table}: ${name}`} .checked=${this.#tables.has(key)} @change=${() => this.#toggle(this.#tables, key)} />
        <span>${say.mapExplorer.table}</span>
      </label>
    `;
  }

  #chart(data: Dataset, facet: Facet, name: string, counts: Uint32Array, chosen: ReadonlySet<number>, language: Language): TemplateResult {
    const { filter } = this.#filtering;
    const choose = (code: number, on: boolean): void => this.#filtering.ask(withCode(this.#filtering.filter, facet, code, on));
    if (facet.kind === 'ranges' && facet.step !== 'each') {
      return histogram({ facet, name, counts, ranges: rangesOf(filter, facet.column), language, set: (ranges) => this.#filtering.ask(withRanges(this.#filtering.filter, facet.column, ranges)) });
    }
    const items = itemsOf(data, facet, counts, language);
    if (facet.kind === 'weekdays') return tiles({ items, chosen, language, choose, long: ({ code }) => weekdayName(code, language, 'long') });
    if (facet.kind === 'hours') return tiles({ items, chosen, language, choose, long: ({ code }) => hourSpans(new Set([code]), language)[0]! });
    if (facet.kind === 'ranges') return bars({ items, chosen, language, choose });
    const key = keyOf(data, facet);
    const { say } = language;
    const all = totals(facet);
    // By how many there are in the whole data, so that nothing moves under the reader's hand.
    const own = items.filter(({ code }) => all[code]! > 0).sort((a, b) => Number(a.code === 0) - Number(b.code === 0) || all[b.code]! - all[a.code]!);
    const ordered = this.#partly?.counted(own, data.columns[facet.column] as CategoryColumn, data) ?? own;
    const figures = ordered === own ? undefined : ({ whole, count }: Item): unknown => this.#partly?.figures(whole, count, language);
    const isWhole = this.#whole.has(key) || ordered.length <= firstValues + 1;
    return html`
      ${figures ? this.#partly?.note(data, language) : nothing}
      ${bars({ items: isWhole ? ordered : ordered.filter(({ code }, i) => i < firstValues || chosen.has(code)), chosen, language, choose, figures })}
      ${ordered.length > firstValues + 1
        ? html`<button type="button" class="button quiet" aria-expanded=${isWhole ? 'true' : 'false'} @click=${() => this.#toggle(this.#whole, key)}>${isWhole ? say.mapExplorer.fewer : say.mapExplorer.more(ordered.length - firstValues)}</button>`
        : nothing}
    `;
  }

  #turn(key: string, isOpen: boolean): void {
    if (this.#turned.get(key) === isOpen) return;
    this.#turned.set(key, isOpen);
    this.#host.requestUpdate();
  }

  #toggle(set: Set<string>, key: string): void {
    if (!set.delete(key)) set.add(key);
    this.#host.requestUpdate();
  }

  #follow(on: boolean): void {
    this.#isFollowing = on;
    this.#filtering.ask({ ...this.#filtering.filter, extent: on ? this.#stage?.drawing?.view() : undefined });
  }
}
