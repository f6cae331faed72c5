import * as v from 'valibot';
import { ideaStatuses, type Idea, type IdeaSort, type IdeaStatus } from '../../src/model/idea.js';
import { fieldError } from './body.js';
import { code, uuid } from './fields.js';
import { words } from './fold.js';
import { hiddenStatuses } from './idea-store.js';
import { Problem } from './problem.js';

/** `moderation` has those that wait before all others. */
export type IdeaOrder = 'newest' | 'supported' | 'discussed' | 'moderation';

export interface IdeaSearch {
  /** An idea has to have all of them, whole or as a part of a word. */
  readonly words: readonly string[];
  readonly category: string | undefined;
  readonly challenge: string | undefined;
  readonly statuses: readonly IdeaStatus[];
  /** These alone, where they are named. */
  readonly ids?: readonly string[] | undefined;
  /** Those alone that somebody has to send to the city's other system once more. */
  readonly isStopped?: boolean | undefined;
  readonly order: IdeaOrder;
  readonly limit: number;
  /** The last idea of the page before. */
  readonly after: readonly [rank: number, created: string, id: string] | undefined;
}

/** What `GET /v1/ideas` takes. */
export const ideaParameters = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(200, 'too-long: Search for at most 200 characters.')), ''),
  category: v.optional(code),
  challenge: v.optional(code),
  status: v.optional(v.pipe(v.string(), v.transform((text) => text.split(',')), v.check((list) => list.every((each) => (ideaStatuses as readonly string[]).includes(each)), `unknown: A status is one of ${ideaStatuses.join(', ')}.`))),
  sort: v.optional(v.picklist(['newest', 'supported', 'discussed'] satisfies IdeaSort[], 'not-valid: Ideas are sorted by “newest”, “supported” or “discussed”.'), 'newest'),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, 'out-of-range: A page has 1 to 100 ideas.'), v.transform(Number)), '20'),
  cursor: v.optional(v.string()),
});

/** What `GET /v1/moderation/ideas` takes: the same, the ids of those that are asked for alone, and whether forwarding them has stopped. */
export const moderationParameters = v.object({
  ...ideaParameters.entries,
  ids: v.optional(v.pipe(v.string(), v.transform((text) => text.split(',')), v.array(uuid), v.maxLength(100, 'too-long: At most 100 at once.'))),
  forwarding: v.optional(v.literal('stopped', 'not-valid: One can ask for those that “stopped”.')),
});

const cursorContent = v.pipe(v.string(), v.parseJson(), v.tuple([
  v.picklist(['newest', 'supported', 'discussed', 'moderation']), v.pipe(v.number(), v.safeInteger()), v.pipe(v.string(), v.isoTimestamp()), v.pipe(v.string(), v.uuid()),
]));

/** What the address asks for. Throws `Problem` 400. */
export function searchOf(query: Readonly<Record<string, string>>, { isModerator = false } = {}): IdeaSearch {
  // An empty parameter is what an empty field of a form sends.
  const { success, output, issues } = v.safeParse(moderationParameters, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  if (!success) throw new Problem(400, 'The search cannot be understood.', { errors: issues.map(fieldError) });
  const order = isModerator ? 'moderation' : output.sort;
  return {
    words: words(output.q),
    category: output.category,
    challenge: output.challenge,
    statuses: (output.status ?? ideaStatuses).filter((status) => visibleStatuses(order).includes(status as IdeaStatus)) as IdeaStatus[],
    ids: isModerator ? output.ids : undefined,
    isStopped: isModerator && output.forwarding !== undefined,
    order,
    limit: output.limit,
    after: output.cursor === undefined ? undefined : readCursor(output.cursor, order),
  };
}

export function visibleStatuses(order: IdeaOrder): readonly IdeaStatus[] {
  return ideaStatuses.filter((status) => (order === 'moderation' ? status !== 'withdrawn' : !(hiddenStatuses as readonly string[]).includes(status)));
}

/** Where the next page begins. */
export function cursorAfter({ supports, comments = 0, status, created, id }: Idea, order: IdeaOrder): string {
  const rank = { newest: 0, supported: supports, discussed: comments, moderation: status === 'held' ? 1 : 0 }[order];
  return Buffer.from(JSON.stringify([order, rank, created, id])).toString('base64url');
}

function readCursor(cursor: string, order: IdeaOrder): IdeaSearch['after'] {
  const { success, output } = v.safeParse(cursorContent, Buffer.from(cursor, 'base64url').toString());
  if (success && output[0] === order) return [output[1], output[2], output[3]];
  const message = 'Pass “next” of the page before as it is, under the same sort.';
  throw new Problem(400, message, { errors: [{ path: '/cursor', code: 'not-valid', message }] });
}
