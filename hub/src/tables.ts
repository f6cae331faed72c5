import type { CommentStatus } from '../../src/model/comment.js';
import type { IdeaStatus } from '../../src/model/idea.js';
import type { Intention } from '../../src/model/rating.js';
import type { DeliveryCode, DeliveryKind } from './deliveries.js';

// Moments are kept as ISO 8601 text in UTC, which sorts as time does, and is the same in both databases.

export interface RatingRow {
  readonly id: string;
  readonly subject: string;
  readonly title: string | null;
  readonly profile: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Null where the profile is not known and nobody says it. */
  readonly intention: Intention | null;
  readonly comment: string | null;
  readonly lang: string | null;
  readonly created: string;
  /** A hash of all that was sent: the same id with another one is another rating. */
  readonly fingerprint: string;
  /** Why it waits for a person and does not count yet: `Doubt`s with blanks between them. */
  readonly held: string | null;
}

export interface RatingReasonRow {
  readonly rating: string;
  readonly code: string;
}

export interface RatingAnswerRow {
  readonly rating: string;
  readonly question: string;
  /** Empty where the answer is a text. */
  readonly code: string;
  readonly text: string | null;
}

export interface IdeaRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly address: string | null;
  readonly category: string | null;
  /** The id of the question that it answers. */
  readonly challenge: string | null;
  readonly lang: string | null;
  readonly status: IdeaStatus;
  /** How many rows `supports` has for it, kept here so that ideas can be sorted by it. */
  readonly supports: number;
  /** How many comments on it are public, kept here for the same reason. */
  readonly comments: number;
  readonly created: string;
  readonly updated: string;
  readonly answer: string | null;
  readonly answer_by: string | null;
  readonly answered: string | null;
  /** Ids as a JSON array. */
  readonly commitments: string;
  /** A hash of the author's key. */
  readonly key: string;
  readonly fingerprint: string;
  /** Title and text as `foldedText` writes them, which searches look through. */
  readonly folded: string;
  /** Why it waits for a person although ideas are published at once: `Doubt`s with blanks between them. */
  readonly held: string | null;
  /** What it is called in the city's other system, once that has taken it. */
  readonly forwarded_id: string | null;
  /** Its page there. */
  readonly forwarded_url: string | null;
  readonly forwarded_at: string | null;
}

export interface SupportRow {
  readonly idea: string;
  /** A hash of idea and supporter, so that nobody sees which ideas one person supports. */
  readonly supporter: string;
  readonly created: string;
}

/** What somebody says to an idea. */
export interface CommentRow {
  readonly id: string;
  readonly idea: string;
  readonly text: string;
  readonly lang: string | null;
  readonly status: CommentStatus;
  /** Who speaks for the city, empty where it is not said who; null where a citizen speaks. */
  readonly official: string | null;
  readonly created: string;
  /** A hash of the author's key. */
  readonly key: string;
  readonly fingerprint: string;
  /** Why it waits for a person although comments are published at once: `Doubt`s with blanks between them. */
  readonly held: string | null;
}

/** What all instances know and nobody else: made by the first of them. */
export interface SecretRow {
  readonly name: string;
  readonly value: string;
}

/** Challenges that were answered: none is answered twice. */
export interface NonceRow {
  readonly nonce: string;
  /** From then on the challenge itself is refused, and the row may go. */
  readonly expires: string;
}

/** How often one network answered in one hour. */
export interface AttemptRow {
  /** A keyed hash of the beginning of an address and of what was answered, by a key of that day which is then forgotten. */
  readonly network: string;
  /** Such as `2026-11-26T21`. */
  readonly hour: string;
  readonly n: number;
}

/** What somebody of the city decided on an answer: enough to account for it, and to undo it. Nothing of what citizens wrote is in it. */
export interface DecisionRow {
  readonly id: string;
  readonly at: string;
  /** The name of who decided. */
  readonly by: string;
  readonly kind: 'idea' | 'rating' | 'comment';
  /** The id of what was decided on. */
  readonly target: string;
  /** The fields that were changed, as JSON. */
  readonly before: string;
  readonly after: string;
  /** The decision that this one takes back. */
  readonly undoes: string | null;
}

/** When an idea came to which status. */
export interface IdeaStepRow {
  readonly idea: string;
  readonly at: string;
  readonly status: IdeaStatus;
}

/** A message to another system of the city that has not arrived. */
export interface DeliveryRow {
  readonly id: string;
  readonly kind: DeliveryKind;
  /** The address that it goes to. */
  readonly hook: string;
  /** What is sent or, of what is forwarded, which idea it is and how far it has come. */
  readonly body: string;
  readonly created: string;
  readonly attempts: number;
  /** When it is sent next; null where it was tried as often as it is. */
  readonly due: string | null;
  /** Why it did not arrive last time. */
  readonly code: DeliveryCode | null;
  /** The same in the words of who said it. */
  readonly failure: string | null;
}

export interface Tables {
  readonly ratings: RatingRow;
  readonly rating_reasons: RatingReasonRow;
  readonly rating_answers: RatingAnswerRow;
  readonly ideas: IdeaRow;
  readonly supports: SupportRow;
  readonly comments: CommentRow;
  readonly secrets: SecretRow;
  readonly nonces: NonceRow;
  readonly attempts: AttemptRow;
  readonly decisions: DecisionRow;
  readonly idea_steps: IdeaStepRow;
  readonly deliveries: DeliveryRow;
}
