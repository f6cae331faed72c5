/** An answer that has not arrived, as this browser keeps it until it has. */
export interface Letter {
  /** The id of the answer itself: however often it is sent, it is kept once. */
  readonly id: string;
  readonly kind: 'rating' | 'idea' | 'comment' | 'support';
  /** The address of the hub, with a slash at its end, and the path below it. */
  readonly hub: string;
  readonly path: string;
  readonly body?: unknown;
  /** How it is sent; `POST` where nothing is said. */
  readonly method?: 'POST' | 'PUT' | 'DELETE' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The id of what it belongs to: the idea of a comment or of support. */
  readonly about?: string | undefined;
  /** What it is about, in the reader's words. */
  readonly label: string;
  /** In milliseconds since 1970: when it was written, by which one that replaces another is told from it, and when it is sent next. */
  readonly made: number;
  readonly due: number;
  readonly attempts: number;
  /** Until then a page of this browser is sending it; 0 where none is. */
  readonly claimed: number;
  /** Why it does not go out by itself any more. */
  readonly failure?: string | undefined;
}

/** What is to be said of a letter that has not been sent yet; the rest comes when it is kept. */
export type Unsent = Omit<Letter, 'hub' | 'made' | 'due' | 'attempts' | 'claimed' | 'failure'>;

/** In milliseconds after an attempt that failed. */
const pauses = [15_000, 60_000, 300_000, 900_000, 3_600_000];

/** When a letter is sent next that failed just now: later and later, or when the server asked for. `wait` is in seconds. */
export function nextAttempt({ attempts }: Pick<Letter, 'attempts'>, now: number, wait = 0): number {
  return now + Math.max(wait * 1000, pauses[Math.min(attempts, pauses.length - 1)]!);
}
