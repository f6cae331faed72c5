import * as v from 'valibot';
import { fieldError } from './body.js';
import { uuid } from './fields.js';
import { Problem } from './problem.js';

/** Requests by their ids, or a page of those of some days. */
export type RequestSearch = { readonly ids: readonly string[] } | {
  readonly codes: readonly string[] | undefined;
  readonly statuses: readonly ('open' | 'closed')[] | undefined;
  /** ISO 8601 in UTC, both included. */
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly offset: number;
};

const day = 86_400_000;
/** The span and the number of the standard; a page that is asked for without its size has what cities' servers give. */
const [longestSpan, most, usualPage] = [90 * day, 1000, 50];
/** Who counts the days from a midnight means today as well. */
const slack = day;

const list = v.pipe(v.string(), v.transform((text) => text.split(',').map((each) => each.trim()).filter(Boolean)));
const whole = (last: number, message: string) => v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, message), v.transform(Number), v.check((value) => value <= last, message)));
const moment = (isEnd: boolean) => v.optional(v.pipe(
  v.string(),
  // In an address, a plus that is not escaped is a blank.
  v.transform((text) => text.replace(' ', '+')),
  v.check((text) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/.test(text) && !Number.isNaN(Date.parse(text)), 'not-valid: Write a moment as 2026-11-23T09:00:00Z, or a day as 2026-11-23.'),
  // A day is meant with all its hours.
  v.transform((text) => Date.parse(text) + (isEnd && text.length === 10 ? day - 1 : 0)),
));

/** What `GET requests.json` takes. */
export const requestParameters = v.object({
  service_request_id: v.optional(v.pipe(list, v.maxLength(most, `too-long: At most ${most} ids.`))),
  service_code: v.optional(v.pipe(list, v.maxLength(most, `too-long: At most ${most} codes.`))),
  status: v.optional(v.pipe(list, v.array(v.picklist(['open', 'closed'], 'unknown: A status is open or closed, or both with a comma between.')))),
  start_date: moment(false),
  end_date: moment(true),
  page: whole(10_000, 'out-of-range: Pages are counted from 1 to 10000.'),
  page_size: whole(most, `out-of-range: A page has 1 to ${most} requests.`),
});

/** What the address asks for. Without dates it is the last 90 days, as the standard has it. Throws `Problem` 400. */
export function requestSearchOf(query: Readonly<Record<string, string>>, now = Date.now()): RequestSearch {
  const { success, output, issues } = v.safeParse(requestParameters, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  if (!success) throw new Problem(400, 'The search cannot be understood.', { errors: issues.map(fieldError).map(({ path, ...rest }) => ({ path: `/${path.split('/')[1]}`, ...rest })) });
  const { service_request_id: ids, service_code: codes, status: statuses, start_date: start, end_date: end, page, page_size: size } = output;
  if (ids) return { ids: ids.filter((id) => v.is(uuid, id)).map((id) => id.toLowerCase()) };
  const to = end ?? (start ?? now - longestSpan) + longestSpan + slack;
  const from = start ?? to - longestSpan - slack;
  if (to - from > longestSpan + slack) throw new Problem(400, 'start_date and end_date lie at most 90 days apart: ask again for the other days.');
  const limit = size ?? (page === undefined ? most : usualPage);
  return { codes, statuses, from: isoOf(from), to: isoOf(to), limit, offset: ((page ?? 1) - 1) * limit };
}

/** Within the years that have four digits, so that text sorts as time does. */
function isoOf(time: number): string {
  return new Date(Math.min(Math.max(time, Date.parse('0000-01-01')), Date.parse('9999-12-31'))).toISOString();
}
