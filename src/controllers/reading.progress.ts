import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Progress } from '../sources/source.js';
import type { Language } from './language.js';

/** Bytes that take long enough to offer that it is stopped. */
const endless = 2_000_000;

/** Milliseconds between two looks at how much has come: each is an update of all that a host shows. */
const pace = 100;

const told = new WeakSet<ReactiveControllerHost>();

/** Lets a host show soon that more has come. */
export function tell(host: ReactiveControllerHost): void {
  if (told.has(host)) return;
  told.add(host);
  setTimeout(() => {
    told.delete(host);
    host.requestUpdate();
  }, pace);
}

/** How much has come, and a way to have no more of it. */
export function progress({ loaded, total }: Progress, { say, number }: Language, stop: () => void): TemplateResult {
  const megabytes = (bytes: number): string => number(bytes / 1e6, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return html`
    <span class="quiet">${say.reading.progress(megabytes(loaded), total && total >= loaded ? megabytes(total) : undefined)}</span>
    ${loaded > endless ? html`<button part="stop" type="button" class="button quiet" @click=${stop}>${say.reading.stop}</button>` : nothing}
  `;
}
