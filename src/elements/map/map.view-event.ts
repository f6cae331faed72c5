import type { View } from '../../model/view.js';

/** The map came to rest and looks elsewhere than before. */
export class ViewChangeEvent extends Event {
  /** Where it looks, in degrees. */
  readonly view: View;

  constructor(view: View) {
    super('civic-view-change', { bubbles: true, composed: true });
    this.view = view;
  }
}

declare global {
  interface HTMLElementEventMap {
    'civic-view-change': ViewChangeEvent;
  }
}
