import type { Api, Row } from './replay.js';

/** A context broker of NGSI-v2 with entities of one type; it gives no more than a hundred at once. */
export function ngsi(entities: readonly Row[]): Api {
  return ({ pathname, searchParams: query }) => {
    if (pathname !== '/v2/entities') return undefined;
    const [limit, offset] = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)];
    if (limit > 100) return { status: 400, body: { error: 'BadRequest', description: 'Bad pagination limit: the maximum is 100' } };
    // Orion gives entities in the order in which they came, unless it is asked for another.
    return { headers: query.get('options')?.includes('count') ? { 'fiware-total-count': String(entities.length) } : {}, body: entities.slice(offset, offset + limit) };
  };
}

/** A SensorThings service with things and their locations, which follow each other by `@iot.nextLink`. */
export function sensorThings(things: readonly Row[]): Api {
  return ({ pathname, searchParams: query }, origin) => {
    if (pathname === '/v1.1/' || pathname === '/v1.1') return { body: { value: [{ name: 'Things', url: `${origin}/v1.1/Things` }, { name: 'Locations', url: `${origin}/v1.1/Locations` }] } };
    if (pathname !== '/v1.1/Things') return undefined;
    const [top, skip] = [Math.min(20, Number(query.get('$top') ?? 100)), Number(query.get('$skip') ?? 0)];
    const next = new URLSearchParams(query);
    next.set('$skip', String(skip + top));
    return { body: { ...(query.get('$count') === 'true' ? { '@iot.count': things.length } : {}), ...(skip + top < things.length ? { '@iot.nextLink': `${origin}/v1.1/Things?${next}` } : {}), value: things.slice(skip, skip + top) } };
  };
}

/** Requests to a city by Open311, in pages of fifty. */
export function open311(requests: readonly Row[]): Api {
  return ({ pathname, searchParams: query }) => {
    if (pathname !== '/open311/v2/requests.json') return undefined;
    const page = Number(query.get('page') ?? 1);
    return { body: requests.slice((page - 1) * 50, page * 50) };
  };
}

/** A system of shared bicycles; its feeds are the recorded ones. */
export function gbfs(feeds: Readonly<Record<string, unknown>>): Api {
  return ({ pathname }, origin) => {
    const name = /^\/gbfs\/(\w+)\.json$/.exec(pathname)?.[1];
    if (name === 'gbfs') return { body: { last_updated: 1, ttl: 60, version: '2.2', data: { nb: { feeds: Object.keys(feeds).map((feed) => ({ name: feed, url: `${origin}/gbfs/${feed}.json` })) } } } };
    return name !== undefined && Object.hasOwn(feeds, name) ? { body: feeds[name] } : undefined;
  };
}
