import { CivicRating } from './rating.js';

if (!customElements.get('civic-rating')) customElements.define('civic-rating', CivicRating);

export { CivicRating };

declare global {
  interface HTMLElementTagNameMap {
    'civic-rating': CivicRating;
  }
}
