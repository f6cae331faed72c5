import type { Language } from '../../controllers/language.js';
import { challengePhase, type Challenge } from '../../model/challenge.js';

const hour = 3_600_000;
const day = 24 * hour;

/** “Closes in 12 days (Dec 8, 2026)”: of the last two days hours are said, of more than two months months. */
export function deadlineWords(challenge: Pick<Challenge, 'opens' | 'closes'>, now: number, { say, tag, date }: Language): string {
  const phase = challengePhase(challenge, now);
  const at = phase === 'before' ? challenge.opens! : challenge.closes;
  const left = Date.parse(at) - now;
  const [amount, unit] = Math.abs(left) < 2 * day ? [left / hour, 'hour' as const] : Math.abs(left) < 60 * day ? [left / day, 'day' as const] : [left / (30.44 * day), 'month' as const];
  // What is left of a day is not a day: “in 12 days” is said as long as there are twelve whole ones.
  const when = new Intl.RelativeTimeFormat(tag).format(Math.trunc(amount) || Math.sign(amount), unit);
  return say.ideasAsked[({ before: 'opens', open: 'closes', over: 'closed' } as const)[phase]](when, date(at));
}
