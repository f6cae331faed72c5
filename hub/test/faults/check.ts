import { hash } from '../../src/fingerprint.js';
import { eventOf } from './events.js';
import type { Found } from './found.js';
import type { Entry, Ledger } from './ledger.js';

export interface Findings {
  /** Acknowledged and not there. */
  readonly lost: string[];
  /** There more than once, or counted more than once. */
  readonly doubled: string[];
  /** Other than it was sent, or sent by nobody. */
  readonly wrong: string[];
}

/** Holds what is there against what was sent: what was acknowledged is there once, all else once or not at all. */
export function check(ledger: Ledger, found: Found): Findings {
  const findings: Findings = { lost: [], doubled: [], wrong: [] };
  const { ratings, ideas, comments } = found;
  compare(findings, 'rating', ledger.ratings, ratings, (row) => ({ value: row.value, comment: row.comment, reasons: row.reasons }));
  compare(findings, 'idea', ledger.ideas, ideas, ({ title, text }) => ({ title, text }));
  compare(findings, 'comment', ledger.comments, comments, ({ idea, text }) => ({ idea, text }));
  checkSupports(findings, ledger, found);
  checkDecisions(findings, ledger, found);
  for (const { id, supports: counted, comments: open } of ideas) {
    count(findings, `supports of idea ${id}`, found.supports.filter(({ idea }) => idea === id).length, counted);
    count(findings, `comments of idea ${id}`, comments.filter(({ idea, status }) => idea === id && status === 'open').length, open);
  }
  const happened = [
    ...ratings.map(({ id }) => eventOf('rating.received', id)), ...ideas.map(({ id }) => eventOf('idea.received', id)), ...comments.map(({ id }) => eventOf('comment.received', id)),
    ...found.decisions.filter(({ kind }) => kind === 'idea').map(({ target, after }) => eventOf('idea.changed', target, after)),
  ];
  const told = tally(found.events);
  for (const [event, n] of tally([...happened, ...found.events])) {
    const of = told.get(event) ?? 0;
    count(findings, `message ${event}`, n - of, of);
  }
  return findings;
}

/** How often each is there. */
function tally(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

function count({ lost, doubled }: Findings, what: string, expected: number, actual: number): void {
  if (actual === expected) return;
  (actual < expected ? lost : doubled).push(`${what}: ${actual} instead of ${expected}`);
}

function compare<T, R extends { readonly id: string }>({ lost, doubled, wrong }: Findings, kind: string, sent: ReadonlyMap<string, Entry<T>>, rows: readonly R[], contentOf: (row: R) => unknown): void {
  const times = tally(rows.map(({ id }) => id));
  for (const [id, { isAcknowledged }] of sent) if (isAcknowledged && !times.has(id)) lost.push(`${kind} ${id}`);
  for (const [id, n] of times) if (n > 1) doubled.push(`${kind} ${id}: ${n} times`);
  for (const row of rows) {
    const entry = sent.get(row.id);
    if (!entry) wrong.push(`${kind} ${row.id} was sent by nobody`);
    else if (JSON.stringify(entry.content) !== JSON.stringify(contentOf(row))) wrong.push(`${kind} ${row.id} is ${JSON.stringify(contentOf(row))} instead of ${JSON.stringify(entry.content)}`);
  }
}

function checkSupports({ lost, doubled, wrong }: Findings, { supports }: Ledger, found: Found): void {
  const times = tally(found.supports.map(({ idea, supporter }) => `${idea} ${supporter}`));
  const known = new Set<string>();
  for (const { idea, supporter, possible } of supports.values()) {
    const key = `${idea} ${hash(`${idea} ${supporter}`)}`;
    known.add(key);
    const n = times.get(key) ?? 0;
    if (n > 1) doubled.push(`support ${key}: ${n} times`);
    else if (n === 0 && !possible.includes(false)) lost.push(`support ${key}`);
    else if (n === 1 && !possible.includes(true)) lost.push(`end of support ${key}`);
  }
  for (const key of times.keys()) if (!known.has(key)) wrong.push(`support ${key} was given by nobody`);
}

function checkDecisions({ lost, doubled, wrong }: Findings, { decisions }: Ledger, found: Found): void {
  const nameOf = (target: string, kind: string, after: string | null): string => `decision on ${kind} ${target}: ${after ?? 'none'}`;
  const logged = tally(found.decisions.map(({ target, kind, after }) => nameOf(target, kind, after)));
  const least = new Map<string, number>();
  const most = new Map<string, number>();
  const rows = new Map<string, string | null>([...found.ideas.map(({ id, answer }) => [id, answer] as const), ...found.ratings.map(({ id, held }) => [id, held] as const), ...found.comments.map(({ id, status }) => [id, status] as const)]);
  for (const [target, { kind, steps }] of decisions) {
    for (const { content, isAcknowledged } of steps) {
      const name = nameOf(target, kind, content);
      most.set(name, (most.get(name) ?? 0) + 1);
      if (isAcknowledged) least.set(name, (least.get(name) ?? 0) + 1);
    }
    const last = steps.map(({ isAcknowledged }) => isAcknowledged).lastIndexOf(true);
    if (last >= 0 && !steps.slice(last).some(({ content }) => content === rows.get(target))) wrong.push(`${kind} ${target} is not as it was decided last`);
  }
  for (const [name, n] of least) if ((logged.get(name) ?? 0) < n) lost.push(`${name}: ${logged.get(name) ?? 0} instead of ${n}`);
  for (const [name, n] of logged) {
    if (!most.has(name)) wrong.push(`${name} was made by nobody`);
    else if (n > most.get(name)!) doubled.push(`${name}: ${n} instead of ${most.get(name)}`);
  }
}
