import { html, type TemplateResult } from 'lit';

const outlines = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  all: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4M8 8h4v4H8z',
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M8.5 3.5a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM12.2 12.2L17 17',
} as const;

/** A drawing beside or inside something that has a name. */
export function icon(name: keyof typeof outlines): TemplateResult {
  return drawing(outlines[name]);
}

/** The same of an outline that came later. */
export function drawing(outline: string): TemplateResult {
  return html`<svg class="icon-drawing" viewBox="0 0 20 20" aria-hidden="true"><path d=${outline} /></svg>`;
}
