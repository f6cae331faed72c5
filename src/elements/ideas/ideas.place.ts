import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Controls, Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import { pointText } from './ideas.draft.js';
import type { Draft } from './ideas.own.js';

type Word = 'locating' | 'located' | 'picked' | 'denied' | 'lost';

/** Fills the point in: from the device when the visitor asks for it, or from a picker that the page put into the slot. */
export class Placing implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #fill: (point: string) => void;

  /** What came of it, to be said. */
  said: Word | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, fill: (point: string) => void) {
    this.#host = host;
    this.#fill = fill;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('civic-place-pick', this.#pick);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('civic-place-pick', this.#pick);
  }

  /** The browser asks the visitor; nothing is asked before this is pressed. */
  locate = (): void => {
    if (this.said === 'locating') return;
    this.#say('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#fill(pointText(coords.longitude, coords.latitude));
        this.#say('located');
      },
      ({ code, PERMISSION_DENIED }) => this.#say(code === PERMISSION_DENIED ? 'denied' : 'lost'),
      { timeout: 15_000, maximumAge: 60_000, enableHighAccuracy: true },
    );
  };

  #pick = (event: HTMLElementEventMap['civic-place-pick']): void => {
    const { lon, lat } = 'detail' in event ? event.detail : event;
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return;
    this.#fill(pointText(lon, lat));
    this.#say('picked');
  };

  #say(word: Word): void {
    this.said = word;
    this.#host.requestUpdate();
  }
}

/** Where the idea belongs: in words, as a point, or both. */
export function place(draft: Draft, placing: Placing, faults: Faults, controls: Controls, language: Language, change: (change: Partial<Draft>) => void): TemplateResult {
  const { say } = language;
  const words = say.ideas.form;
  const input = (id: 'address' | 'point', label: string, hint: string) => html`
    <div class="field">
      <label for=${id}>${label}</label>
      <p id="${id}-hint" class="hint">${hint}</p>
      ${faults.beside(id, controls, language)}
      <input
        id=${id}
        type="text"
        autocomplete="off"
        aria-describedby="${id}-hint ${faults.has(id, controls) ? `${id}-error` : ''}"
        aria-invalid=${faults.has(id, controls) ? 'true' : nothing}
        .value=${draft[id]}
        @input=${(event: Event) => change({ [id]: (event.target as HTMLInputElement).value })}
      />
    </div>
  `;
  return html`
    <fieldset part="place" class="group">
      <legend>${words.place}</legend>
      ${input('address', words.address, words.addressHint)}
      <slot name="place"></slot>
      <details ?open=${draft.point !== ''}>
        <summary>${words.point}</summary>
        ${input('point', words.point, words.pointHint)}
        <p class="row">
          ${'geolocation' in navigator ? html`<button part="locate" class="button" type="button" @click=${placing.locate}>${words.locate}</button>` : nothing}
          ${draft.point ? html`<button class="button quiet" type="button" @click=${() => change({ point: '' })}>${words.removePoint}</button>` : nothing}
        </p>
      </details>
      <p class="hint" role="status">${placing.said ? words[placing.said] : ''}</p>
    </fieldset>
  `;
}
