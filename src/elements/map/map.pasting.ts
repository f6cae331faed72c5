import { html, nothing, type TemplateResult } from 'lit';
import type { snippets, Snippets } from './map.embedding.js';
import type { Special } from './map.special.js';

const select = ({ target }: Event): void => (target as HTMLInputElement | HTMLTextAreaElement).select();

/** What goes through the reader's clipboard: a link, and what embeds the map elsewhere. */
export class Pasting {
  readonly #special: Special;
  readonly #tell: (said: string) => void;
  /** What the reader has to copy himself, since the browser does not let us. */
  #text = '';
  #snippets: Snippets | undefined;

  /** `tell` says what became of it. */
  constructor(special: Special, tell: (said: string) => void) {
    this.#special = special;
    this.#tell = tell;
  }

  /** `said` is what was told last: what is in front of all else hides it. */
  render(said: string): TemplateResult {
    const words = this.#special.with[1].say.mapSaving;
    return html`
      ${this.#text ? html`<label class="field"><span>${words.copyYourself}</span><input readonly dir="ltr" .value=${this.#text} @focus=${select} /></label>` : nothing}
      ${this.#snippets ? this.#dialog(this.#snippets, said) : nothing}
    `;
  }

  #dialog({ tag, frame }: Snippets, said: string): TemplateResult {
    const words = this.#special.with[1].say.mapSaving;
    const piece = (name: string, text: string): TemplateResult => html`
      <label class="field"><span>${name}</span><textarea readonly dir="ltr" rows="6" .value=${text} @focus=${select}></textarea></label>
      <p class="ways"><button type="button" class="button" aria-label="${words.copy}: ${name}" @click=${({ target }: Event) => this.copy(text, target as HTMLElement)}>${words.copy}</button></p>
    `;
    return html`
      <dialog aria-label=${words.embed} @close=${() => this.#tell('')}>
        ${piece(words.snippet, tag)} ${frame ? piece(words.frame, frame) : nothing}
        <p class="said" role="status">${said}</p>
        <form method="dialog" class="ways"><button class="button">${words.close}</button></form>
      </dialog>
    `;
  }

  /** Shows what embeds the map; `pressed` is what the reader pressed for it. */
  async open(write: typeof snippets, title: string, pressed: HTMLElement): Promise<void> {
    const [host, { tag }] = this.#special.with;
    this.#snippets = write(host, title, tag);
    this.#text = '';
    this.#tell('');
    await host.updateComplete;
    const dialog = host.shadowRoot?.querySelector<HTMLDialogElement>('.save dialog');
    dialog?.showModal();
    // The middle of a frame that is as high as its content may be out of sight; what was pressed is not.
    if (dialog && parent !== window) dialog.style.setProperty('margin-block-start', `${Math.max(0, pressed.getBoundingClientRect().bottom - dialog.offsetHeight)}px`);
  }

  /** `button` is the one beside a field that holds the text already. */
  async copy(text: string, button?: HTMLElement): Promise<void> {
    const [host, { say }] = this.#special.with;
    this.#text = '';
    try {
      await navigator.clipboard.writeText(text);
      this.#tell(say.mapSaving.copied);
    } catch {
      // No permission, no https: the field is there to copy from.
      this.#text = button ? '' : text;
      this.#tell('');
      await host.updateComplete;
      const field = button?.parentElement?.previousElementSibling ?? host.shadowRoot?.querySelector('.save > .field');
      field?.querySelector<HTMLElement>('input, textarea')?.focus();
    }
  }
}
