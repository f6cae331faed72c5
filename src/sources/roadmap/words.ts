import { commitmentStatuses, milestoneStatuses, type CommitmentStatus, type MilestoneStatus } from '../../model/commitment.js';
import { span } from '../../model/lateness.js';

/** How statuses and dates are written in a source; each is `undefined` for what it does not know. */
export interface Words {
  readonly status: (text: string) => CommitmentStatus | undefined;
  readonly milestoneStatus: (text: string) => MilestoneStatus | undefined;
  readonly date: (text: string) => string | undefined;
}

/** Our own words. A plan that keeps to them needs no dictionary on its way to a slow phone. */
export const ownWords: Words = {
  status: (text) => commitmentStatuses.find((status) => status === text),
  milestoneStatus: (text) => milestoneStatuses.find((status) => status === text),
  date: (text) => (span(text) ? text : undefined),
};

/** Everybody's words, in five languages. */
export async function allWords(): Promise<Words> {
  const [{ commitmentStatus, milestoneStatus }, { looseDate }] = await Promise.all([import('./statuses.js'), import('./dates.js')]);
  return { status: commitmentStatus, milestoneStatus, date: looseDate };
}
