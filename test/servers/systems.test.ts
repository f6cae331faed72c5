import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Idea, IdeaPage } from '../../src/model/idea.js';
import { sendIdea } from '../../src/sinks/postgrest.js';
import { SinkError } from '../../src/sinks/sink.js';
import { sendRating } from '../../src/sinks/touchpoints.js';
import { sendIdea as sendToHook, sendRating as rateToHook } from '../../src/sinks/webhook.js';
import type { IdeaQuery } from '../../src/sources/hub.js';
import { SourceError } from '../../src/sources/source.js';
import { openSystem } from '../../src/sources/systems/index.js';
import { discovered } from '../../src/sources/systems/open311-discovery.js';
import type { IdeaKeeper } from '../../src/sources/systems/system.js';
import { json, serve } from '../support/fake-fetch.js';
import { startSystem, type System } from '../support/replay-systems.js';
import { consul, decidim, fider, open311, postgrest, type Asked } from '../support/system-apis.js';

const running: System[] = [];
after(() => Promise.all(running.map((system) => system.close())));

async function start(api: Parameters<typeof startSystem>[0]): Promise<System> {
  const system = await startSystem(api);
  running.push(system);
  return system;
}

async function open(api: Parameters<typeof startSystem>[0], path: string, { name = '', tag = 'en' } = {}): Promise<{ readonly keeper: IdeaKeeper; readonly system: System }> {
  const system = await start(api);
  return { system, keeper: await openSystem(name, { address: new URL(path, system.origin), tag }) };
}

/** All pages to the end, each idea as often as it came. */
async function all(keeper: IdeaKeeper, query: IdeaQuery = {}): Promise<readonly Idea[]> {
  const ideas: Idea[] = [];
  let page: IdeaPage | undefined;
  for (let pages = 0; !page || page.next; pages += 1) {
    assert.ok(pages < 50, 'there is always one more page');
    page = await keeper.read({ ...query, limit: 12, cursor: page?.next }, {});
    ideas.push(...page.ideas);
  }
  return ideas;
}

const failed = (reason: string, message: RegExp) => (error: unknown): boolean => error instanceof SourceError && error.reason === reason && message.test(error.message);
const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));

describe('Decidim, replayed', () => {
  it('gives every proposal, page by page, with its words as text', async () => {
    const { keeper, system } = await open(decidim(30), '/processes/parks/f/12/');
    const ideas = await all(keeper);
    assert.deepEqual(ideas.map(({ id }) => id), numbers(30));
    assert.deepEqual(ideas[1], {
      id: '2', title: 'Proposal 2', text: 'A & B\nof 2', place: { lat: 52.5, lon: 13.4, address: 'Mill Street 1' }, category: 'Parks', status: 'planned', supports: 2,
      created: '2026-08-01T08:00:00.000Z', updated: '2026-08-02T08:00:00.000Z', answer: { text: 'We will.', at: '2026-09-01T08:00:00.000Z' },
      url: 'https://decidim.example/processes/parks/f/12/proposals/2',
    });
    const { platform } = await keeper.info({});
    assert.deepEqual(platform?.can, { read: 'here', write: 'there', support: 'there', comment: 'there' });
    assert.equal(platform?.url, `${system.origin}/processes/parks/f/12/`);
  });

  it('speaks the language of the page', async () => {
    const { keeper } = await open(decidim(1), '/processes/parks/f/12/', { tag: 'de-AT' });
    assert.equal((await all(keeper))[0]?.title, 'Proposal 1 (de)');
  });

  for (const lacks of [['taxonomies'], ['category'], ['taxonomies', 'withdrawn', 'answeredAt', 'voteCount', 'url', 'coordinates', 'address']]) {
    it(`asks a version without ${lacks.join(', ')} for the rest`, async () => {
      const { keeper, system } = await open(decidim(13, lacks), '/processes/parks/f/12/');
      assert.equal((await all(keeper)).length, 13);
      // Once it is known, nothing is asked in vain: one refusal, two pages.
      assert.equal(system.asked.length, 3);
    });
  }

  it('does not offer an order where the server has none', async () => {
    const { keeper } = await open(decidim(2, ['category', 'order']), '/assemblies/parks/f/12/');
    assert.equal((await all(keeper, { sort: 'supported' })).length, 2);
    assert.deepEqual((await keeper.info({})).platform?.filters, []);
  });

  it('gives one, and says which it does not know', async () => {
    const { keeper } = await open(decidim(2), '/api?component=12', { name: 'decidim' });
    assert.equal((await keeper.one('2', {})).title, 'Proposal 2');
    await assert.rejects(keeper.one('3', {}), failed('not-found', /proposal 3/));
  });

  it('says what is wrong: no component in the address, one that is not there, and what the server says', async () => {
    await assert.rejects(openSystem('decidim', { address: new URL('https://decidim.example/processes/parks'), tag: 'en' }), failed('unknown', /component/));
    const missing = await open(decidim(1), '/processes/parks/f/13/');
    await assert.rejects(all(missing.keeper), failed('not-found', /no public component 13/));
    const refused = await open(() => ({ body: { errors: [{ message: 'Too many aliases', extensions: { code: 'TOO_MANY_ALIASES' } }] } }), '/processes/parks/f/12/');
    await assert.rejects(all(refused.keeper), failed('refused', /TOO_MANY_ALIASES: Too many aliases/));
  });
});

describe('CONSUL, replayed', () => {
  it('gives every proposal by GET, with its zone, its tag and its page', async () => {
    const { keeper, system } = await open(consul(30), '/graphql');
    const ideas = await all(keeper);
    assert.deepEqual(ideas.map(({ id }) => id), numbers(30));
    const { text, place, category, url, supports } = ideas[2]!;
    assert.deepEqual({ text, place, category, url, supports }, { text: 'In short\n\nAt length', place: { address: 'Old Town' }, category: 'Traffic', url: `${system.origin}/proposals/3`, supports: 3 });
    assert.equal((await keeper.one('7', {})).title, 'Proposal 7');
    await assert.rejects(keeper.one('31', {}), failed('not-found', /31/));
    assert.deepEqual((await keeper.info({})).platform?.filters, []);
  });
});

describe('Fider, replayed', () => {
  it('gives every post once, with status, answer and tags, and where to take part', async () => {
    const { keeper, system } = await open(fider(30), '/', { name: 'fider' });
    const ideas = await all(keeper);
    assert.deepEqual(ideas.map(({ id }) => id), numbers(30));
    const { status, answer, category, url, text } = ideas[1]!;
    assert.deepEqual({ status, answer, category, url, text }, {
      status: 'done', answer: { text: 'It is done.', by: 'Town hall', at: '2026-09-01T10:00:00.000Z' }, category: 'parks', url: `${system.origin}/posts/2/post-2`, text: 'Because **so**',
    });
    assert.deepEqual((await keeper.info({})).ideas.categories, [{ code: 'parks', label: { en: 'Parks & water' } }]);
  });

  it('searches and filters by what Fider is asked', async () => {
    const { keeper, system } = await open(fider(30), '/api/v1/posts');
    assert.deepEqual((await all(keeper, { q: 'Post 30' })).map(({ id }) => id), ['30']);
    assert.deepEqual((await all(keeper, { status: 'done', category: 'parks' })).map(({ id }) => id), ['2']);
    await keeper.read({ sort: 'supported' }, {});
    assert.equal(system.asked.at(-1)!.url.searchParams.get('view'), 'most-wanted');
  });
});

describe('PostgREST, replayed', () => {
  const uuid = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
  const table = (count: number): Record<string, unknown>[] =>
    Array.from({ length: count }, (_, i) => ({ id: uuid(i), titel: `Idee ${i}`, beschreibung: 'Weil es gut wäre.', state: 'open', lat: 52.5, lng: '13.4', created_at: '2026-08-01T10:00:00+00:00' }));

  it('gives every row, counted, and knows the columns by their names', async () => {
    const { keeper } = await open(postgrest(table(30)), '/rest/v1/ideas?apikey=anon');
    const ideas = await all(keeper);
    assert.deepEqual(ideas.map(({ title }) => title), Array.from({ length: 30 }, (_, i) => `Idee ${i}`));
    assert.deepEqual(ideas[0]?.place, { lat: 52.5, lon: 13.4 });
    const { total, uncounted } = await keeper.read({ limit: 12 }, {});
    assert.deepEqual({ total, uncounted }, { total: 30, uncounted: false });
    assert.deepEqual((await keeper.info({})).platform?.filters, ['q', 'status']);
  });

  it('keeps what someone searches for from being taken for a question of its own', async () => {
    const { keeper, system } = await open(postgrest(table(1)), '/rest/v1/ideas?apikey=anon');
    await keeper.read({ q: 'a),id.eq.1,(b"\\*' }, {});
    assert.equal(system.asked.at(-1)!.url.searchParams.get('or'), '(titel.ilike."*a),id.eq.1,(b\\"\\\\ *",beschreibung.ilike."*a),id.eq.1,(b\\"\\\\ *")');
  });

  const draft = { id: uuid(77), title: 'A bench for all', text: 'There is nothing to sit on.', category: 'parks', place: { lat: 1, lon: 2, address: 'Mill Street' }, lang: 'en' };

  it('adds a row with what the table has columns for, once, and asks for nothing back', async () => {
    const rows = table(1);
    const system = await start(postgrest(rows));
    const address = new URL('/rest/v1/ideas?apikey=anon', system.origin);
    await sendIdea(address, draft);
    await sendIdea(address, draft);
    assert.deepEqual(rows.slice(1), [{ id: uuid(77), titel: 'A bench for all', beschreibung: 'There is nothing to sit on.', lat: 1, lng: 2 }]);
    assert.equal(system.asked.find(({ method }) => method === 'POST')?.headers['prefer'], 'return=minimal');
  });

  it('says what row level security says', async () => {
    const system = await start(postgrest([]));
    await assert.rejects(
      sendIdea(new URL('/rest/v1/ideas?apikey=anon', system.origin), { ...draft, title: 'Forbidden by the city' }),
      (error) => error instanceof SinkError && error.reason === 'refused' && error.said.includes('row-level security') && !error.message.includes('anon'),
    );
  });
});

describe('Open311, replayed', () => {
  it('gives every request of three years, window by window, each once', async () => {
    const { keeper, system } = await open(open311(300, { every: 4, most: 50 }), '/open311/v2/requests.json?jurisdiction_id=city');
    const ideas = await all(keeper);
    assert.deepEqual(ideas.map(({ id }) => id), Array.from({ length: 300 }, (_, i) => String(1000 + i)));
    assert.ok(system.asked.every(({ url }) => url.searchParams.get('jurisdiction_id') === 'city'));
  });

  it('ends where a service does not heed the dates, and gives the same each time', async () => {
    const api = open311(30);
    const { keeper } = await open((asked) => {
      for (const name of ['start_date', 'end_date']) asked.url.searchParams.delete(name);
      return api(asked);
    }, '/open311/v2/');
    assert.equal((await all(keeper)).length, 30);
  });

  it('takes notes for the answer, services for categories, and asks by status and kind', async () => {
    const { keeper, system } = await open(open311(5), '/open311/v2/');
    const [, second] = await all(keeper);
    const { title, text, status, answer, place, category } = second!;
    assert.deepEqual({ title, text, status, answer, place, category }, {
      title: 'Potholes', text: 'Hole 1', status: 'done', answer: { text: 'Mended.', by: 'Roads office', at: '2026-10-31T00:00:00.000Z' }, place: { lat: 52.5, lon: 13.4, address: 'Mill Street 1' }, category: '006',
    });
    assert.deepEqual((await keeper.info({})).ideas.categories, [{ code: '006', label: { en: 'Potholes' } }]);
    assert.equal((await all(keeper, { status: 'open', category: '006' })).length, 3);
    assert.equal(system.asked.find(({ url }) => url.searchParams.has('status'))?.url.searchParams.get('service_code'), '006');
    assert.equal((await keeper.one('1003', {})).text, 'Hole 3');
  });

  it('offers a way only where the page names one: a key has no place in a page', async () => {
    const { keeper, system } = await open(open311(1), '/open311/v2/');
    assert.deepEqual((await keeper.info({})).platform?.can, { read: 'here', write: 'nowhere', support: 'nowhere', comment: 'nowhere' });
    const named = await openSystem('', { address: new URL('/open311/v2/', system.origin), tag: 'en', takePart: 'https://311.example/report' });
    const { can, url, name } = (await named.info({})).platform!;
    assert.deepEqual([can.write, url, name], ['there', 'https://311.example/report', '311.example']);
  });

  it('reads XML, the shape of FixMyStreet, long ids, and what a service says is wrong', async () => {
    const xml = '<?xml version="1.0"?><service_requests><request><service_request_id>638344</service_request_id><status>closed</status><service_name>Curbs &amp; holes</service_name><service_code>006</service_code><lat>37.7</lat><long>-122.4</long><description/></request></service_requests>';
    const inXml = await open(() => ({ body: xml, headers: { 'content-type': 'text/xml' } }), '/open311/v2/requests.xml');
    assert.deepEqual((await all(inXml.keeper)).map(({ id, title, category, status }) => ({ id, title, category, status })), [{ id: '638344', title: 'Curbs & holes', category: '006', status: 'done' }]);
    const lists = await open(() => ({ body: { service_requests: [{ request: [{ service_request_id: ['9007199254740993'], service_name: ['Potholes'], description: ['A hole\nIt is deep.'], agency_responsible: [{ recipient: ['Roads'] }] }] }] } }), '/open311/v2/');
    assert.deepEqual((await all(lists.keeper)).map(({ id, title, text }) => [id, title, text]), [['9007199254740993', 'A hole', 'It is deep.']]);
    const long = await open(() => ({ body: '[{"service_request_id":9007199254740993,"service_name":"Potholes"}]' }), '/open311/v2/');
    assert.equal((await all(long.keeper))[0]?.id, '9007199254740993');
    const wrong = await open(() => ({ status: 400, body: [{ code: 400, description: 'jurisdiction_id was not provided' }] }), '/open311/v2/');
    await assert.rejects(all(wrong.keeper), failed('refused', /jurisdiction_id=…/));
  });
});

describe('Open311, by a discovery document', () => {
  const v2 = 'http://wiki.open311.org/GeoReport_v2';
  const named = (url: string, type = 'production', specification = v2): object => ({ specification, url, changeset: '2026-11-01T00:00:00Z', type, formats: ['text/xml', 'application/json'] });
  const document = (...endpoints: readonly object[]): object => ({ changeset: '2026-11-01T00:00:00Z', contact: '311@city.example', key_service: 'https://city.example/keys', endpoints });
  /** A city whose document is at `path`; its service answers as services do. */
  const city = (said: unknown, path = '/discovery.json', type = 'application/json') => {
    const service = open311(1);
    return open((asked) => (asked.url.pathname === path ? { body: said, headers: { 'content-type': type } } : service(asked)), `${path}?jurisdiction_id=city`);
  };
  const asked = (system: System): string[] => system.asked.slice(1).map(({ url }) => `${url.pathname}?${new URLSearchParams([...url.searchParams].filter(([name]) => name === 'jurisdiction_id')).toString()}`);

  for (const [name, said, path, type] of [
    ['as the standard has it, production before test, with another standard beside it', document(named('/test/v2', 'test'), named('/open311/inquiry', 'production', 'http://wiki.open311.org/Inquiry_v1'), named('/open311/v2')), '/discovery.json'],
    ['as FixMyStreet writes it, with each list and each value in another', { discovery: [{ changeset: ['2026'], endpoints: [{ endpoint: [{ specification: [v2], url: ['/test/v2'], type: ['test'], formats: [{ format: ['text/xml', 'application/json'] }] }, { specification: [v2], url: ['/open311/v2/'], type: ['Production'] }] }] }] }, '/georeport/discovery.json'],
    ['with one endpoint that is no list, a short name of the standard and no type', { endpoints: { specification: 'georeport_v2', url: '/open311/v2/requests.json' } }, '/discovery.json'],
    ['without a name of the standard, after what has one', document({ url: '/elsewhere', type: 'production' }, named('/open311/v2', 'test')), '/discovery.json'],
    ['as XML', `<?xml version="1.0"?><discovery><changeset>2026</changeset><key_service>Ask us</key_service><endpoints><endpoint><specification>${v2}</specification><url>/test/v2</url><type>test</type></endpoint><endpoint><specification>${v2}</specification><url>/open311/v2</url><type>production</type><formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>`, '/open311/discovery.xml', 'text/xml'],
  ] as const) {
    it(`reads the service that is named ${name}`, async () => {
      const { keeper, system } = await city(said, path, type);
      const { ideas } = await keeper.read({ limit: 5 }, {});
      assert.deepEqual(ideas.map(({ id, title }) => [id, title]), [['1000', 'Potholes']]);
      assert.deepEqual(asked(system), ['/open311/v2/requests.json?jurisdiction_id=city']);
    });
  }

  it('asks for XML where the service speaks nothing else, and finds a document in a folder of its own', async () => {
    const xml = '<service_requests><request><service_request_id>7</service_request_id><status>open</status><service_name>Potholes</service_name><requested_datetime>2026-10-01T00:00:00Z</requested_datetime></request></service_requests>';
    const { keeper } = await open(({ url }) => ({ body: url.pathname.startsWith('/discovery') ? document({ ...named('/v2'), formats: ['text/xml'] }) : url.pathname === '/v2/requests.xml' ? xml : '' }), '/discovery/', { name: 'open311' });
    assert.deepEqual((await keeper.read({}, {})).ideas.map(({ id }) => id), ['7']);
  });

  it('says at which place there is nothing to ask', async () => {
    const inquiry = 'http://wiki.open311.org/Inquiry_v1';
    for (const [said, place] of [
      [document(named('/old', 'production', 'http://wiki.open311.org/GeoReport_v1'), { specification: v2, type: 'production' }, named('javascript:alert(1)')), /endpoints\[0\] answers by “.*GeoReport_v1”; endpoints\[1\] has no “url”; endpoints\[2\] has “javascript:alert\(1\)” for a “url”/],
      [{ discovery: { endpoints: { endpoint: [named('/a', 'production', inquiry)] } } }, /discovery\.endpoints\.endpoint\[0\] answers by “.*Inquiry_v1”/],
      [`<discovery><endpoints><endpoint><specification>${inquiry}</specification><url>/a</url></endpoint></endpoints></discovery>`, /endpoint 1 answers by “.*Inquiry_v1”/],
      [{ changeset: '2026' }, /it lists no “endpoints”/],
    ] as const) await assert.rejects(city(said), failed('unreadable', place));
    await assert.rejects(city('{"endpoints": ['), failed('unreadable', /discovery\.json.* is not valid JSON/));
    await assert.rejects(city('<!doctype html><title>Portal</title>'), failed('web-page', /discovery\.json/));
  });

  it('asks over https where the document came so', async () => {
    const served = serve({ '/discovery.json': json(document(named('http://311.city.example/v2'))) });
    try {
      assert.equal((await discovered(new URL('https://www.city.example/discovery.json'), () => true)).href, 'https://311.city.example/v2');
    } finally {
      served.restore();
    }
  });

  it('goes to no server that the page does not allow', async () => {
    const system = await start(() => ({ body: document(named('http://311.elsewhere.example/v2')) }));
    const options = { address: new URL('/discovery.json', system.origin), tag: 'en', isAllowed: (address: string) => address.startsWith(system.origin) };
    await assert.rejects(openSystem('', options), failed('not-allowed', /311\.elsewhere\.example\/v2 \(endpoints\[0\]\).*data-endpoints="http:\/\/311\.elsewhere\.example"/));
    assert.equal(system.asked.length, 1);
  });
});

describe('sinks, replayed', () => {
  const rating = { id: '1', subject: { url: 'https://city.example/parking?token=secret' }, profile: 'simple', score: { value: 2, min: 1, max: 5 }, reasons: ['unclear', 'technical'], comment: 'Hm', lang: 'en' };
  const sent = ({ body }: Asked): unknown => JSON.parse(body);

  it('sends a rating to Touchpoints without the query of the page', async () => {
    const system = await start(() => ({ status: 201, body: { submission: { id: 'u' } } }));
    assert.deepEqual(await sendRating(new URL('/touchpoints/ab12cd34.js', system.origin), rating), { id: '1', status: 'counted' });
    const [asked] = system.asked;
    assert.equal(asked?.url.pathname, '/touchpoints/ab12cd34/submissions.json');
    assert.deepEqual(sent(asked!), {
      submission: { answer_01: '2', answer_02: '', answer_03: 'unclear,technical', answer_04: 'Hm', referer: '', hostname: 'city.example', page: '/parking', query_string: '', location_code: null, fba_directive: '', language: 'en' },
    });
  });

  it('says what Touchpoints says to a rating that it refuses', async () => {
    const system = await start(() => ({ status: 422, body: { status: 'unprocessable_content', messages: { submission: ['answer_01 can’t be blank'] } } }));
    await assert.rejects(sendRating(new URL('/touchpoints/ab12cd34', system.origin), rating), (error) => error instanceof SinkError && error.reason === 'refused' && error.said === 'answer_01 can’t be blank');
  });

  it('sends ratings and ideas to a webhook, whatever it answers in words, and never the author’s secret', async () => {
    const system = await start(() => ({ body: 'ok' }));
    const hook = new URL('/hook?channel=1', system.origin);
    await rateToHook(hook, rating);
    await sendToHook(hook, { id: '2', title: 'A bench', text: 'To sit on.', key: 'secret' } as Parameters<typeof sendToHook>[1]);
    assert.deepEqual(system.asked.map(sent), [{ type: 'rating', rating }, { type: 'idea', idea: { id: '2', title: 'A bench', text: 'To sit on.' } }]);
    assert.equal(system.asked[0]?.url.search, '?channel=1');
  });
});
