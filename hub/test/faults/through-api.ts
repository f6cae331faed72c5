import { moderator, send } from '../client.js';
import { subject } from './letters.js';
import { decidedField } from './events.js';
import type { Found } from './found.js';

type Item = Readonly<Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any -- It is compared, whatever it is.

/** What hubs say that they have, where it is other than what their tables have. Each page may come from another instance. */
export async function readsOtherwise(addresses: readonly string[], found: Found): Promise<string[]> {
  let asked = 0;
  const get = async (path: string): Promise<Item> => {
    const { status, body, text } = await send(fetch, addresses[(asked += 1) % addresses.length] + path, 'GET', undefined, moderator);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return body;
  };
  const all = async (path: string, name: string): Promise<Item[]> => {
    const items: Item[] = [];
    for (let cursor = ''; ;) {
      const page = await get(`${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      items.push(...(page[name] as Item[]));
      if (page['next'] === undefined) return items;
      cursor = page['next'] as string;
    }
  };
  const about = encodeURIComponent(subject);
  const counted = found.ratings.filter(({ held }) => held === null);
  const open = found.comments.filter(({ status }) => status === 'open');
  const { n, distribution, reasons } = await get(`/v1/ratings/summary?subject=${about}`);
  const comments: Item[] = [];
  for (const { id } of found.ideas.filter((idea) => open.some((each) => each.idea === idea.id))) comments.push(...await all(`/v1/ideas/${id}/comments?limit=100`, 'comments'));
  const pairs: readonly (readonly [what: string, said: unknown, there: unknown])[] = [
    ['how many ratings count', n, counted.length],
    ['how ratings are distributed', (distribution as Item[]).map(({ count }) => count), n < 5 ? [] : [1, 2, 3, 4, 5].map((value) => counted.filter((each) => each.value === value).length)],
    ['the reasons of ratings', reasons, n < 5 ? [] : [{ code: 'other', count: counted.flatMap(({ reasons: each }) => each).length }]],
    ['ratings', sorted(await all(`/v1/moderation/comments?subject=${about}`, 'comments'), ({ id, value, comment }) => [id, value, comment]), sorted(counted, ({ id, value, comment }) => [id, value, comment])],
    ['ideas', sorted(await all('/v1/ideas?limit=100', 'ideas'), ({ id, title, text, supports, comments: said, answer }) => [id, title, text, supports, said, answer?.text ?? null]), sorted(found.ideas, ({ id, title, text, supports, comments: said, answer }) => [id, title, text, supports, said, answer])],
    ['comments', sorted(comments, ({ id, idea, text }) => [id, idea, text]), sorted(open, ({ id, idea, text }) => [id, idea, text])],
    ['decisions', sorted(await all('/v1/moderation/decisions?', 'decisions'), ({ id, kind, after }) => [id, kind, after[decidedField[kind]!] ?? null]), sorted(found.decisions, ({ target, kind, after }) => [target, kind, after])],
  ];
  return pairs.filter(([, said, there]) => JSON.stringify(said) !== JSON.stringify(there)).map(([what, said, there]) => `${what}: hubs say ${short(said)}, their tables ${short(there)}`);
}

const sorted = <T>(items: readonly T[], of: (item: T) => unknown[]): string[] => items.map((item) => JSON.stringify(of(item))).sort();

const short = (value: unknown): string => JSON.stringify(value).slice(0, 300);
