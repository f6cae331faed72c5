import type { Commitment, CommitmentStatus, Milestone } from './commitment.js';
import { commitmentLateness, milestoneLateness, span } from './lateness.js';

export const roadmapSorts = ['status', 'due', 'title'] as const;
export type RoadmapSort = (typeof roadmapSorts)[number];

/** Whether nothing is left to be done, for better or worse. */
export function isClosed({ status }: Commitment): boolean {
  return status === 'completed' || status === 'cancelled';
}

/** Milestones of an open commitment whose date has passed without their being met. */
export function overdueMilestones(commitment: Commitment, today: string): readonly Milestone[] {
  return isClosed(commitment) ? [] : commitment.milestones.filter((milestone) => milestoneLateness(milestone, today)?.kind === 'overdue');
}

/** Whether an open commitment, or a step of it, is past its date. */
export function isLate(commitment: Commitment, today: string): boolean {
  return commitmentLateness(commitment, today)?.kind === 'overdue' || overdueMilestones(commitment, today).length > 0;
}

/**
 * From 0 to 1: as stated, else the share of the milestones that are met. `undefined` where nothing tells, and where there is
 * but one milestone: a bar that is empty until it is full says less than the status. Met in part is not counted: nobody said how much.
 */
export function progressOf({ status, progress, milestones }: Commitment): number | undefined {
  if (status === 'completed') return 1;
  if (progress !== undefined && progress >= 0 && progress <= 1) return progress;
  return milestones.length < 2 ? undefined : milestones.filter((milestone) => milestone.status === 'met').length / milestones.length;
}

/** The step to look at next: of those not met the one that is due first, else the first. */
export function nextMilestone(commitment: Commitment): Milestone | undefined {
  if (isClosed(commitment)) return undefined;
  const open = commitment.milestones.filter(({ status }) => status !== 'met');
  return open.reduce<Milestone | undefined>((next, each) => (next && lastDay(next.dueDate) <= lastDay(each.dueDate) ? next : each), undefined);
}

function lastDay(date: string | undefined): number {
  return span(date)?.last ?? Infinity;
}

/** How many commitments have each status, and how many are late. */
export function tally(commitments: readonly Commitment[], today: string): Readonly<Record<CommitmentStatus | 'late', number>> {
  const counts = { planned: 0, started: 0, completed: 0, paused: 0, cancelled: 0, late: 0 };
  for (const commitment of commitments) {
    counts[commitment.status] += 1;
    if (isLate(commitment, today)) counts.late += 1;
  }
  return counts;
}

const statusOrder: Readonly<Record<CommitmentStatus, number>> = { started: 0, planned: 1, paused: 2, completed: 3, cancelled: 4 };

/** A sorted copy. By status: what is late first, then what is under way; by due date: undated last. Ties go by due date, then as published. */
export function sorted(commitments: readonly Commitment[], sort: RoadmapSort, today: string, language: string): readonly Commitment[] {
  const byTitle = new Intl.Collator(language, { numeric: true });
  const due = (commitment: Commitment) => lastDay(commitment.dueDate ?? nextMilestone(commitment)?.dueDate);
  // Infinity minus Infinity is no number.
  const byDue = (a: Commitment, b: Commitment) => (due(a) === due(b) ? 0 : due(a) - due(b));
  const rank = (commitment: Commitment) => (isLate(commitment, today) ? -1 : statusOrder[commitment.status]);
  const orders = {
    title: (a: Commitment, b: Commitment) => byTitle.compare(a.title, b.title),
    due: byDue,
    status: (a: Commitment, b: Commitment) => rank(a) - rank(b) || byDue(a, b),
  };
  return [...commitments].sort(orders[sort]);
}
