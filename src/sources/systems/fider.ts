import type { Platform } from '../../model/hub.js';
import type { Idea, IdeaStatus } from '../../model/idea.js';
import { SourceError } from '../source.js';
import { countOf, isObject, jsonOf, listAt, momentOf, objectAt, textOf, type Json } from './answer.js';
import { categoryOf, infoOf, type OpenSystem } from './system.js';

const statuses: Readonly<Record<string, IdeaStatus>> = { open: 'open', planned: 'considered', started: 'planned', completed: 'done', declined: 'declined', duplicate: 'declined' };

/** Posts of Fider, by its REST API (`/api/v1/posts`). The address is that of the site; tags are the categories. */
export const openFider: OpenSystem = ({ address, takePart }) => {
  const site = new URL(address.pathname.split('/api/')[0]!.replace(/\/?$/, '/'), address);
  const platform: Platform = {
    system: 'fider',
    name: 'Fider',
    url: takePart ?? site.href,
    can: { read: 'here', write: 'there', support: 'there', comment: 'there' },
    filters: ['q', 'category', 'status', 'sort'],
    statuses: ['open', 'considered', 'planned', 'done', 'declined'],
  };
  const ideaOf = (post: Json): Idea | undefined => {
    const [id, title] = [textOf(post['number']), textOf(post['title'])];
    // Where posts wait for a moderator, they are not for everybody yet.
    if (!id || !title || post['isApproved'] === false) return undefined;
    const created = momentOf(post['createdAt']) ?? '';
    const response = objectAt(post, 'response');
    const original = objectAt(response, 'original');
    const said = textOf(response['text']) ?? textOf(original['title']);
    const at = momentOf(response['respondedAt']) ?? created;
    const [tag] = Array.isArray(post['tags']) ? (post['tags'] as readonly unknown[]) : [];
    return {
      id,
      title,
      text: textOf(post['description']) ?? '',
      category: textOf(tag),
      status: statuses[textOf(post['status']) ?? ''] ?? 'open',
      supports: countOf(post['votesCount']),
      created,
      updated: said ? at : created,
      answer: said ? { text: said, by: textOf(objectAt(response, 'user')['name']), at } : undefined,
      url: new URL(['posts', id, textOf(post['slug'])].filter((part) => part !== undefined).map(encodeURIComponent).join('/'), site).href,
    };
  };
  return {
    async info(options) {
      // Without names of their tags there are ideas all the same.
      const tags = await jsonOf(new URL('api/v1/tags', site), options).then(({ json }) => listAt({ json }, 'json'), () => []);
      return infoOf(platform, tags.flatMap((tag) => (textOf(tag['slug']) ? [categoryOf(textOf(tag['slug'])!, textOf(tag['name']) ?? textOf(tag['slug'])!)] : [])));
    },
    async read({ q, category, status, sort, limit = 12, cursor = '0' }, options) {
      const from = Number(cursor);
      const list = new URL('api/v1/posts', site);
      // It knows no pages: more are all of them, and further ones.
      const asked = { query: q, tags: category, view: sort === 'supported' ? 'most-wanted' : 'recent', limit: String(from + limit) };
      for (const [name, value] of Object.entries(asked)) if (value) list.searchParams.set(name, value);
      const wanted = Object.keys(statuses).filter((each) => statuses[each] === status);
      if (wanted.length > 0) list.searchParams.set('statuses', wanted.join(','));
      const { json } = await jsonOf(list, options);
      if (!Array.isArray(json)) throw new SourceError('unreadable', `${list.href} is not what Fider answers: a list of posts.`);
      const posts = json.filter(isObject);
      const ideas = posts.slice(from).flatMap((post) => ideaOf(post) ?? []);
      const whole = posts.length < from + limit;
      return { ideas, total: whole && from === 0 ? ideas.length : posts.length, uncounted: !whole, next: whole ? undefined : String(from + limit) };
    },
    async one(id, options) {
      const own = new URL(`api/v1/posts/${encodeURIComponent(id)}`, site);
      const { json } = await jsonOf(own, options);
      const idea = isObject(json) ? ideaOf(json) : undefined;
      if (!idea) throw new SourceError('not-found', `${own.href} is no post that is public.`);
      return idea;
    },
  };
};
