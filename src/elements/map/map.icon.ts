import { html, type TemplateResult } from 'lit';

/** A drawing beside or inside something that has a name. */
export function drawing(outline: string): TemplateResult {
  return html`<svg class="icon-drawing" viewBox="0 0 20 20" aria-hidden="true"><path d=${outline} /></svg>`;
}
