import { html, nothing, type TemplateResult } from 'lit';
import { mapSaving } from '../../i18n/en.map-saving.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { styles } from './map.saving.styles.js';
import { sourcesOf } from './map.paper.js';
import { Pasting } from './map.pasting.js';
import type { Special } from './map.special.js';
import { Writing } from './map.writing.js';

type Saved = typeof import('./map.saved.js');

/** What a reader can take along of what is seen: files, a picture, paper, a link, a piece of another page. */
export class Ways {
  readonly #special: Special;
  readonly #writing: Writing;
  readonly #pasting: Pasting;
  #said = '';

  constructor(special: Special) {
    this.#special = special;
    const [host, language] = special.with;
    language.teach({ mapSaving });
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
    this.#writing = new Writing(host, language);
    this.#pasting = new Pasting(special, (said) => this.#say(said));
  }

  render(): TemplateResult {
    const [host, { say }, filtering, , stage] = this.#special.with;
    const words = say.mapSaving;
    const { data, src } = host;
    const publisher = safeWebUrl(data?.about.download);
    const { length } = filtering.rows;
    const way = (name: string, act: (event: Event) => unknown): TemplateResult => html`<li><button type="button" class="button quiet" @click=${act}>${name}</button></li>`;
    return html`
      <ul class="ways" role="list">
        ${publisher ? html`<li><a class="button quiet" href=${publisher} rel="noopener" download>${say.map.about.download}</a></li>` : nothing}
        ${length > 0 ? [way(words.csv(length), () => this.#file('csv')), data?.places ? way(words.geojson(length), () => this.#file('geojson')) : nothing] : nothing}
        ${stage.drawing ? way(words.picture, this.#picture) : nothing}
        ${way(words.print, () => print())}
        ${this.#special.remembering ? way(words.link, () => this.#pasting.copy(this.#special.remembering!.link)) : nothing}
        ${src || host.querySelector('civic-layer') ? way(words.embed, this.#embed) : nothing}
      </ul>
      <p class="said" role="status">${this.#said}</p>
      ${this.#writing.render()}
      ${this.#pasting.render(this.#said)}
    `;
  }

  get #title(): string {
    const [{ label, data }, { say }] = this.#special.with;
    return label || data?.about.title || say.map.untitled;
  }

  #say(said: string): void {
    this.#said = said;
    this.#special.with[0].requestUpdate();
  }

  /** Does what the reader asked for, and says it where that fails. */
  async #do(act: (saved: Saved) => Promise<void>): Promise<void> {
    const { reading, mapSaving: words } = this.#special.with[1].say;
    const saved = await import('./map.saved.js').catch(() => undefined);
    if (!saved) {
      this.#say(reading.unreachable);
      return;
    }
    try {
      await act(saved);
    } catch (error) {
      const { name } = error as Error;
      // What was given up for another file is not what the reader waits for.
      if (name === 'AbortError' && this.#writing.isRunning) return;
      this.#say(name === 'AbortError' ? words.stopped : name === 'SecurityError' ? words.foreign : words.failed);
    }
  }

  #file(kind: 'csv' | 'geojson'): Promise<void> {
    const [{ data }, { say }, { rows }] = this.#special.with;
    this.#say(say.mapSaving.writing);
    return this.#do(async ({ file, save }) => {
      save(await this.#writing.run((options) => file(kind, data!, rows, options)), this.#title, kind);
      this.#say(say.mapSaving.saved);
    });
  }

  #picture = (): Promise<void> =>
    this.#do(async ({ picture, save }) => {
      const blob = await picture(this.#special, this.#title, sourcesOf(this.#special));
      if (blob) save(blob, this.#title, 'png');
      this.#say(this.#special.with[1].say.mapSaving[blob ? 'saved' : 'failed']);
    });

  #embed = ({ currentTarget }: Event): Promise<void> => {
    const pressed = currentTarget as HTMLElement;
    return this.#do(({ snippets }) => this.#pasting.open(snippets, this.#title, pressed));
  };
}
