import { Hono } from 'hono';
import * as v from 'valibot';
import { commitmentStatuses, milestoneStatuses, type Plan } from '../../src/model/commitment.js';
import type { Database } from './database.js';
import { hiddenStatuses } from './idea-store.js';
import { JsonFile } from './json-file.js';

const text = v.optional(v.string());
const link = v.object({ title: text, url: v.string() });
const money = v.object({ amount: v.number(), currency: v.string() });
const ids = v.optional(v.array(v.string()), []);

/** What a plan is, in its file and as an answer. */
export const planSchema: v.GenericSchema<unknown, Plan> = v.object({
  title: text, description: text, publisher: text, source: v.optional(link), licence: v.optional(link), updated: text,
  commitments: v.array(v.object({
    id: v.string(), title: v.string(), description: text, responsible: text, theme: text, status: v.picklist(commitmentStatuses),
    startDate: text, dueDate: text, completedDate: text, progress: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), reason: text,
    milestones: v.optional(v.array(v.object({ id: v.string(), title: v.string(), description: text, dueDate: text, dateMet: text, status: v.picklist(milestoneStatuses) })), []),
    planned: v.optional(money), spent: v.optional(money), evidence: v.optional(v.array(link), []), source: v.optional(link), ideas: ids, sdg: ids, ogp: text, updated: text,
  })),
  problems: v.optional(v.array(v.object({ row: v.number(), reason: v.string() })), []),
});

/** The plan, as its publisher and the moderators say it. */
export class Plans {
  readonly #database: Database;
  readonly #file: JsonFile<Plan>;

  constructor(database: Database, source: Plan | string | undefined) {
    this.#database = database;
    this.#file = new JsonFile({ setting: 'CIVIC_COMMITMENTS', schema: planSchema, source, absent: { commitments: [], problems: [] }, sample: '{ "commitments": [ … ] }' });
  }

  /** Throws `ConfigError` where the file is no plan. */
  open = (): Promise<void> => this.#file.open();

  /** Each commitment with the ideas that it came from, as its publisher and as the moderators say. */
  async read(): Promise<Plan> {
    const plan = await this.#file.read();
    const rows = await this.#database.selectFrom('ideas').select(['id', 'commitments']).where('commitments', '!=', '[]').where('status', 'not in', hiddenStatuses).orderBy('created').execute();
    const links = rows.map(({ id, commitments }) => ({ id, commitments: JSON.parse(commitments) as string[] }));
    return {
      ...plan,
      commitments: plan.commitments.map((commitment) => ({
        ...commitment,
        ideas: [...new Set([...commitment.ideas, ...links.filter((each) => each.commitments.includes(commitment.id)).map(({ id }) => id)])],
      })),
    };
  }
}

export function commitmentRoutes(plans: Plans): Hono {
  return new Hono().get('/commitments', async (context) => context.json(await plans.read()));
}
