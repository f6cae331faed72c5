import type { Idea } from '../../src/model/idea.js';
import type { Database } from './database.js';
import type { Forwarding } from './forward-desk.js';
import type { Doubt } from './guard.js';

/** An idea as those see it who decide on it. */
export interface ModeratedIdea extends Idea {
  /** Why it waits although ideas are published at once; absent where all wait, and where a person has looked at it. */
  readonly doubts?: readonly Doubt[] | undefined;
  /** How far it is on its way to the city's other system; absent where it need not go there, and once it has arrived. */
  readonly forwarding?: Forwarding | undefined;
}

/** Ideas with what the guard found about each. */
export async function withDoubts(database: Database, ideas: readonly Idea[]): Promise<ModeratedIdea[]> {
  if (ideas.length === 0) return [];
  const rows = await database.selectFrom('ideas').select(['id', 'held']).where('id', 'in', ideas.map(({ id }) => id)).where('held', 'is not', null).execute();
  const found = new Map(rows.map(({ id, held }) => [id, held!.split(' ') as Doubt[]]));
  return ideas.map((idea) => ({ ...idea, doubts: found.get(idea.id) }));
}
