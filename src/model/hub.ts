import type { IdeaStatus } from './idea.js';

/** What a hub says of itself at `GET /v1`: the elements show only what it can do. */
export interface HubInfo {
  readonly name: string;
  readonly version: string;
  /** Whether ideas wait for a moderator (`before`) or are published at once (`after`). */
  readonly moderation: 'before' | 'after';
  /** Below this number of answers no result is published. */
  readonly minimum: number;
  readonly ideas: {
    /** May be empty. Labels are by language tag, with `en` at least. */
    readonly categories: readonly { readonly code: string; readonly label: Readonly<Record<string, string>> }[];
    /** Whether the city asks, or asked, questions that ideas answer. */
    readonly challenges?: boolean | undefined;
  };
  /** Where the ideas are kept, where that is no hub. */
  readonly platform?: Platform | undefined;
}

/** Where people can do something: on this page, on pages of the system's own alone, or nowhere. */
export type Where = 'here' | 'there' | 'nowhere';

/** A system that a city has already, and what can be done with it. */
export interface Platform {
  /** What the attribute `system` calls it, such as `decidim`. */
  readonly system: string;
  /** What people call it, such as “Decidim”. */
  readonly name: string;
  /** The page on which to take part. */
  readonly url?: string | undefined;
  readonly can: { readonly read: Where; readonly write: Where; readonly support: Where; readonly comment: Where };
  /** By what it can be asked for some of its ideas. */
  readonly filters: readonly ('q' | 'category' | 'status' | 'sort')[];
  /** Which of our statuses its ideas can have. */
  readonly statuses: readonly IdeaStatus[];
}

/** In milliseconds after its challenge was made: an answer that comes sooner is taken for a machine's. */
export const fastestAnswer = 3000;

/** RFC 9457. `errors` names each field by its JSON Pointer, such as `/title`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
}

export interface FieldError {
  readonly path: string;
  readonly code: FieldErrorCode;
  /** English, for developers; people read the sentence of the code in their language. */
  readonly message: string;
}

export type FieldErrorCode = 'required' | 'too-short' | 'too-long' | 'out-of-range' | 'not-valid' | 'unknown';
