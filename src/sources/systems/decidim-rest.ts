import type { Platform } from '../../model/hub.js';
import type { Idea } from '../../model/idea.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError } from '../source.js';
import { jsonOf, listAt, objectAt, textOf, type Json } from './answer.js';
import { proposalIdea } from './decidim-proposal.js';
import { infoOf, type OpenSystem } from './system.js';

/**
 * Proposals by decidim-rest-full (JSON:API), at `…/api/rest_full/v0.3/proposals`. It wants a token that no page may hold, so
 * the address is that of a proxy of the city's which adds it.
 */
export const openDecidimRest: OpenSystem = ({ address, tag, takePart }) => {
  const platform: Platform = {
    system: 'decidim',
    name: 'Decidim',
    url: takePart ?? new URL('/', address).href,
    can: { read: 'here', write: 'there', support: 'there', comment: 'there' },
    filters: [],
    statuses: ['open', 'considered', 'planned', 'declined'],
  };
  const ideaOf = (data: Json): Idea | undefined => {
    const attributes = objectAt(data, 'attributes');
    const component = safeWebUrl(textOf(objectAt(data, 'links', 'related')['href']));
    const state = textOf(objectAt(data, 'relationships', 'state', 'meta')['token']) ?? attributes['state'];
    return proposalIdea({ ...attributes, state, id: data['id'] }, { tag, component: component ?? platform.url });
  };
  return {
    info: async () => infoOf(platform),
    async read({ limit = 12, cursor = '1' }, options) {
      const page = new URL(address);
      page.searchParams.set('page', cursor);
      page.searchParams.set('per_page', String(limit));
      const list = listAt((await jsonOf(page, options)).json, 'data');
      const ideas = list.flatMap((each) => ideaOf(each) ?? []);
      return { ideas, total: ideas.length, uncounted: true, next: list.length === limit ? String(Number(cursor) + 1) : undefined };
    },
    async one(id, options) {
      const own = new URL(address);
      own.pathname = `${own.pathname.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
      const idea = ideaOf(objectAt((await jsonOf(own, options)).json, 'data'));
      if (!idea) throw new SourceError('not-found', `${own.href} is no proposal.`);
      return idea;
    },
  };
};
