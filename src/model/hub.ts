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
}

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
