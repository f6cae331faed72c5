import { html, nothing, svg, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Language } from '../../controllers/language.js';
import type { About } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';

interface Figure {
  readonly language: Language;
  readonly about: About | undefined;
  /** True when the city's data could not be read. */
  readonly bare: boolean;
  /** What is under the cross, once the map is there and rests. */
  readonly here: { readonly name: string | undefined; readonly point: string } | undefined;
  readonly attach: (target?: Element) => void;
  readonly pan: (right: number, up: number) => void;
  readonly zoom: (steps: number) => void;
  readonly recolour: () => void;
  readonly choose: () => void;
  readonly close: () => void;
}

/** The classes of elements that carry the map's colours, in the order in which `palette` reads them off for the canvas. */
const probes: readonly string[] = ['land', 'water', 'border', 'halo', 'accent', 'on-accent', 'ink', 'ink', 'ground'];

/** Pixels that one press of an arrow key moves the map; with Shift the second. */
const step = 60;
const smallStep = 6;

const plus = svg`<path d="M10 4v12M4 10h12" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`;
const minus = svg`<path d="M4 10h12" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`;
const cross = 'M22 3v14M22 27v14M3 22h14M27 22h14';

/** The map, the cross over its middle, and what is under it; the map is one stop of the Tab key. */
export function figure(options: Figure): TemplateResult {
  const { language: { say }, about, bare, here, attach, zoom, recolour, choose, close } = options;
  const words = say.ideasForm.picker;
  const zoomer = (steps: 1 | -1, label: string) => html`
    <button part="picker-zoom" class="button" type="button" aria-label=${label} title=${label} @click=${() => zoom(steps)}>
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${steps > 0 ? plus : minus}</svg>
    </button>
  `;
  return html`
    <div id="picker" part="picker" class="picker" role="group" aria-label=${words.map} @keydown=${(event: KeyboardEvent) => leave(event, close)}>
      <p id="picker-keys" class="hint">${words.keys}</p>
      <div class="picker-stage">
        <div id="picker-map" class="picker-map" role="application" tabindex="0" aria-label=${words.map} aria-describedby="picker-keys" @keydown=${(event: KeyboardEvent) => move(event, options)}>
          <div class="picker-canvas" ${ref(attach)}></div>
          ${here ? nothing : html`<p class="picker-waiting" aria-hidden="true">${say.reading.loading}</p>`}
          <svg class="cross" viewBox="0 0 44 44" aria-hidden="true"><path d=${cross} /><path d=${cross} /><circle cx="22" cy="22" r="2" /></svg>
        </div>
        <div class="picker-zoom">${zoomer(1, words.zoomIn)} ${zoomer(-1, words.zoomOut)}</div>
      </div>
      <p class="here" role="status">
        ${bare ? html`<span class="hint">${words.bare}</span><br />` : nothing}
        ${here ? html`${words.here} ${here.name ? html`<bdi>${here.name}</bdi> · ` : nothing}<bdi dir="ltr">${here.point}</bdi>` : nothing}
      </p>
      <p class="row">
        <button part="choose" class="button primary" type="button" aria-disabled=${!here} @click=${choose}>${words.choose}</button>
        <button class="button quiet" type="button" @click=${close}>${say.ideasForm.close}</button>
      </p>
      <p part="backdrop" class="hint">${about ? source(about) : nothing}<a href="https://www.naturalearthdata.com/" rel="noopener">Natural Earth</a></p>
      <div class="picker-probes" aria-hidden="true" @transitionend=${recolour}>${probes.map((name) => html`<i class="${name}-probe"></i>`)}</div>
    </div>
  `;
}

/** Whose data lies beneath, and under which licence. */
function source({ title, publisher, attribution, licence, page }: About): TemplateResult {
  const named = [title ? link(page, title) : undefined, ...new Set([publisher, attribution])].filter((each) => each !== undefined);
  return html`${named.map((each) => html`<bdi>${each}</bdi> · `)}${licence ? html`<bdi>${link(licence.url, licence.name)}</bdi> · ` : nothing}`;
}

function link(address: string | undefined, text: string): TemplateResult {
  const safe = safeWebUrl(address);
  return safe ? html`<a href=${safe} rel="noopener">${text}</a>` : html`${text}`;
}

/** Escape leaves everything as it was. */
function leave(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

/** Keys act only while the map itself has the focus, so that they are in nobody's way. */
function move(event: KeyboardEvent, { pan, zoom }: Figure): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const far = event.shiftKey ? smallStep : step;
  const act = {
    ArrowLeft: () => pan(-far, 0),
    ArrowRight: () => pan(far, 0),
    ArrowUp: () => pan(0, far),
    ArrowDown: () => pan(0, -far),
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
