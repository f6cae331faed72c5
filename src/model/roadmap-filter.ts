import type { Commitment, CommitmentStatus } from './commitment.js';
import { isLate } from './roadmap.js';

/** What a reader wants to see. Absent means: all. */
export interface RoadmapFilter {
  readonly status?: CommitmentStatus | undefined;
  readonly theme?: string | undefined;
  readonly responsible?: string | undefined;
  readonly late?: boolean | undefined;
  readonly text?: string | undefined;
}

/** Without case and accents, so that "ecole" finds "École". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function says(commitment: Commitment, words: readonly string[]): boolean {
  const { id, ogp, title, description, responsible, theme, reason, milestones } = commitment;
  const text = plain([id, ogp, title, description, responsible, theme, reason, ...milestones.map((milestone) => milestone.title)].filter(Boolean).join(' '));
  return words.every((word) => text.includes(word));
}

/** The commitments that pass a filter; every word of its text has to occur. */
export function matching(commitments: readonly Commitment[], filter: RoadmapFilter, today: string): readonly Commitment[] {
  const words = plain(filter.text ?? '').split(/\s+/).filter(Boolean);
  return commitments.filter(
    (commitment) =>
      (!filter.status || commitment.status === filter.status) &&
      (!filter.theme || commitment.theme === filter.theme) &&
      (!filter.responsible || commitment.responsible === filter.responsible) &&
      (!filter.late || isLate(commitment, today)) &&
      (words.length === 0 || says(commitment, words)),
  );
}

/** How many commitments each value of a filter would leave under the rest of the filter; every value of the plan is there. */
export function choices(commitments: readonly Commitment[], filter: RoadmapFilter, key: 'theme' | 'responsible' | 'status', today: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { [key]: value } of commitments) if (value) counts.set(value, 0);
  for (const { [key]: value } of matching(commitments, { ...filter, [key]: undefined }, today)) if (value) counts.set(value, counts.get(value)! + 1);
  return counts;
}
