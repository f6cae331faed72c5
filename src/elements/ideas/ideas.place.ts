import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Controls, Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import { pointOf, pointText } from './ideas.draft.js';
import { icon } from './ideas.icons.js';
import type { Draft } from './ideas.own.js';
import type { Picker } from './ideas.picker.js';

type Word = 'locating' | 'located' | 'opening' | 'picked' | 'noMap' | 'denied' | 'lost';

interface Options {
  readonly language: Language;
  /** The address of the open data below the map on which a place is chosen; empty for none. */
  readonly backdrop: () => string;
  /** What the form says now. */
  readonly point: () => string;
  readonly fill: (point: string) => void;
}

/** Fills the point in: from the device when the visitor asks for it, from our map, or from a picker that the page put into the slot. */
export class Placing implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;

  /** What came of it, to be said. */
  said: Word | undefined;

  /** The map, while it is open. */
  picker: Picker | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
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
        this.#options.fill(pointText(coords.longitude, coords.latitude));
        this.#say('located');
      },
      ({ code, PERMISSION_DENIED }) => this.#say(code === PERMISSION_DENIED ? 'denied' : 'lost'),
      { timeout: 15_000, maximumAge: 60_000, enableHighAccuracy: true },
    );
  };

  /** Opens the map, or closes it. */
  toggle = async (): Promise<void> => {
    if (this.said === 'opening') return;
    if (this.picker) {
      await this.#close();
      return;
    }
    this.#say('opening');
    const { language, backdrop, point, fill } = this.#options;
    try {
      const { Picker: Map } = await import('./ideas.picker.js');
      this.picker = new Map(this.#host, {
        language,
        backdrop: backdrop(),
        point: pointOf(point()),
        choose: (lon, lat) => {
          fill(pointText(lon, lat));
          void this.#close('picked');
        },
        close: () => void this.#close(),
        fail: () => void this.#close('noMap'),
      });
    } catch {
      this.#say('noMap');
      return;
    }
    this.#say(undefined);
    await this.#focus('picker-map');
  };

  /** Begins anew, as the form does. */
  forget(): void {
    this.said = this.picker = undefined;
  }

  #close(word?: Word): Promise<void> {
    this.picker = undefined;
    this.#say(word);
    return this.#focus('choose-place');
  }

  async #focus(id: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById(id)?.focus();
  }

  #pick = (event: HTMLElementEventMap['civic-place-pick']): void => {
    const { lon, lat } = 'detail' in event ? event.detail : event;
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return;
    this.#options.fill(pointText(lon, lat));
    this.#say('picked');
  };

  #say(word: Word | undefined): void {
    this.said = word;
    this.#host.requestUpdate();
  }
}

/** Where the idea belongs: in words, as a point, or both. */
export function place(draft: Draft, placing: Placing, faults: Faults, controls: Controls, language: Language, change: (change: Partial<Draft>) => void): TemplateResult {
  const { say } = language;
  const words = say.ideasForm;
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
      <slot name="place">
        <button id="choose-place" part="choose-place" class="button" type="button" aria-expanded=${Boolean(placing.picker)} aria-controls=${placing.picker ? 'picker' : nothing} @click=${placing.toggle}>
          ${icon('place')} ${pointOf(draft.point) ? say.ideasForm.picker.chosen : say.ideasForm.picker.open}
        </button>
        ${placing.picker?.render() ?? nothing}
      </slot>
      <details ?open=${draft.point !== ''}>
        <summary>${words.point}</summary>
        ${input('point', words.point, words.pointHint)}
        <p class="row">
          ${'geolocation' in navigator ? html`<button part="locate" class="button" type="button" @click=${placing.locate}>${words.locate}</button>` : nothing}
          ${draft.point ? html`<button class="button quiet" type="button" @click=${() => change({ point: '' })}>${words.removePoint}</button>` : nothing}
        </p>
      </details>
      <p class="hint" role="status">${placing.said === 'opening' ? say.reading.loading : placing.said ? words[placing.said] : ''}</p>
    </fieldset>
  `;
}
