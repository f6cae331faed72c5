import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { hubUrl } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import type { SimilarIdea } from '../../model/idea.js';
import { readSimilar, type Likeness } from '../../sources/hub.js';
import { badge } from './ideas.card.js';
import type { Supporting } from './ideas.supporting.js';
import { excerpt } from './ideas.words.js';

/** So long people have to pause before we ask, in milliseconds, and so much they have to have written. */
const pause = 400;
const least = 10;

/** Looks, while someone writes, for ideas that are there already. That it finds nothing, or fails, is nobody's concern. */
export class Similar implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #asked = '';

  found: readonly SimilarIdea[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  /** Asks again once the writer pauses. */
  look(endpoint: string, likeness: Likeness): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(endpoint, likeness), pause);
  }

  forget(): void {
    this.hostDisconnected();
    this.#asked = '';
    this.found = [];
  }

  async #look(endpoint: string, likeness: Likeness): Promise<void> {
    const asked = JSON.stringify(likeness);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const found = likeness.q.trim().length < least ? [] : await this.#read(endpoint, likeness, signal);
    if (signal.aborted) return;
    this.found = found;
    this.#host.requestUpdate();
  }

  async #read(endpoint: string, likeness: Likeness, signal: AbortSignal): Promise<readonly SimilarIdea[]> {
    try {
      return await readSimilar(hubUrl(endpoint, this.#host.baseURI), likeness, { signal });
    } catch {
      return [];
    }
  }
}

/** The live region is there from the start; it says how many were found, the list says which. */
export function similar(found: readonly SimilarIdea[], supporting: Supporting, language: Language, discard: () => void): TemplateResult {
  const { say } = language;
  return html`
    <div part="similar" class="similar" ?hidden=${found.length === 0}>
      <p id="similar-title" role="status"><strong>${found.length > 0 ? say.ideasForm.similar(found.length) : ''}</strong></p>
      <ul aria-labelledby="similar-title">
        ${found.map((each) => entry(each, supporting, language, discard))}
      </ul>
    </div>
  `;
}

function entry({ idea, distance }: SimilarIdea, supporting: Supporting, language: Language, discard: () => void): TemplateResult {
  const { say } = language;
  const { supported, failed } = supporting.of(idea);
  return html`
    <li>
      <details>
        <summary><span dir="auto">${idea.title}</span></summary>
        <p class="text" dir="auto">${excerpt(idea.text)}</p>
      </details>
      <p class="facts quiet">${badge(idea.status, language)} ${distance === undefined ? nothing : html`<span>${say.ideasForm.distance(metres(distance, language))}</span>`}</p>
      ${supported
        ? html`<p class="row"><span>${say.ideasForm.insteadDone}</span> <button class="button" type="button" @click=${discard}>${say.ideasForm.discard}</button></p>`
        : html`<button part="instead" class="button" type="button" @click=${() => supporting.toggle(idea)}>
            ${say.ideasForm.instead}<span class="visually-hidden">: ${idea.title}</span>
          </button>`}
      ${failed ? html`<p class="error">${say.sending.failed[failed]}</p>` : nothing}
    </li>
  `;
}

function metres(distance: number, { number }: Language): string {
  return distance < 1000
    ? number(Math.round(distance / 10) * 10, { style: 'unit', unit: 'meter', unitDisplay: 'short' })
    : number(distance / 1000, { style: 'unit', unit: 'kilometer', unitDisplay: 'short', maximumFractionDigits: 1 });
}
