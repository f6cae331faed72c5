import type { Database } from './database.js';

/** All ratings of one subject by one profile, counted. */
export interface Tally {
  readonly subject: string;
  readonly profile: string;
  readonly min: number;
  readonly max: number;
  readonly n: number;
  readonly mean: number;
  readonly counts: ReadonlyMap<number, number>;
  readonly reasons: ReadonlyMap<string, number>;
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
    .select(({ fn }) => ['subject', 'profile', 'min', 'max', 'value', fn.countAll<number>().as('n'), fn.min('created').as('from'), fn.max('created').as('to')])
    .groupBy(['subject', 'profile', 'min', 'max', 'value'])
    .execute();
  const reasons = await ratings
    .innerJoin('rating_reasons', 'rating_reasons.rating', 'ratings.id')
    .select(({ fn }) => ['subject', 'profile', 'min', 'max', 'rating_reasons.code', fn.countAll<number>().as('n')])
    .groupBy(['subject', 'profile', 'min', 'max', 'rating_reasons.code'])
    .execute();

  const key = (row: { subject: string; profile: string; min: number; max: number }): string => JSON.stringify([row.subject, row.profile, row.min, row.max]);
  const scoresByKey = grouped(scores, key);
  const reasonsByKey = grouped(reasons, key);
  return [...scoresByKey].map(([each, rows]) => {
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    const sum = rows.reduce((total, row) => total + row.n * row.value, 0);
    const { min, max, subject: of, profile: by } = rows[0]!;
    return {
      subject: of, profile: by, min, max, n,
      mean: Math.round((sum / n) * 1000) / 1000,
      counts: new Map(rows.map((row) => [row.value, row.n])),
      reasons: new Map((reasonsByKey.get(each) ?? []).sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1)).map((row) => [row.code, row.n])),
      from: rows.map((row) => row.from).sort()[0]!.slice(0, 10),
      to: rows.map((row) => row.to).sort().at(-1)!.slice(0, 10),
    };
  }).sort((a, b) => (a.subject === b.subject ? b.n - a.n || (a.profile < b.profile ? -1 : 1) : a.subject < b.subject ? -1 : 1));
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
