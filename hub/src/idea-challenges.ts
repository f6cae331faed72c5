import { Hono } from 'hono';
import * as v from 'valibot';
import { challengePhase, type Challenge } from '../../src/model/challenge.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { code, uuid } from './fields.js';
import { hiddenStatuses } from './idea-store.js';
import { JsonFile } from './json-file.js';
import { invalid, type Problem } from './problem.js';

/** A moment, or a day in the hub's own time zone: `edge` is its first or its last moment. Gives ISO 8601 in UTC. */
const moment = (edge: 'T00:00:00.000' | 'T23:59:59.999') => v.pipe(
  v.string(), v.transform((text) => new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text + edge : text)),
  v.check((date) => !Number.isNaN(date.getTime()), 'Write a day such as 2027-01-31, or a moment such as 2027-01-31T18:00:00+01:00'), v.transform((date) => date.toISOString()),
);
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** What `CIVIC_CHALLENGES` has. */
const challengeSchema = v.object({
  id: code, title: text, brief: text, opens: v.optional(moment('T00:00:00.000')), closes: moment('T23:59:59.999'), reward: v.optional(text), contact: v.optional(text),
  outcome: v.optional(v.object({ text, ideas: v.optional(v.array(uuid), []), at: moment('T00:00:00.000') })),
});
export type ChallengeFile = v.InferOutput<typeof challengeSchema>[];
const fileSchema: v.GenericSchema<unknown, ChallengeFile> = v.pipe(v.array(challengeSchema), v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Each challenge has an id of its own'));

/** The questions that the city asks. */
export class Challenges {
  readonly #database: Database;
  readonly #file: JsonFile<ChallengeFile>;

  constructor(database: Database, source: HubConfig['challenges']) {
    this.#database = database;
    this.#file = new JsonFile({ setting: 'CIVIC_CHALLENGES', schema: fileSchema, source, absent: [], sample: '[{ "id": …, "title": …, "brief": …, "closes": … }]' });
  }

  /** Throws `ConfigError` where the file has no challenges. */
  open = (): Promise<void> => this.#file.open();

  async any(): Promise<boolean> {
    return (await this.#file.read()).length > 0;
  }

  /** Each with how many ideas answer it: what is open first, by its deadline, and then what is over, the last first. */
  async read(now = Date.now()): Promise<Challenge[]> {
    const all = await this.#file.read();
    const rows = await this.#database.selectFrom('ideas').select(({ fn }) => ['challenge', fn.countAll<number>().as('n')])
      .where('challenge', 'is not', null).where('status', 'not in', hiddenStatuses).groupBy('challenge').execute();
    const responses = new Map(rows.map(({ challenge, n }) => [challenge, n]));
    const isOver = (each: ChallengeFile[number]): boolean => challengePhase(each, now) === 'over';
    return [...all].sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || (isOver(a) ? -1 : 1) * a.closes.localeCompare(b.closes))
      .map((each) => ({ ...each, responses: responses.get(each.id) ?? 0 }));
  }

  /** Why an idea cannot answer a challenge now; nothing where it can. */
  async refusal(id: string, now = Date.now()): Promise<Problem | undefined> {
    const refuse = (reason: 'unknown' | 'out-of-range', message: string): Problem => invalid(422, { path: '/challenge', code: reason, message });
    const challenge = (await this.#file.read()).find((each) => each.id === id);
    if (!challenge) return refuse('unknown', 'There is no such challenge here; GET /v1/challenges lists them.');
    const phase = challengePhase(challenge, now);
    if (phase === 'before') return refuse('out-of-range', `This challenge takes answers from ${challenge.opens} on.`);
    return phase === 'over' ? refuse('out-of-range', `This challenge took answers until ${challenge.closes}. The idea is welcome without it.`) : undefined;
  }
}

export function challengeRoutes(challenges: Challenges): Hono {
  return new Hono().get('/challenges', async (context) => context.json({ challenges: await challenges.read() }));
}
