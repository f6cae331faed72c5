import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Language } from '../../controllers/language.js';
import { PhaseStates } from '../../controllers/phase.js';
import { Reading } from '../../controllers/reading.js';
import { roadmap } from '../../i18n/en.roadmap.js';
import type { Commitment, Plan } from '../../model/commitment.js';
import { calendarDay } from '../../model/lateness.js';
import { matching, type RoadmapFilter } from '../../model/roadmap-filter.js';
import { sorted, type RoadmapSort } from '../../model/roadmap.js';
import { openPlan } from '../../sources/roadmap/index.js';
import { button } from '../../styles/button.styles.js';
import { field } from '../../styles/field.styles.js';
import { status } from '../../styles/status.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { entry } from './roadmap.entry.js';
import { CommitmentOpenEvent, IdeaOpenEvent } from './roadmap.events.js';
import { filters } from './roadmap.filters.js';
import { IdeaTitles } from './roadmap.ideas.js';
import { overview } from './roadmap.overview.js';
import { PageRequests } from './roadmap.page.js';
import { problems } from './roadmap.problems.js';
import { styles } from './roadmap.styles.js';

/** More than `longest` are shown `page` by `page`. */
const longest = 40;
const page = 30;

/**
 * A public plan and what became of it: every commitment with its status, its progress, and how late or early it is.
 *
 * @summary Holds a public body to its word.
 * @tag civic-roadmap
 *
 * @slot - What is shown until the plan is there: a link to it, or its text.
 * @slot heading - A heading of the page's own instead of the plan's title.
 * @csspart overview - Title, summary, bar and origin of the plan.
 * @csspart summary - The sentence that counts what is done.
 * @csspart bar - The bar below it.
 * @csspart stale - The line that says for how long nobody has kept the plan up.
 * @csspart filters - The choices above the list.
 * @csspart reset - The button that undoes them.
 * @csspart count - The line that says how many are shown.
 * @csspart commitment - One entry of the list.
 * @csspart commitment-status - Its status.
 * @csspart reason - Why it is late or was dropped.
 * @csspart detail - What opens below it.
 * @csspart timeline - Its steps.
 * @csspart milestone - One step.
 * @csspart more - The button that shows further commitments.
 * @csspart problems - What could not be read, for the webmaster.
 * @csspart status - The line shown while loading, or when loading failed.
 * @csspart retry - The button that loads again.
 * @cssprop --civic-roadmap-done - Colour of what is done.
 * @cssprop --civic-roadmap-late - Colour of what is late.
 * @cssstate loading - The plan is on its way.
 * @cssstate ready - The plan is shown.
 * @cssstate empty - The plan has no commitments.
 * @cssstate failed - The plan could not be read.
 * @fires {CommitmentOpenEvent} civic-commitment-open - When the details of a commitment open.
 * @fires {IdeaOpenEvent} civic-idea-open - Before a link to an idea is followed; cancel it to show the idea yourself.
 */
export class CivicRoadmap extends LitElement {
  static override styles = [tokens, button, field, status, styles];

  /** Where the plan is read: JSON, CSV, OC4IDS, or a hub's `/v1/commitments`. */
  @property() src = '';

  /** What the plan is called, instead of its own title. */
  @property() label = '';

  /** The day against which lateness is told, such as `2026-11-23`; the visitor's own day where none is given. */
  @property() today = '';

  /** The page that has the ideas, where it is another than this one: commitments lead to the ideas that they came from. */
  @property() ideas = '';

  @state() private filter: RoadmapFilter = {};

  @state() private sort: RoadmapSort = 'status';

  @state() private limit = page;

  @state() private opened: ReadonlySet<string> = new Set();

  readonly #states = new PhaseStates(this);

  readonly #language = new Language(this, this.#states, { roadmap });

  readonly #reading = new Reading<Plan>(this, {
    states: this.#states,
    language: this.#language,
    what: () => [this.src],
    read: openPlan,
    empty: ({ commitments }) => commitments.length === 0,
  });

  readonly #ideaTitles = new IdeaTitles(this);

  constructor() {
    super();
    this.addController(new PageRequests({ reveal: (id) => this.#reveal(id), printing: () => void (this.limit = Infinity) }));
  }

  /** The plan that is shown; set it to show one of your own, or to `undefined` to read `src` again. */
  get plan(): Plan | undefined {
    return this.#reading.value;
  }

  set plan(plan: Plan | undefined) {
    this.#reading.give(plan);
  }

  protected override render(): unknown {
    return this.#reading.render((plan) => this.#plan(plan), (plan) => this.#empty(plan));
  }

  get #day(): string {
    return this.today || calendarDay(new Date());
  }

  #matches(commitments: readonly Commitment[]): readonly Commitment[] {
    return sorted(matching(commitments, this.filter, this.#day), this.sort, this.#day, this.#language.tag);
  }

  #plan(plan: Plan): TemplateResult {
    const { say, number } = this.#language;
    const matches = this.#matches(plan.commitments);
    const links = { page: this.ideas, titleOf: this.#ideaTitles.of, follow: this.#followIdea };
    const shown = matches.length > longest ? matches.slice(0, this.limit) : matches;
    return html`
      <section aria-label=${this.label || plan.title || say.roadmap.label}>
        ${overview(plan, this.label, this.#day, this.#language)}
        ${filters(plan.commitments, { filter: this.filter, sort: this.sort, today: this.#day, language: this.#language, choose: this.#choose, order: this.#order, reset: this.#reset })}
        <p part="count" class="shown quiet" role="status">${matches.length === 0 ? say.roadmap.none : say.roadmap.shown(matches.length, number(plan.commitments.length))}</p>
        <ul class="commitments">
          ${shown.map((commitment, place) => entry(commitment, place, { open: this.opened.has(commitment.id), today: this.#day, links, language: this.#language, toggle: this.#toggle }))}
        </ul>
        ${shown.length < matches.length
          ? html`<button part="more" class="button more-button" type="button" @click=${this.#more}>${say.roadmap.more(Math.min(page, matches.length - shown.length))}</button>`
          : nothing}
        ${problems(plan, this.#language)}
      </section>
    `;
  }

  #empty(plan: Plan): TemplateResult {
    return html`<p part="status" class="status" role="status">${this.#language.say.roadmap.empty}</p> ${problems(plan, this.#language)} <slot></slot>`;
  }

  #choose = (change: RoadmapFilter): void => {
    this.filter = { ...this.filter, ...change };
    this.limit = page;
  };

  #order = (sort: RoadmapSort): void => {
    this.sort = sort;
  };

  #reset = (): void => {
    this.filter = {};
    // The button that was pressed goes away: without a word the focus would fall back to the page's beginning.
    this.shadowRoot?.querySelector<HTMLElement>('#search')?.focus();
  };

  #more = async (): Promise<void> => {
    const first = this.limit;
    this.limit += page;
    await this.updateComplete;
    this.#title(first)?.focus();
  };

  #toggle = (commitment: Commitment, open: boolean): void => {
    const opened = new Set(this.opened);
    if (open) opened.add(commitment.id);
    else opened.delete(commitment.id);
    this.opened = opened;
    if (!open) return;
    void this.#ideaTitles.read(commitment.ideas);
    this.dispatchEvent(new CommitmentOpenEvent(commitment));
  };

  #followIdea = (event: Event, idea: string): void => {
    if (!this.dispatchEvent(new IdeaOpenEvent(idea))) event.preventDefault();
  };

  #title(place: number): HTMLElement | null | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(`#title-${place}`);
  }

  #reveal(id: string): boolean {
    const { plan } = this;
    if (!plan || this.#states.current !== 'ready') return false;
    const commitment = plan.commitments.find((each) => each.id === id);
    if (!commitment) return true;
    if (!matching([commitment], this.filter, this.#day).length) this.filter = {};
    const place = this.#matches(plan.commitments).indexOf(commitment);
    this.limit = Math.max(this.limit, Math.ceil((place + 1) / page) * page);
    if (!this.opened.has(id)) this.#toggle(commitment, true);
    void this.updateComplete.then(() => {
      this.#title(place)?.focus({ preventScroll: true });
      this.#title(place)?.scrollIntoView({ block: 'start' });
    });
    return true;
  }
}
