/** What is rated: a page or a service, known by its address. */
export interface Subject {
  /** The address of the page or service, without fragment; it identifies the subject. */
  readonly url: string;
  readonly title?: string | undefined;
}

export interface Score {
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** One answer to "how was it?". */
export interface Rating {
  /** A UUID made by the client: the same id twice is one rating. */
  readonly id: string;
  readonly subject: Subject;
  /** The set of questions, such as `simple`. */
  readonly profile: string;
  readonly score: Score;
  /** Codes of the profile's reasons, never their wording. */
  readonly reasons?: readonly string[] | undefined;
  readonly comment?: string | undefined;
  /** BCP 47 tag of the language in which it was asked. */
  readonly lang?: string | undefined;
}

export interface RatingReceipt {
  readonly id: string;
  /** `held` where a person has to look at it before it counts. */
  readonly status: 'counted' | 'held';
}

/** What all ratings of a subject say together. */
export interface RatingSummary {
  readonly subject: string;
  /** How many people answered. */
  readonly n: number;
  /** Below this number of answers only `n` is published, so that no single answer shows. */
  readonly minimum: number;
  /** Whether `mean`, `distribution` and `reasons` were left out because `n` is below `minimum`. */
  readonly suppressed: boolean;
  readonly min: number;
  readonly max: number;
  readonly mean?: number | undefined;
  /** One entry for each value from `min` to `max`, in that order. */
  readonly distribution: readonly { readonly value: number; readonly count: number }[];
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
  /** The days of the first and the last answer, as `2026-11-23`. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
}

/** The profile of one question from 1 to 5; a low and a high score ask for different reasons. */
export const simpleProfile = {
  name: 'simple',
  min: 1,
  max: 5,
  /** A score up to this one asks what was difficult, a higher one what was good. */
  lowUpTo: 3,
  low: ['unclear', 'incomplete', 'unsure', 'technical', 'other'],
  high: ['clear', 'complete', 'sure', 'smooth', 'other'],
  commentLength: 1000,
} as const;
