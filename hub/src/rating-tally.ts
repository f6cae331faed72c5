import { intentions, isSatisfied } from '../../src/model/rating-profile.js';
import type { Count, Intention } from '../../src/model/rating.js';
import type { Database } from './database.js';
import { knownProfiles } from './rating-profiles.js';

/** All ratings of one subject by one profile, counted. */
export interface Tally {
  readonly subject: string;
  readonly profile: string;
  readonly min: number;
  readonly max: number;
  readonly n: number;
  readonly mean: number;
  readonly counts: ReadonlyMap<number, number>;
  /** What the scores mean, the best first; without those of which nobody knows. */
  readonly intentions: readonly { readonly intention: Intention; readonly count: number }[];
  readonly reasons: ReadonlyMap<string, number>;
  /** By the code of the question, what was chosen. */
  readonly answers: ReadonlyMap<string, readonly Count[]>;
  /** Days in UTC. */
  readonly from: string;
  readonly to: string;
}

/** The tallies of one subject or of all, by subject, those with most answers first. */
export async function readTallies(database: Database, { subject, profile }: { subject?: string; profile?: string | undefined } = {}): Promise<Tally[]> {
  const ratings = database.selectFrom('ratings').where('held', 'is', null)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
    .$if(profile !== undefined, (query) => query.where('profile', '=', profile!));
  const scores = await ratings
    .select(({ fn }) => ['subject', 'profile', 'min', 'max', 'value', 'intention', fn.countAll<number>().as('n'), fn.min('created').as('from'), fn.max('created').as('to')])
    .groupBy(['subject', 'profile', 'min', 'max', 'value', 'intention'])
    .execute();
  const reasons = await ratings
    .innerJoin('rating_reasons', 'rating_reasons.rating', 'ratings.id')
    .select(({ fn }) => ['subject', 'profile', 'min', 'max', 'rating_reasons.code', fn.countAll<number>().as('count')])
    .groupBy(['subject', 'profile', 'min', 'max', 'rating_reasons.code'])
    .execute();
  const answers = await ratings
    .innerJoin('rating_answers', 'rating_answers.rating', 'ratings.id')
    .where('text', 'is', null)
    .select(({ fn }) => ['subject', 'profile', 'min', 'max', 'question', 'rating_answers.code', fn.countAll<number>().as('count')])
    .groupBy(['subject', 'profile', 'min', 'max', 'question', 'rating_answers.code'])
    .execute();

  const key = (row: { subject: string; profile: string; min: number; max: number }): string => JSON.stringify([row.subject, row.profile, row.min, row.max]);
  const reasonsByKey = grouped(reasons, key);
  const answersByKey = grouped(answers, key);
  return [...grouped(scores, key)].map(([each, rows]) => {
    const n = sumOf(rows);
    const sum = rows.reduce((total, row) => total + row.n * row.value, 0);
    const { min, max, subject: of, profile: by } = rows[0]!;
    const questions = grouped(answersByKey.get(each) ?? [], ({ question }) => question);
    return {
      subject: of, profile: by, min, max, n,
      mean: Math.round((sum / n) * 1000) / 1000,
      counts: new Map([...grouped(rows, ({ value }) => value)].map(([value, same]) => [value, sumOf(same)])),
      intentions: intentions.map((intention) => ({ intention, count: sumOf(rows.filter((row) => row.intention === intention)) })).filter(({ count }) => count > 0),
      reasons: new Map(ordered(reasonsByKey.get(each) ?? []).map(({ code, count }) => [code, count])),
      answers: new Map([...questions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([question, given]) => [question, ordered(given)])),
      from: rows.map((row) => row.from).sort()[0]!.slice(0, 10),
      to: rows.map((row) => row.to).sort().at(-1)!.slice(0, 10),
    };
  }).sort((a, b) => (a.subject === b.subject ? b.n - a.n || (a.profile < b.profile ? -1 : 1) : a.subject < b.subject ? -1 : 1));
}

const sumOf = (rows: readonly { readonly n: number }[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** The most frequent first. */
const ordered = (counts: readonly Count[]): Count[] => counts.map(({ code, count }) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

/**
 * The reasons and answers that are published. Of a profile that the hub does not know anyone can send any code, so one is
 * published only where as many as make a result have given it.
 */
export function publishedCodes({ profile, reasons, answers }: Tally, minimum: number): Pick<Tally, 'reasons' | 'answers'> {
  if (knownProfiles.has(profile)) return { reasons, answers };
  const enough = [...answers].map(([question, counts]) => [question, counts.filter(({ count }) => count >= minimum)] as const);
  return { reasons: new Map([...reasons].filter(([, count]) => count >= minimum)), answers: new Map(enough.filter(([, counts]) => counts.length > 0)) };
}

/** How many are good or very good of those of which it is known, from 0 to 1; undefined where it is known of none. */
export function satisfiedShare(counts: Tally['intentions']): number | undefined {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const good = counts.reduce((sum, { intention, count }) => sum + (isSatisfied(intention) ? count : 0), 0);
  return all > 0 ? Math.round((good / all) * 1000) / 1000 : undefined;
}

function grouped<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
