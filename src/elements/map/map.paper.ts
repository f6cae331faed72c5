import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit';
import { pictureOf } from '../../engine/picture.js';
import type { Bounds, Dataset } from '../../model/dataset.js';
import { latitude, longitude } from '../../model/mercator.js';
import type { Drawing } from './map.drawing.js';
import { fieldsOf, heading } from './map.fields.js';
import type { CivicMap } from './map.js';
import type { Special } from './map.special.js';
import { valueText } from './map.values.js';

type Chips = typeof import('./map.chips.js');

/** More nobody reads on paper. */
const most = 500;

/** What a map is on paper: the map as it is, its legend, the places that it shows, and where all of it is from. */
export class Paper implements ReactiveController {
  readonly #special: Special;
  #chips: Chips | undefined;

  constructor(special: Special) {
    this.#special = special;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#fill);
    addEventListener('afterprint', this.#empty);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#fill);
    removeEventListener('afterprint', this.#empty);
  }

  /** What says what is filtered by is there as soon as something is: printing waits for nothing. */
  hostUpdated(): void {
    const [, language, filtering] = this.#special.with;
    if (!filtering.active || this.#chips) return;
    import('./map.chips.js').then((chips) => {
      this.#chips = chips;
      language.teach({ mapExplorer: chips.mapExplorer });
    }, () => {});
  }

  /** At once: the browser does not wait for the page. */
  #fill = (): void => {
    const [host, language, filtering, , stage] = this.#special.with;
    const sheet = host.shadowRoot?.querySelector<HTMLElement>('.sheet');
    const { data } = host;
    if (!sheet || !data) return;
    const { say } = language;
    const rows = seen(data, filtering.rows, host.view?.bounds);
    const { cut } = this.#special;
    const words = [...(data.statistics && cut ? cut.words(data, language) : []), ...(this.#chips?.filterWords(data, filtering, language) ?? [])];
    const fields = fieldsOf(data);
    render(html`
      ${words.length > 0 ? html`<p>${say.mapExplorer.active}: ${words.map((each, i) => html`${i > 0 ? ' · ' : ''}<bdi>${each}</bdi>`)}</p>` : nothing}
      ${stage.drawing ? onPaper(host, stage.drawing) : nothing}
      ${layersOf(host)} ${[...host.shadowRoot!.querySelectorAll('.body ~ :is(.legend, .legend-title)')].map((each) => each.cloneNode(true))}
      ${rows.length < filtering.rows.length ? html`<p>${say.mapBrowsing.listed(rows.length)}</p>` : nothing}
      <table>
        <thead><tr><th></th>${fields.telling.map((column) => html`<th><bdi>${heading(column)}</bdi></th>`)}</tr></thead>
        <tbody>
          ${rows.slice(0, most).map((row) => html`<tr><th><bdi>${fields.title(row) ?? say.map.place(language.number(row + 1))}</bdi></th>${fields.telling.map((column) => html`<td><bdi>${valueText(column, fields.role(column), row, language) ?? nothing}</bdi></td>`)}</tr>`)}
        </tbody>
      </table>
      ${rows.length > most ? html`<p>${say.mapBrowsing.further(rows.length - most)}</p>` : nothing}
      <p>${sourcesOf(this.#special).map((source) => html`<bdi>${source}</bdi> · `)}<bdi>${language.date(Date.now())}</bdi></p>
      <p><bdi>${location.href}</bdi></p>
    `, sheet);
  };

  #empty = (): void => {
    const sheet = this.#special.with[0].shadowRoot?.querySelector<HTMLElement>('.sheet');
    if (sheet) render(nothing, sheet);
  };
}

/** Where all of it is from, as the page names it, without what is there to be pressed. */
export function sourcesOf({ with: [host, { say }] }: Special): string[] {
  const items = host.shadowRoot?.querySelectorAll('.origin li:not(:has([part=download]))') ?? [];
  return [...items].map((item) => item.textContent!.replace(/\s+/g, ' ').trim()).filter((text) => text !== say.map.about.page);
}

/** Which layers are seen, without what switches them. */
function layersOf({ shadowRoot }: CivicMap): TemplateResult | typeof nothing {
  const shown = [...shadowRoot!.querySelectorAll('.layer:has(:checked)')];
  return shown.length > 0 ? html`<ul class="legend" role="list">${shown.map((layer) => html`<li>${layer.querySelector('svg')?.cloneNode(true)} <bdi>${layer.querySelector('bdi')!.textContent}</bdi></li>`)}</ul>` : nothing;
}

/** The map in the colours of a light page: paper is white, and so are those of the legend. */
function onPaper({ style, shadowRoot }: CivicMap, drawing: Drawing): HTMLCanvasElement {
  const before = style.getPropertyValue('color-scheme');
  const probes = [...shadowRoot!.querySelectorAll('.probes > *')];
  const turn = (scheme: string): void => {
    style.setProperty('color-scheme', scheme);
    // Reading a colour begins the transition by which the map hears of others.
    for (const probe of probes) if (getComputedStyle(probe).color) for (const transition of probe.getAnimations()) transition.finish();
    drawing.recolour();
    drawing.engine.map.renderSync();
  };
  turn('light');
  const picture = pictureOf(drawing.engine.map.getViewport());
  turn(before);
  return picture;
}

/** The rows whose place is within what the map shows; all of them where there is no map. */
function seen({ places }: Dataset, rows: Uint32Array, bounds: Bounds | undefined): number[] {
  if (!places || !bounds) return [...rows];
  const [west, south, east, north] = bounds;
  return [...rows].filter((row) => {
    const [x, y] = [longitude(places.x[row]!), latitude(places.y[row]!)];
    return y >= south && y <= north && (west <= east ? x >= west && x <= east : x >= west || x <= east);
  });
}
