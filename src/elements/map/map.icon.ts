import { html, type TemplateResult } from 'lit';

/** A drawing beside or inside something that has a name. */
export function drawing(outline: string): TemplateResult {
  return html`<svg class="icon-drawing" viewBox="0 0 20 20" aria-hidden="true"><path d=${outline} /></svg>`;
}

/** What a button is called on which only a drawing is seen. Its `title` says the same to a pointer, and nobody hears it twice. */
export function named(name: string): TemplateResult {
  return html`<span class="visually-hidden">${name}</span>`;
}
