import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.js';
import { styles } from './rating.floating.styles.js';

export { ratingOpened } from '../../i18n/en.rating-opened.js';

/**
 * A button at the lower edge of the window as long as what the element stands in is in view, with the form in a dialog. It
 * covers nothing: it has a strip of its own, at its own place in the page, and what gets the focus is scrolled to above it.
 */
export class Floating implements ReactiveController {
  readonly #host: LitElement;
  /** Whether there is something to press. */
  #isOffered = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    if (styles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
  }

  hostConnected(): void {
    document.addEventListener('focusin', this.#uncover);
  }

  hostUpdated(): void {
    this.#makeRoom(this.#isOffered && this.#host.hasAttribute('floating') ? this.#host.offsetHeight : 0);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#uncover);
    this.#makeRoom(0);
  }

  /** `isDone` where it was rated: then nothing is left of it once the dialog is closed. */
  render(rating: TemplateResult, label: string, isDone: boolean, { ratingOpened, rating: { thanks } }: Messages): TemplateResult {
    const isOpen = this.#dialog?.open ?? false;
    this.#isOffered = !isDone || isOpen;
    return html`
      ${isDone ? html`<p id="done" class="visually-hidden" tabindex="-1">${thanks}</p>` : html`<p class="strip"><button part="open" class="button primary" type="button" aria-haspopup="dialog" @click=${this.#open}>${ratingOpened.floating}</button></p>`}
      <dialog part="dialog" aria-label=${label} @close=${this.#closed}>
        <button part="close" class="button icon" type="button" aria-label=${ratingOpened.close} @click=${() => this.#dialog?.close()}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="m4 4 12 12M16 4 4 16" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" /></svg>
        </button>
        ${this.#isOffered ? rating : nothing}
      </dialog>
    `;
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }

  #open = (): void => {
    this.#dialog?.showModal();
    this.#host.requestUpdate();
  };

  /** The browser gives the focus back to the button; where that is gone, it goes to what stands there instead. */
  #closed = async (): Promise<void> => {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById('done')?.focus();
  };

  /** WebKit scrolls to what gets the focus without a look at the room that we made: what is covered then is moved once more. */
  #uncover = (event: Event): void => {
    const path = event.composedPath() as HTMLElement[];
    if (!this.#isOffered || path.includes(this.#host)) return;
    requestAnimationFrame(() => {
      const { top, bottom } = path[0]!.getBoundingClientRect();
      if (bottom > this.#host.getBoundingClientRect().top && top < innerHeight) path[0]!.scrollIntoView({ block: 'nearest' });
    });
  };

  #makeRoom(height: number): void {
    const { style } = this.#host.ownerDocument.documentElement;
    if (height > 0) style.setProperty('scroll-padding-block-end', `${height}px`);
    else style.removeProperty('scroll-padding-block-end');
  }
}
