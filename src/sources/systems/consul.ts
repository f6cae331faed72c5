import type { Platform } from '../../model/hub.js';
import type { Idea } from '../../model/idea.js';
import { htmlText } from '../formats/html-text.js';
import { SourceError, type ReadOptions } from '../source.js';
import { countOf, listAt, momentOf, objectAt, textOf, type Json } from './answer.js';
import { askGraphql, refusedBy } from './graphql.js';
import { infoOf, type OpenSystem } from './system.js';

/** CONSUL gives no more at once, and no more than two collections within each other. */
const most = 25;
const node = 'id title summary description public_created_at cached_votes_up geozone { name } tags { edges { node { name } } }';

/** Proposals of CONSUL Democracy, by its public GraphQL API at `…/graphql`, which can neither be searched nor sorted. */
export const openConsul: OpenSystem = ({ address, takePart }) => {
  const api = new URL(address);
  if (!api.pathname.endsWith('/graphql')) api.pathname = `${api.pathname.replace(/\/$/, '')}/graphql`;
  const pages = new URL('proposals', api);
  const platform: Platform = {
    system: 'consul',
    name: 'CONSUL',
    url: takePart ?? pages.href,
    can: { read: 'here', write: 'there', support: 'there', comment: 'there' },
    filters: [],
    statuses: ['open'],
  };
  const ask = async (query: string, variables: Json, options: ReadOptions): Promise<Json> => {
    const { data, errors } = await askGraphql(api, query, variables, options, 'GET');
    if (errors.length > 0) throw refusedBy(api, errors);
    return data;
  };
  const ideaOf = (proposal: Json): Idea | undefined => {
    const [id, title] = [textOf(proposal['id']), textOf(proposal['title'])];
    if (!id || !title) return undefined;
    const created = momentOf(proposal['public_created_at']) ?? '';
    const zone = textOf(objectAt(proposal, 'geozone')['name']);
    return {
      id,
      title: htmlText(title).text,
      text: [proposal['summary'], proposal['description']].flatMap((part) => htmlText(textOf(part) ?? '').text || []).join('\n\n'),
      place: zone ? { address: zone } : undefined,
      category: textOf(objectAt(listAt(proposal['tags'], 'edges')[0], 'node')['name']),
      status: 'open',
      supports: countOf(proposal['cached_votes_up']),
      created,
      updated: created,
      url: `${pages.href}/${encodeURIComponent(id)}`,
    };
  };
  return {
    info: async () => infoOf(platform),
    async read({ limit = 12, cursor }, options) {
      const data = await ask(
        `query($first: Int, $after: String) { proposals(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${node} } } } }`,
        { first: Math.min(limit, most), after: cursor ?? null },
        options,
      );
      const ideas = listAt(data['proposals'], 'edges').flatMap((edge) => ideaOf(objectAt(edge, 'node')) ?? []);
      const { hasNextPage, endCursor } = objectAt(data, 'proposals', 'pageInfo');
      return { ideas, total: ideas.length, uncounted: true, next: hasNextPage === true ? textOf(endCursor) : undefined };
    },
    async one(id, options) {
      const idea = ideaOf(objectAt(await ask(`query($id: ID!) { proposal(id: $id) { ${node} } }`, { id }, options), 'proposal'));
      if (!idea) throw new SourceError('not-found', `${api.href} knows no proposal ${id}.`);
      return idea;
    },
  };
};
