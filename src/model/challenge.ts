/** A question that the city asks, which ideas answer until its deadline. */
export interface Challenge {
  /** A code, such as `shade-2027`. */
  readonly id: string;
  readonly title: string;
  /** What is asked for, in several lines. */
  readonly brief: string;
  /** From when on and until when answers are taken: ISO 8601, UTC. */
  readonly opens?: string | undefined;
  readonly closes: string;
  /** What becomes of the best answers, in words. */
  readonly reward?: string | undefined;
  /** An e-mail address or a web address for questions. */
  readonly contact?: string | undefined;
  /** What became of it, once that is decided. */
  readonly outcome?: ChallengeOutcome | undefined;
  /** How many ideas that are public answer it. */
  readonly responses: number;
}

export interface ChallengeOutcome {
  readonly text: string;
  /** The ids of the ideas that were chosen. */
  readonly ideas: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Whether answers are taken at a moment, in milliseconds since 1970. */
export function challengePhase({ opens, closes }: Pick<Challenge, 'opens' | 'closes'>, now: number): 'before' | 'open' | 'over' {
  if (opens !== undefined && now < Date.parse(opens)) return 'before';
  return now <= Date.parse(closes) ? 'open' : 'over';
}
