import type { Idea, IdeaDraft } from '../../model/idea.js';

/** Someone is about to send an idea; cancel it to keep it from being sent. The author's secret is not in it. */
export class IdeaSendEvent extends Event {
  readonly draft: Omit<IdeaDraft, 'key'>;

  constructor(draft: Omit<IdeaDraft, 'key'>) {
    super('civic-idea-send', { bubbles: true, composed: true, cancelable: true });
    this.draft = draft;
  }
}

/** An idea has arrived; `idea.status` tells whether it is public already. */
export class IdeaAcceptEvent extends Event {
  readonly idea: Idea;

  constructor(idea: Idea) {
    super('civic-idea-accept', { bubbles: true, composed: true });
    this.idea = idea;
  }
}

/** Someone supports an idea, or no longer does. */
export class IdeaSupportEvent extends Event {
  readonly idea: Idea;
  readonly supported: boolean;
  /** How many people support it now. */
  readonly supports: number;

  constructor(idea: Idea, supported: boolean, supports: number) {
    super('civic-idea-support', { bubbles: true, composed: true });
    this.idea = idea;
    this.supported = supported;
    this.supports = supports;
  }
}

/** A picker in the slot `place` names a point, in degrees (WGS 84); a `CustomEvent` with `detail: { lon, lat }` does as well. */
export class PlacePickEvent extends Event {
  readonly lon: number;
  readonly lat: number;

  constructor(lon: number, lat: number) {
    super('civic-place-pick', { bubbles: true, composed: true });
    this.lon = lon;
    this.lat = lat;
  }
}

declare global {
  interface HTMLElementEventMap {
    'civic-idea-send': IdeaSendEvent;
    'civic-idea-accept': IdeaAcceptEvent;
    'civic-idea-support': IdeaSupportEvent;
    'civic-place-pick': PlacePickEvent | CustomEvent<{ lon: number; lat: number }>;
  }
}
