import type { Language } from '../../controllers/language.js';
import type { CommitmentStatus, Link, Money } from '../../model/commitment.js';
import type { Lateness } from '../../model/lateness.js';
import { safeWebUrl } from '../../model/safe-url.js';

/** "Late by 3 months", "Due in 5 months", "Done 2 weeks early". */
export function latenessWords({ kind, amount, unit }: Lateness, { say, tag, number }: Language): string {
  const words = say.roadmap.lateness;
  if (kind === 'punctual') return words.punctual;
  // Of days we say "today" and "tomorrow"; of longer times "next month" would be vaguer than the number.
  if (kind === 'due') return words.due(new Intl.RelativeTimeFormat(tag, { numeric: unit === 'day' ? 'auto' : 'always' }).format(amount, unit));
  return words[kind](number(amount, { style: 'unit', unit, unitDisplay: 'long' }));
}

/** "12 of 36 done, 20 under way, 4 not started, 3 late". */
export function tallyWords(counts: Readonly<Record<CommitmentStatus | 'late', number>>, total: number, { say, tag, number }: Language): string {
  const { done, tally } = say.roadmap;
  const rest = (Object.keys(tally) as (keyof typeof tally)[]).filter((part) => counts[part] > 0).map((part) => tally[part](number(counts[part])));
  return new Intl.ListFormat(tag, { type: 'unit', style: 'short' }).format([done(number(counts.completed), number(total)), ...rest]);
}

/** An amount in its currency, without cents where there are none. */
export function moneyWords({ amount, currency }: Money, { number }: Language): string {
  // A plan that a page sets itself may hold a currency that is none, for which Intl throws.
  if (!/^[A-Z]{3}$/.test(currency)) return `${number(amount)} ${currency}`;
  return number(amount, { style: 'currency', currency, ...(Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}) });
}

/** What a link is called: its title, else where it leads. */
export function linkWords({ title, url }: Link): string {
  if (title) return title;
  const safe = safeWebUrl(url);
  return safe ? `${new URL(safe).hostname.replace(/^www\./, '')}${new URL(safe).pathname.replace(/\/$/, '')}` : url;
}
