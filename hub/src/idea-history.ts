import type { Idea } from '../../src/model/idea.js';
import type { Database } from './database.js';
import { hiddenStatuses } from './idea-store.js';

/** Ideas with the steps that each has come. */
export async function withHistory(database: Database, ideas: readonly Idea[]): Promise<Idea[]> {
  if (ideas.length === 0) return [];
  const steps = await database.selectFrom('idea_steps').selectAll()
    .where('idea', 'in', ideas.map(({ id }) => id)).where('status', 'not in', hiddenStatuses).orderBy('at').execute();
  return ideas.map((idea) => {
    const own = steps.filter(({ idea: id }) => id === idea.id).map(({ status, at }) => ({ status, at }));
    return { ...idea, history: own.length > 0 ? own : undefined };
  });
}
