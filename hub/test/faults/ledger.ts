/** Something that was sent under an id of its own, and whether a hub said that it has it. */
export interface Entry<T> {
  readonly content: T;
  isAcknowledged: boolean;
}

export interface RatingSent {
  readonly value: number;
  readonly comment: string;
  readonly reasons: readonly string[];
}

export interface IdeaSent {
  readonly title: string;
  readonly text: string;
}

export interface CommentSent {
  readonly idea: string;
  readonly text: string;
}

/** What one browser said of one idea: `true` is support. Several where nobody knows which of them arrived last. */
export interface SupportSent {
  readonly idea: string;
  readonly supporter: string;
  possible: readonly boolean[];
}

/** What a moderator decided on one thing, one after the other: `answer` of an idea, `held` of a rating, `status` of a comment. */
export interface DecisionsSent {
  readonly kind: 'idea' | 'rating' | 'comment';
  readonly steps: Entry<string | null>[];
}

/** All that clients sent, by id; what they never sent is in no hub. */
export class Ledger {
  readonly ratings = new Map<string, Entry<RatingSent>>();
  readonly ideas = new Map<string, Entry<IdeaSent>>();
  readonly comments = new Map<string, Entry<CommentSent>>();
  /** By idea and supporter. */
  readonly supports = new Map<string, SupportSent>();
  /** By the id of what was decided on. */
  readonly decisions = new Map<string, DecisionsSent>();
}
