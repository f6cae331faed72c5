/** An answer that has not arrived, as this browser keeps it until it has. */
export interface Letter {
  /** The id of the answer itself: however often it is sent, it is kept once. */
  readonly id: string;
  readonly kind: 'rating' | 'idea' | 'comment';
  /** The address of the hub, with a slash at its end, and the path below it. */
  readonly hub: string;
  readonly path: string;
  readonly body: unknown;
  /** What it is about, in the reader's words. */
  readonly label: string;
  /** In milliseconds since 1970: when it was written, and when it is sent next. */
  readonly made: number;
  readonly due: number;
  readonly attempts: number;
  /** Until then a page of this browser is sending it; 0 where none is. */
  readonly claimed: number;
  /** Why it does not go out by itself any more. */
  readonly failure?: string | undefined;
}

/** In milliseconds after an attempt that failed. */
const pauses = [15_000, 60_000, 300_000, 900_000, 3_600_000];

/** When a letter is sent next that failed just now: later and later, or when the server asked for. `wait` is in seconds. */
export function nextAttempt({ attempts }: Pick<Letter, 'attempts'>, now: number, wait = 0): number {
  return now + Math.max(wait * 1000, pauses[Math.min(attempts, pauses.length - 1)]!);
}
