import type { IdeaStatus } from '../../src/model/idea.js';
import type { Intention } from '../../src/model/rating.js';

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
  readonly lang: string | null;
  readonly status: IdeaStatus;
  /** How many rows `supports` has for it, kept here so that ideas can be sorted by it. */
  readonly supports: number;
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
}

export interface SupportRow {
  readonly idea: string;
  /** A hash of idea and supporter, so that nobody sees which ideas one person supports. */
  readonly supporter: string;
  readonly created: string;
}

export interface Tables {
  readonly ratings: RatingRow;
  readonly rating_reasons: RatingReasonRow;
  readonly rating_answers: RatingAnswerRow;
  readonly ideas: IdeaRow;
  readonly supports: SupportRow;
}
