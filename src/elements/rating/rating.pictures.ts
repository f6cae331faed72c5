import { svg, html, type TemplateResult } from 'lit';
import type { RatingOption } from '../../model/rating-profile.js';
import type { Intention } from '../../model/rating.js';

/** By what a score means; the word below says the same. */
const mouths: Readonly<Record<Intention, string>> = {
  very_bad: 'M12 29c3-6.5 13-6.5 16 0',
  bad: 'M13 28c3-3.5 11-3.5 14 0',
  neutral: 'M13 27h14',
  good: 'M13 25.5c3 3.5 11 3.5 14 0',
  very_good: 'M11.5 24h17c-.8 9-16.2 9-17 0z',
};

export function face({ intention = 'neutral' }: RatingOption): TemplateResult {
  return html`
    <svg class="picture" viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">
      <circle cx="20" cy="20" r="16.5" />
      <path d="M14.5 15.5v1.6M25.5 15.5v1.6" stroke-width="3.4" />
      ${svg`<path d=${mouths[intention]} />`}
    </svg>
  `;
}

const up = 'M12.5 34H7V18h5.5m0 16V18l7-13c3.2.3 4.6 2.4 4 5.2L22 16h9.2c2.6 0 4.3 2.2 3.7 4.7l-2.4 10c-.5 2-2.2 3.3-4.2 3.3z';

export function thumb({ intention }: RatingOption): TemplateResult {
  return html`
    <svg class="picture ${intention === 'bad' ? 'down' : ''}" viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round">
      <path d=${up} />
    </svg>
  `;
}
