import { html, nothing, type TemplateResult } from 'lit';
import { mapSaving } from '../../i18n/en.map-saving.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { styles } from './map.saving.styles.js';
import { Paper } from './map.paper.js';
import type { Special } from './map.special.js';

type Saved = typeof import('./map.saved.js');

/** What a reader can take along of what is seen: files, a picture, paper, a link, a piece of another page. */
export class Ways {
  readonly #special: Special;
  #said = '';
  /** What the reader has to copy himself, since the browser does not let us. */
  #text = '';
  #snippet = '';

  constructor(special: Special) {
    this.#special = special;
    const [host, language] = special.with;
    language.teach({ mapSaving });
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
    host.addController(new Paper(special, () => this.#sources));
  }

  render(): TemplateResult {
    const [host, { say }, filtering, , stage] = this.#special.with;
    const words = say.mapSaving;
    const { data, src } = host;
    const publisher = safeWebUrl(data?.about.download);
    const { length } = filtering.rows;
    const way = (name: string, act: () => unknown): TemplateResult => html`<li><button type="button" class="button quiet" @click=${act}>${name}</button></li>`;
    return html`
      <details part="save" class="report save">
        <summary>${words.title}</summary>
        <ul class="ways" role="list">
          ${publisher ? html`<li><a class="button quiet" href=${publisher} rel="noopener" download>${say.map.about.download}</a></li>` : nothing}
          ${length > 0 ? [way(words.csv(length), () => this.#file('csv')), data?.places ? way(words.geojson(length), () => this.#file('geojson')) : nothing] : nothing}
          ${stage.drawing ? way(words.picture, this.#picture) : nothing}
          ${way(words.print, () => print())}
          ${this.#special.remembering ? way(words.link, () => this.#copy(this.#special.remembering!.link)) : nothing}
          ${src || host.querySelector('civic-layer') ? way(words.embed, this.#embed) : nothing}
        </ul>
        <p class="said" role="status">${this.#said}</p>
        ${this.#text ? html`<label class="field"><span>${words.copyYourself}</span><input readonly dir="ltr" .value=${this.#text} @focus=${({ target }: Event) => (target as HTMLInputElement).select()} /></label>` : nothing}
        ${this.#snippet ? this.#dialog() : nothing}
      </details>
      <div class="sheet"></div>
    `;
  }

  #dialog(): TemplateResult {
    const { say } = this.#special.with[1];
    const words = say.mapSaving;
    return html`
      <dialog aria-labelledby="snippet" @close=${() => this.#say('')}>
        <label id="snippet" class="field"><span>${words.snippet}</span><textarea readonly dir="ltr" rows="6" .value=${this.#snippet} @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()}></textarea></label>
        <p class="said" role="status">${this.#said}</p>
        <form method="dialog" class="ways">
          <button type="button" class="button primary" @click=${() => this.#copy(this.#snippet)}>${words.copy}</button>
          <button class="button">${words.close}</button>
        </form>
      </dialog>
    `;
  }

  get #title(): string {
    const [{ label, data }, { say }] = this.#special.with;
    return label || data?.about.title || say.map.untitled;
  }

  /** As the page names them, without what is there to be pressed. */
  get #sources(): readonly string[] {
    const [host, { say }] = this.#special.with;
    const items = host.shadowRoot?.querySelectorAll('.origin li:not(:has([part=download]))') ?? [];
    return [...items].map((item) => item.textContent!.replace(/\s+/g, ' ').trim()).filter((text) => text !== say.map.about.page);
  }

  #say(said: string, text = ''): void {
    [this.#said, this.#text] = [said, text];
    this.#special.with[0].requestUpdate();
  }

  /** Does what the reader asked for, and says it where that fails. */
  async #do(act: (saved: Saved) => Promise<void>): Promise<void> {
    const { map, mapSaving: words } = this.#special.with[1].say;
    const saved = await import('./map.saved.js').catch(() => undefined);
    if (!saved) {
      this.#say(map.missing);
      return;
    }
    try {
      await act(saved);
    } catch (error) {
      this.#say(error instanceof DOMException && error.name === 'SecurityError' ? words.foreign : words.failed);
    }
  }

  #file(kind: 'csv' | 'geojson'): Promise<void> {
    const [{ data }, { say }, { rows }] = this.#special.with;
    this.#say(say.mapSaving.writing);
    return this.#do(async ({ file, save }) => {
      save(await file(kind, data!, rows), this.#title, kind);
      this.#say(say.mapSaving.saved);
    });
  }

  #picture = (): Promise<void> =>
    this.#do(async ({ picture, save }) => {
      const blob = await picture(this.#special, this.#title, this.#sources);
      if (blob) save(blob, this.#title, 'png');
      this.#say(this.#special.with[1].say.mapSaving[blob ? 'saved' : 'failed']);
    });

  #embed = (): Promise<void> =>
    this.#do(async ({ snippet }) => {
      const [host] = this.#special.with;
      this.#snippet = snippet(host, this.#title);
      this.#say('');
      await host.updateComplete;
      host.shadowRoot?.querySelector<HTMLDialogElement>('.save dialog')?.showModal();
    });

  async #copy(text: string): Promise<void> {
    const { copied } = this.#special.with[1].say.mapSaving;
    try {
      await navigator.clipboard.writeText(text);
      this.#say(copied);
    } catch {
      // No permission, no https: the field is there to copy from.
      this.#say('', text === this.#snippet ? '' : text);
      await this.#special.with[0].updateComplete;
      this.#special.with[0].shadowRoot?.querySelector<HTMLElement>(text === this.#snippet ? '.save textarea' : '.save .field input')?.focus();
    }
  }
}
