import { svg, type SVGTemplateResult } from 'lit';
import type { IdeaStatus } from '../../model/idea.js';

const ring = svg`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/>`;
const line = (path: string): SVGTemplateResult => svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Shapes that differ without their colour. */
const shapes: Readonly<Record<IdeaStatus | 'support' | 'supported' | 'place' | 'answer', SVGTemplateResult>> = {
  held: svg`${ring}${line('M10 5.8V10l2.8 2')}`,
  open: svg`${ring}<circle cx="10" cy="10" r="2.6" fill="currentColor"/>`,
  considered: svg`<circle cx="8.6" cy="8.6" r="5.8" fill="none" stroke="currentColor" stroke-width="2"/>${line('m13 13 4.4 4.4')}`,
  planned: svg`<rect x="2.5" y="4" width="15" height="13.5" rx="2" fill="none" stroke="currentColor" stroke-width="2"/>${line('M2.5 8.5h15M6.5 2v3.5m7-3.5v3.5')}`,
  done: svg`<circle cx="10" cy="10" r="9" fill="currentColor"/><path class="cut" d="m5.8 10.2 2.9 2.9 5.5-6" fill="none" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`,
  declined: svg`${ring}${line('m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6')}`,
  withdrawn: svg`${ring}${line('M6.5 10h7')}`,
  support: svg`${line('M10 16.8 3.4 10.2a4 4 0 0 1 5.7-5.7l.9.9.9-.9a4 4 0 0 1 5.7 5.7z')}`,
  supported: svg`<path d="M10 16.8 3.4 10.2a4 4 0 0 1 5.7-5.7l.9.9.9-.9a4 4 0 0 1 5.7 5.7z" fill="currentColor" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>`,
  place: svg`${line('M10 18s-6-5.4-6-10a6 6 0 0 1 12 0c0 4.6-6 10-6 10z')}<circle cx="10" cy="8" r="2" fill="currentColor"/>`,
  answer: svg`${line('M3 4.5h14v9.5H9.5L6 17v-3H3z')}`,
};

/** A picture beside words that say the same; hidden from those who hear the words. */
export function icon(name: keyof typeof shapes): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;
}
