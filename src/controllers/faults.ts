import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FieldError } from '../model/hub.js';
import type { Language } from './language.js';

/** Which control a path of `FieldError` belongs to, by its id, and what people call it. */
export type Controls = readonly { readonly path: string; readonly id: string; readonly label: string; readonly sentence?: string }[];

/** What has to be mended in a form before it can be sent: a summary that takes the focus and leads to the fields. */
export class Faults implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #errors: readonly FieldError[] = [];
  #waiting = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#find('faults')?.focus();
  }

  /** Shows these errors, of the form's own check or of the server, and moves to them; none takes the summary away. */
  show(errors: readonly FieldError[]): void {
    this.#errors = errors;
    this.#waiting = errors.length > 0;
    this.#host.requestUpdate();
  }

  /** The error of one control, to stand beside it with the id `ID-error`. */
  beside(id: string, controls: Controls, { say }: Language): TemplateResult | typeof nothing {
    const fault = this.#errors.find(({ path }) => controlOf(path, controls)?.id === id);
    if (!fault) return nothing;
    return html`<p id="${id}-error" class="error"><span class="visually-hidden">${say.sending.error}</span> ${sentence(fault, controls, say)}</p>`;
  }

  /** For `aria-invalid`. */
  has(id: string, controls: Controls): boolean {
    return this.#errors.some(({ path }) => controlOf(path, controls)?.id === id);
  }

  summary(controls: Controls, { say }: Language): TemplateResult | typeof nothing {
    if (this.#errors.length === 0) return nothing;
    return html`
      <div id="faults" part="errors" class="notice faults" role="group" aria-labelledby="faults-title" tabindex="-1">
        <h3 id="faults-title">${say.sending.problems}</h3>
        <ul>
          ${this.#errors.map((error) => {
            const control = controlOf(error.path, controls);
            if (!control) return html`<li>${say.sending.failed.refused}</li>`;
            const words = control.sentence ?? say.sending.about(control.label, sentence(error, controls, say));
            return html`<li><a href="#${control.id}" @click=${(click: Event) => this.#go(click, control.id)}>${words}</a></li>`;
          })}
        </ul>
      </div>
    `;
  }

  // A fragment does not reach into a shadow root.
  #go(click: Event, id: string): void {
    click.preventDefault();
    this.#find(id)?.focus();
  }

  #find(id: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.getElementById(id);
  }
}

/** The server may name a part of a field, such as `/place/lon`. */
function controlOf(path: string, controls: Controls): Controls[number] | undefined {
  return controls.find((each) => path === each.path || path.startsWith(`${each.path}/`));
}

function sentence({ path, code }: FieldError, controls: Controls, { sending }: Language['say']): string {
  return controlOf(path, controls)?.sentence ?? sending.field[code] ?? sending.field['not-valid'];
}
