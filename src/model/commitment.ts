/** Milestone statuses of OC4IDS 0.9.5. */
export const milestoneStatuses = ['scheduled', 'met', 'notMet', 'partiallyMet'] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];

export const commitmentStatuses = ['planned', 'started', 'completed', 'paused', 'cancelled'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** A step of a commitment. Dates are `2026-11-23`, `2026-11` or `2026`; names follow OC4IDS. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly dueDate?: string | undefined;
  readonly dateMet?: string | undefined;
  readonly status: MilestoneStatus;
}

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Link {
  readonly title?: string | undefined;
  readonly url: string;
}

/** A promise of a public body, with what became of it. */
export interface Commitment {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** Who answers for it. */
  readonly responsible?: string | undefined;
  readonly theme?: string | undefined;
  readonly status: CommitmentStatus;
  readonly startDate?: string | undefined;
  readonly dueDate?: string | undefined;
  readonly completedDate?: string | undefined;
  /** From 0 to 1 where the publisher states it; otherwise the share of milestones that are met. */
  readonly progress?: number | undefined;
  /** Why it is late or was dropped. */
  readonly reason?: string | undefined;
  readonly milestones: readonly Milestone[];
  readonly planned?: Money | undefined;
  readonly spent?: Money | undefined;
  readonly evidence: readonly Link[];
  /** Where the commitment itself is published. */
  readonly source?: Link | undefined;
  /** Ids of the ideas that it came from. */
  readonly ideas: readonly string[];
  /** Such as `11.7`. */
  readonly sdg: readonly string[];
  /** Such as `US0113`. */
  readonly ogp?: string | undefined;
  readonly updated?: string | undefined;
}

/** A plan: its commitments and what is said of it as a whole. */
export interface Plan {
  readonly title?: string | undefined;
  /** What readers should know of it as a whole, such as how a status is decided. */
  readonly description?: string | undefined;
  readonly publisher?: string | undefined;
  readonly source?: Link | undefined;
  readonly licence?: Link | undefined;
  readonly updated?: string | undefined;
  readonly commitments: readonly Commitment[];
  /** Records of the source that are no commitment, counted from 1, with the reason in English for the webmaster. */
  readonly problems: readonly { readonly row: number; readonly reason: string }[];
}
