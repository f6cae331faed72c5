import { html, type TemplateResult } from 'lit';
import type { Ways } from './map.keeping.js';
import type { Opening } from './map.opening.js';
import { Paper } from './map.paper.js';
import { styles } from './map.paper.styles.js';
import type { Special } from './map.special.js';

/** What can be taken along comes when somebody turns to it; what paper needs is there before, since nobody says that he will print. */
export class Saving {
  readonly #special: Special;
  readonly #opening: Opening;
  #ways: Ways | undefined;

  constructor(special: Special, opening: Opening) {
    this.#special = special;
    this.#opening = opening;
    const [host] = special.with;
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
    host.addController(new Paper(special));
    host.requestUpdate();
  }

  render(): TemplateResult {
    const [, { say }] = this.#special.with;
    return html`
      <details part="save" class="report save" @toggle=${this.#load}>
        <summary @pointerover=${this.#prepare} @focus=${this.#prepare}>${say.mapBrowsing.save}</summary>
        ${this.#ways?.render() ?? this.#opening.missing('saving')}
      </details>
      <div class="sheet"></div>
    `;
  }

  #load = (): void => void this.#opening.ask('saving', this.#bring);

  /** Nobody pressed for it yet. */
  #prepare = (): void => void this.#bring().catch(() => {});

  #bring = async (): Promise<Ways> => {
    const { Ways } = await import('./map.keeping.js');
    if (!this.#ways) {
      this.#ways = new Ways(this.#special);
      this.#special.with[0].requestUpdate();
    }
    return this.#ways;
  };
}
