/** Where an idea stands, in the order of its life. `held` waits for a moderator and is shown to its author alone. */
export const ideaStatuses = ['held', 'open', 'considered', 'planned', 'done', 'declined', 'withdrawn'] as const;
export type IdeaStatus = (typeof ideaStatuses)[number];

/** A point on the map, an address in words, or both. */
export interface IdeaPlace {
  /** Degrees, WGS 84. `lon` and `lat` come together or not at all. */
  readonly lon?: number | undefined;
  readonly lat?: number | undefined;
  readonly address?: string | undefined;
}

/** What the city says to an idea. */
export interface Answer {
  readonly text: string;
  readonly by?: string | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Idea {
  /** A UUID made by the client: the same id twice is one idea. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly place?: IdeaPlace | undefined;
  /** A code from `HubInfo.ideas.categories`. */
  readonly category?: string | undefined;
  /** The id of the challenge that it answers. */
  readonly challenge?: string | undefined;
  readonly lang?: string | undefined;
  readonly status: IdeaStatus;
  /** How many people support it. */
  readonly supports: number;
  /** How many comments on it are public; absent where the server takes none. */
  readonly comments?: number | undefined;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly updated: string;
  readonly answer?: Answer | undefined;
  /** Ids of the commitments that came from it. */
  readonly commitments?: readonly string[] | undefined;
  /** When it came to which status, the first first; of what everybody may see. */
  readonly history?: readonly IdeaStep[] | undefined;
  /** Its page on the system that keeps it, where that is no hub. */
  readonly url?: string | undefined;
  /** What it is in another system of the city, to which the hub has forwarded it. */
  readonly forwarded?: Forwarded | undefined;
}

/** A request that was made of an idea, such as one of Open311. */
export interface Forwarded {
  /** What it is called there: `service_request_id`. */
  readonly id: string;
  /** Its page there, where the city has named one. */
  readonly url?: string | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface IdeaStep {
  readonly status: IdeaStatus;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a person fills in. */
export interface IdeaDraft {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly place?: IdeaPlace | undefined;
  readonly category?: string | undefined;
  /** The id of the challenge that it answers. */
  readonly challenge?: string | undefined;
  readonly lang?: string | undefined;
  /**
   * A random secret made by the client, at least 128 bits in base64url. The hub keeps a hash of it;
   * who holds it may see the idea before it is published and withdraw it. No account is needed.
   */
  readonly key: string;
}

export interface IdeaPage {
  readonly ideas: readonly Idea[];
  /** How many match in all. */
  readonly total: number;
  /** Whether the system does not say how many there are: then `total` is what came. */
  readonly uncounted?: boolean | undefined;
  /** Pass as `cursor` for the next page; absent at the end. */
  readonly next?: string | undefined;
  /** How many published ideas each category and status has under the same search. */
  readonly counts?: { readonly category: Readonly<Record<string, number>>; readonly status: Readonly<Record<string, number>> } | undefined;
}

export type IdeaSort = 'newest' | 'supported' | 'discussed';

/** Ideas much like one that is being written: `likeness` from 0 to 1, `distance` in metres where both have a place. */
export interface SimilarIdea {
  readonly idea: Idea;
  readonly likeness: number;
  readonly distance?: number | undefined;
}

/** The limits that the form and the hub both keep, in characters. */
export const ideaLimits = { title: [10, 120], text: [20, 4000], address: [3, 200] } as const;
