import { CivicIdeas } from './ideas.js';

if (!customElements.get('civic-ideas')) customElements.define('civic-ideas', CivicIdeas);

export { CivicIdeas };

declare global {
  interface HTMLElementTagNameMap {
    'civic-ideas': CivicIdeas;
  }
}
