import { Hono } from 'hono';
import { usA11 } from '../../src/model/rating-us-a11.js';
import { requireRole } from './authority.js';
import type { HubConfig } from './config.js';
import { csvLine } from './csv.js';
import type { Database } from './database.js';
import { download } from './download.js';
import { hash } from './fingerprint.js';
import { invalid } from './problem.js';
import { subjectOf } from './subject.js';

const sides = ['positive', 'negative'] as const;
const drivers = usA11.questions.find(({ code }) => code === 'positive')!.options!.map(({ code }) => code);
const columns = ['external_id', 'question_1', ...sides.flatMap((side) => drivers.map((driver) => `${side}_${driver}`)), 'question_4'];

/** In rows, so that the hub answers others in between. */
const batch = 1000;

/**
 * `GET /ratings-a11.csv?subject=`: the ratings of a service by `us-a11`, a line each, in the columns that Touchpoints takes.
 * Lines are public where there are as many as make a result, and without what was written; with the moderators' token they
 * all are there, with it. Their order and their ids tell neither when nor from where they came.
 */
export function a11Routes({ database, config }: { database: Database; config: HubConfig }): Hono {
  return new Hono().get('/ratings-a11.csv', async (context) => {
    const subject = subjectOf(context.req.query('subject') ?? '');
    if (subject === undefined) throw invalid(400, { path: '/subject', code: context.req.query('subject') ? 'not-valid' : 'required', message: 'Name the service by its http(s) address: ?subject=https://…' });
    // Who sends a token wants the texts, and should hear that it is not the right one.
    const isOpen = context.req.header('authorization') !== undefined && Boolean(requireRole(context, config, 'reader'));
    const { n } = await database.selectFrom('ratings').where('held', 'is', null).select(({ fn }) => fn.countAll<number>().as('n')).where('subject', '=', subject).where('profile', '=', usA11.name).executeTakeFirstOrThrow();
    return download('ratings-a11.csv', lines(database, subject, { isShown: isOpen || n >= config.minimum, hasTexts: isOpen }), config);
  });
}

async function* lines(database: Database, subject: string, { isShown, hasTexts }: { isShown: boolean; hasTexts: boolean }): AsyncGenerator<string> {
  yield csvLine(columns);
  if (!isShown) return;
  for (let after = ''; ; ) {
    const rows = await database.selectFrom('ratings').select(['id', 'value', 'comment'])
      .where('held', 'is', null).where('subject', '=', subject).where('profile', '=', usA11.name).where('id', '>', after).orderBy('id').limit(batch).execute();
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    const chosen = await database.selectFrom('rating_answers').select(['rating', 'question', 'code']).where('rating', 'in', rows.map(({ id }) => id)).execute();
    const given = new Set(chosen.map(({ rating, question, code }) => `${rating} ${question} ${code}`));
    yield rows.map(({ id, value, comment }) => csvLine([
      hash(id).slice(0, 22), value,
      // Of the two lists one was offered; what was not offered is not a no.
      ...sides.flatMap((side) => drivers.map((driver) => ((side === 'positive') === (value === 1) ? Number(given.has(`${id} ${side} ${driver}`)) : 'null'))),
      hasTexts ? comment ?? undefined : undefined,
    ])).join('');
  }
}
