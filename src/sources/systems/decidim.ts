import type { Platform } from '../../model/hub.js';
import type { Idea } from '../../model/idea.js';
import type { IdeaQuery } from '../hub.js';
import { SourceError, type ReadOptions } from '../source.js';
import { listAt, objectAt, textOf, type Json } from './answer.js';
import { proposalIdea } from './decidim-proposal.js';
import { askGraphql, refusedBy, type GraphqlAnswer } from './graphql.js';
import { infoOf, type OpenSystem } from './system.js';

const words = '{ translations { locale text } }';
/** What may be missing: older servers know no taxonomies, newer ones no categories. */
const optional: Readonly<Record<string, string>> = {
  taxonomies: `taxonomies { id name ${words} }`,
  category: `category { id name ${words} }`,
  answer: `answer ${words}`,
  coordinates: 'coordinates { latitude longitude }',
  ...Object.fromEntries(['url', 'state', 'publishedAt', 'updatedAt', 'answeredAt', 'withdrawn', 'address', 'voteCount'].map((name) => [name, name])),
};

/**
 * Proposals of a component of Decidim, by its GraphQL API. The address is the component's page (`…/processes/parks/f/12/`),
 * or the API's with `?component=12`. Fields are those of decidim-proposals/lib/decidim/api/proposal_type.rb; what a server
 * does not know is asked for no more.
 */
export const openDecidim: OpenSystem = ({ address, tag, takePart }) => {
  if (address.pathname.includes('/rest_full/')) return import('./decidim-rest.js').then(({ openDecidimRest }) => openDecidimRest({ address, tag, takePart }));
  const [page, component = address.searchParams.get('component')] = /^.*?\/f\/(\d+)/.exec(address.pathname) ?? [];
  if (!component) throw new SourceError('unknown', `${address.href} names no component: it looks like ${address.origin}/processes/parks/f/12/, or ends in ?component=12.`);
  const api = new URL(/^(.*\/api)\/?$/.exec(address.pathname)?.[1] ?? '/api', address);
  const fields = new Map(Object.entries(optional));
  const filters: ('sort')[] = ['sort'];
  const platform: Platform = {
    system: 'decidim',
    name: 'Decidim',
    url: takePart ?? new URL(page ? `${page}/` : '/', address).href,
    can: { read: 'here', write: 'there', support: 'there', comment: 'there' },
    filters,
    statuses: ['open', 'considered', 'planned', 'declined'],
  };

  /** Asks until the server knows all that it is asked for. */
  const ask = async (query: () => string, variables: Json, options: ReadOptions): Promise<GraphqlAnswer['data']> => {
    for (;;) {
      const { data, errors } = await askGraphql(api, query(), { id: component, ...variables }, options);
      if (errors.length === 0) return objectAt(data, 'component');
      const unknown = errors.filter((error) => error.unknown && fields.delete(error.unknown));
      const unordered = errors.some((error) => /order/i.test(`${error.message} ${error.unknown ?? ''}`) || error.unknown === 'publishedAt') && filters.pop() !== undefined;
      if (unknown.length === 0 && !unordered) throw refusedBy(api, errors);
    }
  };
  const node = (): string => `id title ${words} body ${words} ${[...fields.values()].join(' ')}`;
  const order = (sort: IdeaQuery['sort']): string => (filters.length === 0 ? '' : `, order: { ${sort === 'supported' ? 'voteCount' : 'publishedAt'}: "desc" }`);
  const ideaOf = (proposal: Json): Idea | undefined => proposalIdea(proposal, { tag, component: platform.url });

  return {
    info: async () => infoOf(platform),
    async read({ sort, limit = 12, cursor }, options) {
      const found = await ask(
        () => `query($id: ID!, $first: Int, $after: String) { component(id: $id) { id ... on Proposals { proposals(first: $first, after: $after${order(sort)}) { pageInfo { hasNextPage endCursor } edges { node { ${node()} } } } } } }`,
        { first: limit, after: cursor ?? null },
        options,
      );
      if (!found['id']) throw new SourceError('not-found', `${api.href} knows no public component ${component}.`);
      if (!found['proposals']) throw new SourceError('unknown', `The component ${component} of ${api.origin} has no proposals.`);
      const ideas = listAt(found['proposals'], 'edges').flatMap((edge) => ideaOf(objectAt(edge, 'node')) ?? []);
      const { hasNextPage, endCursor } = objectAt(found, 'proposals', 'pageInfo');
      return { ideas, total: ideas.length, uncounted: true, next: hasNextPage === true ? textOf(endCursor) : undefined };
    },
    async one(id, options) {
      const found = await ask(() => `query($id: ID!, $proposal: ID!) { component(id: $id) { id ... on Proposals { proposal(id: $proposal) { ${node()} } } } }`, { proposal: id }, options);
      const idea = ideaOf(objectAt(found, 'proposal'));
      if (!idea) throw new SourceError('not-found', `${api.href} knows no proposal ${id}.`);
      return idea;
    },
  };
};
