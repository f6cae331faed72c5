import type { Platform } from '../../model/hub.js';
import type { Idea } from '../../model/idea.js';
import type { IdeaQuery } from '../hub.js';
import { SourceError, type ReadOptions } from '../source.js';
import { isObject, textOf } from './answer.js';
import { recordsAt } from './open311-answer.js';
import { requestIdea } from './open311-request.js';
import { categoryOf, infoOf, type IdeaKeeper, type OpenSystem } from './system.js';

/** The standard allows windows of 90 days, in milliseconds. */
const window = 90 * 86_400_000;
/** After so many windows without a request there are no older ones. */
const silence = 4;

/** One page of requests: those up to a moment, from the given one on. */
interface Place {
  readonly end: number | undefined;
  readonly from: number;
}

/** The name of a discovery document, which says where the service is. */
const discovery = /discovery(\.\w+)?\/?$/i;

/**
 * Requests of Open311 (GeoReport v2). The address is that of the service (`…/open311/v2/`), of its requests, or of a
 * discovery document (`…/discovery.json`, `.xml`); `?jurisdiction_id=` stays. To send one needs a key, which no page may hold, so it is read alone; only a civic-hub, which is
 * asked as a hub, takes requests without.
 */
export const openOpen311: OpenSystem = async ({ address, takePart, isAllowed = () => true }) => {
  if (!discovery.test(address.pathname)) return serviceAt(address, takePart);
  const { discovered } = await import('./open311-discovery.js');
  return serviceAt(await discovered(address, isAllowed), takePart);
};

function serviceAt(address: URL, takePart: string | undefined): IdeaKeeper {
  const platform: Platform = {
    system: 'open311',
    name: takePart ? new URL(takePart).host : address.host,
    url: takePart,
    can: { read: 'here', write: takePart ? 'there' : 'nowhere', support: 'nowhere', comment: 'nowhere' },
    filters: ['category', 'status'],
    statuses: ['open', 'done'],
  };
  const isXml = address.pathname.endsWith('.xml');
  const at = (path: string, asked: Readonly<Record<string, string | undefined>> = {}): URL => {
    const url = new URL(address);
    url.pathname = `${url.pathname.replace(/\/(requests|services)?(\.\w+)?\/?$/, '')}/${path}.${isXml ? 'xml' : 'json'}`;
    for (const [name, value] of Object.entries(asked)) if (value) url.searchParams.set(name, value);
    return url;
  };
  /** What was read of windows that are longer than a page of ours. */
  const windows = new Map<string, readonly Idea[]>();

  const read = async (end: number | undefined, { category, status }: IdeaQuery, options: ReadOptions): Promise<readonly Idea[]> => {
    const days = end === undefined ? {} : { start_date: isoOf(end - window), end_date: isoOf(end) };
    const url = at('requests', { ...days, service_code: category, status: status && (status === 'done' ? 'closed' : 'open') });
    const known = windows.get(url.href);
    if (known) return known;
    const all = (await recordsAt(url, options)).flatMap((record) => requestIdea(record) ?? []);
    // Some do not heed the dates: what is newer was shown already.
    const ideas = all.filter(({ created }) => end === undefined || Date.parse(created) <= end).sort((a, b) => b.created.localeCompare(a.created));
    windows.set(url.href, ideas);
    return ideas;
  };

  return {
    async info(options) {
      const services = await recordsAt(at('services'), options).catch(() => []);
      return infoOf(platform, services.flatMap((service) => {
        const code = isObject(service) ? textOf([service['service_code']].flat()[0]) : undefined;
        return code && isObject(service) ? [categoryOf(code, textOf([service['service_name']].flat()[0]) ?? code)] : [];
      }));
    },
    async read(query, options) {
      const { limit = 12, cursor } = query;
      let place = placeOf(cursor);
      if (!cursor) windows.clear();
      for (let empty = 0; empty < silence; empty += 1) {
        const ideas = await read(place.end, query, options);
        const page = ideas.slice(place.from, place.from + limit);
        if (page.length > 0) return { ideas: page, total: page.length, uncounted: true, next: nextOf(place, ideas, limit) };
        // Without dates the latest are given: then there are none at all.
        if (place.end === undefined) break;
        place = { end: place.end - window, from: 0 };
      }
      return { ideas: [], total: 0 };
    },
    async one(id, options) {
      const url = at(`requests/${encodeURIComponent(id)}`);
      const idea = (await recordsAt(url, options)).flatMap((record) => requestIdea(record) ?? [])[0];
      if (!idea) throw new SourceError('not-found', `${url.href} is no request.`);
      return idea;
    },
  };
}

const isoOf = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function placeOf(cursor: string | undefined): Place {
  const [end, from] = (cursor ?? '').split('/').map(Number);
  return { end: end || undefined, from: from ?? 0 };
}

/** The rest of what came, then the days before the oldest of it: a service may have given less than it has. */
function nextOf({ end, from }: Place, ideas: readonly Idea[], limit: number): string | undefined {
  if (from + limit < ideas.length) return `${end ?? 0}/${from + limit}`;
  const oldest = Date.parse(ideas.filter(({ created }) => created !== '').at(-1)?.created ?? '');
  return Number.isNaN(oldest) ? undefined : `${oldest - 1000}/0`;
}
