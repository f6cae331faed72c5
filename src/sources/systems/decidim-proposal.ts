import type { Idea, IdeaStatus } from '../../model/idea.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { htmlText } from '../formats/html-text.js';
import { countOf, isObject, listAt, momentOf, objectAt, pointOf, textOf, type Json } from './answer.js';

/** Its states, and those that it gave way to; cities may have further ones of their own. */
const statuses: Readonly<Record<string, IdeaStatus>> = {
  '': 'open',
  not_answered: 'open',
  evaluating: 'considered',
  accepted: 'planned',
  rejected: 'declined',
  withdrawn: 'withdrawn',
};

/** A proposal as GraphQL or REST gives it: texts may hold HTML, of which the words alone are kept. */
export function proposalIdea(proposal: Json, { tag, component }: { readonly tag: string; readonly component: string | undefined }): Idea | undefined {
  const id = textOf(proposal['id']);
  const title = translated(proposal['title'], tag);
  if (!id || !title) return undefined;
  const created = momentOf(proposal['publishedAt']) ?? momentOf(proposal['created_at']) ?? '';
  const answered = momentOf(proposal['answeredAt']) ?? created;
  const answer = translated(proposal['answer'], tag);
  const point = pointOf(objectAt(proposal, 'coordinates')['latitude'], objectAt(proposal, 'coordinates')['longitude']);
  const address = textOf(proposal['address']);
  const [category] = [...listAt(proposal, 'taxonomies'), objectAt(proposal, 'category')];
  return {
    id,
    title: title.replace(/\s+/g, ' '),
    text: translated(proposal['body'], tag) ?? '',
    place: point || address ? { ...point, ...(address ? { address: htmlText(address).text } : {}) } : undefined,
    category: translated(category?.['name'], tag),
    status: proposal['withdrawn'] === true ? 'withdrawn' : (statuses[textOf(proposal['state']) ?? ''] ?? 'considered'),
    supports: countOf(proposal['voteCount']),
    created,
    updated: momentOf(proposal['updatedAt']) ?? momentOf(proposal['updated_at']) ?? created,
    answer: answer ? { text: answer, at: answered } : undefined,
    url: safeWebUrl(textOf(proposal['url'])) ?? (component && new URL(`proposals/${encodeURIComponent(id)}`, component.endsWith('/') ? component : `${component}/`).href),
  };
}

/** Text in the page's language, else in its main language, else in whatever it has; as GraphQL (`translations`) or REST (by code) says it. */
export function translated(value: unknown, tag: string): string | undefined {
  const spoken = isObject(value) && 'translations' in value ? Object.fromEntries(listAt(value, 'translations').map(({ locale, text }) => [textOf(locale) ?? '', text])) : value;
  const said = isObject(spoken) ? [spoken[tag], spoken[tag.split('-')[0] ?? ''], spoken['en'], ...Object.values(spoken)].map(textOf).find(Boolean) : textOf(spoken);
  return said === undefined ? undefined : htmlText(said).text || undefined;
}
