import { html, nothing, type TemplateResult } from 'lit';
import { SourceError } from '../sources/source.js';
import type { Language } from './language.js';

export { failing } from '../i18n/en.failing.js';

interface Failure {
  readonly error: unknown;
  readonly language: Language;
  readonly again: () => void;
  /** What people could open themselves. */
  readonly address: string | undefined;
}

/** A sentence for the citizen, the way out, and what the webmaster needs to mend it. */
export function failure({ error, language: { say }, again, address }: Failure): TemplateResult {
  const reason = error instanceof SourceError ? error.reason : 'unreadable';
  // Whoever stops it needs no reason and no advice, only the way back.
  const stopped = error instanceof DOMException && error.name === 'AbortError';
  return html`
    <p><strong>${stopped ? say.failing.stopped : say.failing.failed[reason]}</strong></p>
    <p class="row">
      <button part="retry" type="button" class="button" @click=${again}>${say.reading.retry}</button>
      ${address ? html`<a class="button quiet" href=${address} rel="noopener">${say.failing.open}</a>` : nothing}
    </p>
    ${stopped
      ? nothing
      : html`<details>
          <summary>${say.reading.forWebmaster}</summary>
          <p dir="ltr" lang="en">${error instanceof Error ? error.message : String(error)}</p>
          ${choices(error)}
          <p>${say.failing.advice[reason]}</p>
        </details>`}
  `;
}

/** What could be read instead: layers of a service, datasets of a catalogue. */
function choices(error: unknown): TemplateResult | typeof nothing {
  const all = error instanceof SourceError ? error.choices : [];
  if (all.length === 0) return nothing;
  return html`<ul>${all.slice(0, 50).map(({ name, title }) => html`<li><bdi>${title ?? name}</bdi>${title && title !== name ? html`: <code dir="ltr">${name}</code>` : nothing}</li>`)}</ul>`;
}
