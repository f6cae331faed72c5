import { CivicLayer } from './layer.js';

if (!customElements.get('civic-layer')) customElements.define('civic-layer', CivicLayer);

export { CivicLayer };

declare global {
  interface HTMLElementTagNameMap {
    'civic-layer': CivicLayer;
  }
}
