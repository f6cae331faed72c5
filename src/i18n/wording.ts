/** What a profile of questions is called in one language. Codes are those of the profile. */
export interface Wording {
  readonly questions: Readonly<Record<string, QuestionWords>>;
  /** Said where nothing was chosen. */
  readonly choose: string;
  readonly send?: string | undefined;
  readonly thanks?: string | undefined;
}

export interface QuestionWords {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** What the first and the last step of a scale mean, where they say only their number. */
  readonly ends?: readonly [first: string, last: string] | undefined;
}

/** What a question is about. */
export interface About {
  /** May be empty. */
  readonly label: string;
  /** Whether it is a service that was just used, rather than the page. */
  readonly service: boolean;
}
