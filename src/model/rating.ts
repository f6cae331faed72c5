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

/**
 * What an answer means, whatever its scale: by it ratings of different profiles can be compared. Good and very good
 * count as satisfied, neutral and below do not (the convention of OECD surveys).
 */
export type Intention = 'very_good' | 'good' | 'neutral' | 'bad' | 'very_bad';

/** To a question of choices its codes, to a question of words the text. */
export type RatingAnswer = readonly string[] | string;

/** One answer to "how was it?". */
export interface Rating {
  /** A UUID made by the client: the same id twice is one rating. */
  readonly id: string;
  readonly subject: Subject;
  /** The set of questions, such as `simple`. */
  readonly profile: string;
  readonly score: Score;
  /** What the score means. A hub that knows the profile works it out by itself. */
  readonly intention?: Intention | undefined;
  /** Codes of the profile's reasons, never their wording. */
  readonly reasons?: readonly string[] | undefined;
  readonly comment?: string | undefined;
  /** Answers to the profile's further questions, by the question's code. */
  readonly answers?: Readonly<Record<string, RatingAnswer>> | undefined;
  /** BCP 47 tag of the language in which it was asked. */
  readonly lang?: string | undefined;
}

export interface RatingReceipt {
  readonly id: string;
  /** `held` where a person has to look at it before it counts. */
  readonly status: 'counted' | 'held';
}

export interface Count {
  readonly code: string;
  readonly count: number;
}

export interface Together {
  readonly n: number;
  readonly satisfied: number;
  readonly profiles: readonly string[];
}

/** What all ratings of a subject by one profile say together. */
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
  /** One entry for each value from `min` to `max`, in that order; `code` is the profile's option, where the hub knows it. */
  readonly distribution: readonly { readonly value: number; readonly code?: string | undefined; readonly count: number }[];
  readonly reasons: readonly Count[];
  /** The set of questions that was answered; a hub of before profiles says nothing. */
  readonly profile?: string | undefined;
  /** How many answers are good or very good, from 0 to 1, of those of which it is known. */
  readonly satisfied?: number | undefined;
  readonly intentions?: readonly { readonly intention: Intention; readonly count: number }[] | undefined;
  /** What was chosen in answer to the profile's further questions. */
  readonly answers?: readonly { readonly question: string; readonly counts: readonly Count[] }[] | undefined;
  /** Where several profiles have enough answers: all of these together, compared by what they mean. */
  readonly together?: Together | undefined;
  /** The days of the first and the last answer, as `2026-11-23`. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
}
