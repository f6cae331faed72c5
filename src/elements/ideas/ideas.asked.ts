import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { hubUrl } from '../../controllers/hub.js';
import { ideasAsked } from '../../i18n/en.ideas-asked.js';
import { challengePhase, type Challenge, type ChallengeOutcome } from '../../model/challenge.js';
import type { Idea } from '../../model/idea.js';
import { safeUrl } from '../../model/safe-url.js';
import { readChallenges, readIdea } from '../../sources/hub.js';
import type { AskingOptions } from './ideas.asking.js';
import { badge } from './ideas.card.js';
import { challengeAddress, ideaAddress } from './ideas.link.js';
import { deadlineWords } from './ideas.asked.words.js';

export { askedStyles } from './ideas.asked.styles.js';

/** The questions of the city: one with all that belongs to it, or in a few lines those that are open. */
export class Asked {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: AskingOptions;
  #of: string | undefined;
  #reading: Promise<void> | undefined;
  #challenges: readonly Challenge[] | 'failed' | undefined;
  readonly #chosen = new Map<string, Idea | undefined>();

  constructor(host: ReactiveControllerHost & HTMLElement, options: AskingOptions) {
    this.#host = host;
    this.#options = options;
    options.language.teach({ ideasAsked });
  }

  get closed(): boolean {
    const { one } = this;
    return one !== undefined && challengePhase(one, Date.now()) !== 'open';
  }

  /** The one whose answers are shown. */
  get one(): Challenge | undefined {
    return typeof this.#challenges === 'object' ? this.#challenges.find(({ id }) => id === this.#options.challenge()) : undefined;
  }

  /** Resolves when they are read, or cannot be. */
  async ready(): Promise<void> {
    const endpoint = this.#options.endpoint();
    if (this.#of !== endpoint) this.#reading = this.#read(endpoint);
    await this.#reading;
  }

  render(): unknown {
    const { challenge, language } = this.#options;
    const words = language.say.ideasAsked;
    if (this.#challenges === undefined) return nothing;
    if (this.#challenges === 'failed') return html`<p class="notice" role="status">${words.unread}</p>`;
    if (!challenge()) return this.#list(this.#challenges);
    return this.one ? this.#brief(this.one) : html`<p class="notice" role="status">${words.gone}</p> ${this.#back()}`;
  }

  #list(all: readonly Challenge[]): unknown {
    const words = this.#options.language.say.ideasAsked;
    const isOver = (each: Challenge): boolean => challengePhase(each, Date.now()) === 'over';
    const [open, over] = [all.filter((each) => !isOver(each)), all.filter(isOver)];
    const list = (some: readonly Challenge[]): TemplateResult => html`
      <ul>
        ${some.map((each) => html`<li><a href=${challengeAddress(each.id)} dir="auto">${each.title}</a> <span class="quiet">${this.#facts(each)}</span></li>`)}
      </ul>
    `;
    if (all.length === 0) return nothing;
    return html`
      <section part="challenges" class="asked" aria-labelledby="challenges-title">
        <h3 id="challenges-title">${words.title}</h3>
        ${open.length > 0 ? list(open) : nothing}
        ${over.length > 0 ? html`<details><summary>${words.over} (${this.#options.language.number(over.length)})</summary>${list(over)}</details>` : nothing}
      </section>
    `;
  }

  #facts(each: Challenge): string {
    const { language } = this.#options;
    return `${deadlineWords(each, Date.now(), language)} · ${language.say.ideasAsked.responses(each.responses)}`;
  }

  #brief(one: Challenge): TemplateResult {
    const words = this.#options.language.say.ideasAsked;
    const { title, brief, reward, contact, outcome } = one;
    const address = safeUrl(contact?.includes('@') ? `mailto:${contact}` : contact);
    return html`
      <section part="challenge" class="asked brief" aria-labelledby="challenge-title">
        <p class="eyebrow">${words.title}</p>
        <h3 id="challenge-title" tabindex="-1" dir="auto">${title}</h3>
        <p part="deadline" class="facts"><strong>${this.#facts(one)}</strong></p>
        ${outcome ? this.#outcome(outcome) : nothing}
        <p class="text" dir="auto">${brief}</p>
        <dl>
          ${reward ? html`<div part="reward"><dt>${words.reward}</dt><dd dir="auto">${reward}</dd></div>` : nothing}
          ${address ? html`<div><dt>${words.contact}</dt><dd><a href=${address}><bdi>${contact}</bdi></a></dd></div>` : nothing}
        </dl>
        ${this.#back()}
      </section>
    `;
  }

  #outcome({ text, ideas, at }: ChallengeOutcome): TemplateResult {
    const { language } = this.#options;
    const words = language.say.ideasAsked;
    for (const id of ideas) if (!this.#chosen.has(id)) void this.#choose(id);
    const chosen = ideas.map((id) => this.#chosen.get(id)).filter((idea) => idea !== undefined);
    return html`
      <div part="outcome" class="answer">
        <p class="by"><strong>${words.outcome}</strong> <time class="quiet" datetime=${at}>${language.date(at)}</time></p>
        <p class="said" dir="auto">${text}</p>
        ${chosen.length > 0
          ? html`
              <p id="chosen-title" class="chosen">${words.chosen}</p>
              <ul aria-labelledby="chosen-title">${chosen.map((idea) => html`<li><a href=${ideaAddress({ id: idea.id })} dir="auto">${idea.title}</a> ${badge(idea.status, language)}</li>`)}</ul>
            `
          : nothing}
      </div>
    `;
  }

  #back(): unknown {
    return this.#options.isNamed() ? nothing : html`<p><a class="button quiet all" href=${challengeAddress()}>${this.#options.language.say.ideas.allIdeas}</a></p>`;
  }

  async #read(endpoint: string): Promise<void> {
    this.#of = endpoint;
    this.#challenges = await readChallenges(hubUrl(endpoint, this.#host.baseURI), {}).catch(() => 'failed' as const);
    this.#host.requestUpdate();
  }

  /** An idea that was withdrawn since is not named. */
  async #choose(id: string): Promise<void> {
    this.#chosen.set(id, undefined);
    this.#chosen.set(id, await readIdea(hubUrl(this.#options.endpoint(), this.#host.baseURI), id, {}).catch(() => undefined));
    this.#host.requestUpdate();
  }
}
