import type { Commitment } from '../../model/commitment.js';

/** Someone opened the details of a commitment. */
export class CommitmentOpenEvent extends Event {
  readonly commitment: Commitment;

  constructor(commitment: Commitment) {
    super('civic-commitment-open', { bubbles: true, composed: true });
    this.commitment = commitment;
  }
}

/** Someone follows a commitment to an idea that it came from; cancel it to show the idea yourself. */
export class IdeaOpenEvent extends Event {
  readonly idea: string;

  constructor(idea: string) {
    super('civic-idea-open', { bubbles: true, composed: true, cancelable: true });
    this.idea = idea;
  }
}

declare global {
  interface HTMLElementEventMap {
    'civic-commitment-open': CommitmentOpenEvent;
    'civic-idea-open': IdeaOpenEvent;
  }
}
