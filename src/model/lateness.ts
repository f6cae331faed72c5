import type { Commitment, Milestone } from './commitment.js';

/** How a promise stands to its date, in a unit that a person would use. It never says more than the dates prove. */
export interface Lateness {
  /** `overdue` and `due` are open; `late`, `early` and `punctual` are done. */
  readonly kind: 'overdue' | 'due' | 'late' | 'early' | 'punctual';
  readonly amount: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

const day = 86_400_000;

/** The first and the last day that `2026`, `2026-11` or `2026-11-23` may mean, in milliseconds since 1970 (UTC). */
export function span(date: string | undefined): { readonly first: number; readonly last: number } | undefined {
  const [, year, month, dayOfMonth] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '') ?? [];
  if (!year) return undefined;
  const first = Date.parse(`${year}-${month ?? '01'}-${dayOfMonth ?? '01'}`);
  // Some engines roll 30 February over into March; a day that is none must stay none.
  if (Number.isNaN(first) || (month && new Date(first).getUTCMonth() !== Number(month) - 1)) return undefined;
  const next = month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return { first, last: dayOfMonth ? first : next - day };
}

/** Days below two weeks, weeks below two months, months below two years (but never "12 months"), then years; rounded down. */
function distance(from: number, to: number): Pick<Lateness, 'amount' | 'unit'> {
  const days = Math.round((to - from) / day);
  if (days < 14) return { amount: days, unit: 'day' };
  const [start, end] = [new Date(from), new Date(to)];
  const calendar = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const months = calendar - (end.getUTCDate() < start.getUTCDate() ? 1 : 0);
  if (months < 2) return { amount: Math.floor(days / 7), unit: 'week' };
  if (months < 24 && months !== 12) return { amount: months, unit: 'month' };
  return { amount: Math.floor(months / 12), unit: 'year' };
}

/**
 * Compares a due date with the day it was met or, while it is open, with today. A partial date is a span: `2026` is due at
 * the end of 2026, and what was met somewhere within the span is punctual. `undefined` where there is no due date.
 */
export function lateness(due: string | undefined, met: string | undefined, today: string): Lateness | undefined {
  const promised = span(due);
  const now = span(today);
  if (!promised || !now) return undefined;
  const done = span(met);
  if (!done) {
    if (now.first > promised.last) return { kind: 'overdue', ...distance(promised.last, now.first) };
    return { kind: 'due', ...distance(now.first, promised.last) };
  }
  if (done.first > promised.last) return { kind: 'late', ...distance(promised.last, done.first) };
  if (done.last < promised.first) return { kind: 'early', ...distance(done.last, promised.first) };
  return { kind: 'punctual', amount: 0, unit: 'day' };
}

/** The same for a commitment. One that was dropped is not late, and one that was done on an unknown day claims nothing. */
export function commitmentLateness({ status, dueDate, completedDate }: Commitment, today: string): Lateness | undefined {
  if (status === 'cancelled') return undefined;
  if (status !== 'completed') return lateness(dueDate, undefined, today);
  return completedDate ? lateness(dueDate, completedDate, today) : undefined;
}

/** The same for a milestone: what was met in part is still open. */
export function milestoneLateness({ status, dueDate, dateMet }: Milestone, today: string): Lateness | undefined {
  if (status !== 'met') return lateness(dueDate, undefined, today);
  return dateMet ? lateness(dueDate, dateMet, today) : undefined;
}

/** The calendar day of the person who looks, as `2026-11-23`. */
export function calendarDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
