/** Where a comment stands: `held` waits for a moderator, `deleted` was taken off by one, `withdrawn` was taken back by its author. */
export const commentStatuses = ['held', 'open', 'deleted', 'withdrawn'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** What somebody says to an idea. */
export interface Comment {
  /** A UUID made by the client: the same id twice is one comment. */
  readonly id: string;
  /** The id of the idea. */
  readonly idea: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly status: CommentStatus;
  /** Who speaks for the city; absent where a citizen speaks. */
  readonly official?: { readonly by?: string | undefined } | undefined;
  /** ISO 8601, UTC. */
  readonly created: string;
}

/** What a person fills in. */
export interface CommentDraft {
  readonly id: string;
  readonly text: string;
  readonly lang?: string | undefined;
  /** A random secret made by the client, as that of an idea: who holds it may take the comment back. */
  readonly key: string;
}

export interface CommentPage {
  /** The oldest first. */
  readonly comments: readonly Comment[];
  /** How many are public. */
  readonly total: number;
  /** Pass as `cursor` for the next page; absent at the end. */
  readonly next?: string | undefined;
}

/** The limits that the form and the hub both keep, in characters. */
export const commentLimits = { text: [2, 2000] } as const;
