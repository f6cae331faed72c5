import { CivicMap } from './map.js';

if (!customElements.get('civic-map')) customElements.define('civic-map', CivicMap);

export { CivicMap };

declare global {
  interface HTMLElementTagNameMap {
    'civic-map': CivicMap;
  }
}
