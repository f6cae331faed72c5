import { readFile, stat } from 'node:fs/promises';
import { Hono } from 'hono';
import * as v from 'valibot';
import { commitmentStatuses, milestoneStatuses, type Plan } from '../../src/model/commitment.js';
import { ConfigError } from './config.js';
import type { Database } from './database.js';
import { hiddenStatuses } from './idea-store.js';

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

/** The plan, read again when its file changes; a file that a mistake slipped into leaves the last good plan in force. */
export class Plans {
  readonly #database: Database;
  readonly #path: string | undefined;
  #plan: Plan = { commitments: [], problems: [] };
  #changed = 0;

  constructor(database: Database, source: Plan | string | undefined) {
    this.#database = database;
    if (typeof source === 'string') this.#path = source;
    else if (source) this.#plan = source;
  }

  /** Throws `ConfigError` where the file is no plan. */
  async open(): Promise<void> {
    if (this.#path === undefined) return;
    const changed = (await stat(this.#path).catch(() => undefined))?.mtimeMs;
    if (changed === undefined) throw new ConfigError([`CIVIC_COMMITMENTS: there is no file ${this.#path}. Name a JSON file with { "commitments": [ … ] }.`]);
    if (changed === this.#changed) return;
    this.#changed = changed;
    this.#plan = parse(this.#path, await readFile(this.#path, 'utf8'));
  }

  /** Each commitment with the ideas that it came from, as its publisher and as the moderators say. */
  async read(): Promise<Plan> {
    await this.open().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    const rows = await this.#database.selectFrom('ideas').select(['id', 'commitments']).where('commitments', '!=', '[]').where('status', 'not in', hiddenStatuses).orderBy('created').execute();
    const links = rows.map(({ id, commitments }) => ({ id, commitments: JSON.parse(commitments) as string[] }));
    return {
      ...this.#plan,
      commitments: this.#plan.commitments.map((commitment) => ({
        ...commitment,
        ideas: [...new Set([...commitment.ideas, ...links.filter((each) => each.commitments.includes(commitment.id)).map(({ id }) => id)])],
      })),
    };
  }
}

function parse(path: string, content: string): Plan {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (cause) {
    throw new ConfigError([`CIVIC_COMMITMENTS: ${path} is not JSON (${(cause as Error).message}).`]);
  }
  const { success, output, issues } = v.safeParse(planSchema, json);
  if (success) return output;
  throw new ConfigError(issues.slice(0, 5).map((issue) => `CIVIC_COMMITMENTS: ${path} at ${v.getDotPath(issue) ?? 'its beginning'}: ${issue.message}.`));
}

export function commitmentRoutes(plans: Plans): Hono {
  return new Hono().get('/commitments', async (context) => context.json(await plans.read()));
}
