import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/ideas/civic-ideas.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import { serve, status } from '../support/fake-fetch.js';
import { freshPage } from '../support/fresh-page.js';
import { writeIdea } from '../support/idea-form.js';
import { faultless } from '../support/keyboard.js';
import { all, becomes, find, focused, says, shown } from '../support/shadow.js';
import { sharedData } from '../support/shared-data.js';
import { consul, decidim, fider, open311, postgrest, type Api } from '../support/system-apis.js';

let served: ReturnType<typeof serve>;

/** Answers by a system at these paths. */
function answers(api: Api, ...paths: readonly string[]): Parameters<typeof serve>[0] {
  const answer = async (request: Request): Promise<Response> => {
    const { status = 200, headers, body } = api({ method: request.method, url: new URL(request.url), headers: Object.fromEntries(request.headers), body: await request.text() }) ?? { status: 404, body: '' };
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
  };
  return Object.fromEntries(paths.map((path) => [path, answer]));
}

interface Page {
  readonly endpoint: string;
  readonly system?: string;
  readonly takePart?: string;
  readonly lang?: string;
}

async function make(table: Parameters<typeof serve>[0], { endpoint, system = '', takePart = '', lang = 'en' }: Page, phase = 'ready'): Promise<CivicIdeas> {
  served = serve(table);
  const element = await fixture<CivicIdeas>(html`<civic-ideas lang=${lang} endpoint=${endpoint} system=${system} take-part=${takePart}></civic-ideas>`);
  await becomes(element, phase);
  await element.updateComplete;
  return element;
}

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const titles = (element: CivicIdeas): string[] => all(element, '.cards h3').map(words);
/** What can be seen of the choices above the list. */
const choices = (element: CivicIdeas): string[] => all(element, '[part=filters] :is(input, select)').filter((each) => each.checkVisibility()).map(({ id }) => id);
const hrefs = (element: CivicIdeas): string[] => all<HTMLAnchorElement>(element, '[part=take-part]').map(({ href }) => href);

const component = { endpoint: '/processes/parks/f/12/' };
const uuid = '00000000-0000-4000-8000-000000000001';
const row = { id: uuid, title: 'A bench', text: 'To sit on.', status: 'planned', created_at: '2026-08-01T10:00:00Z' };

describe('<civic-ideas> of another system', () => {
  freshPage(() => served.restore());

  const cases = [
    {
      name: 'Decidim', page: component, table: answers(decidim(1), '/api'), filters: ['sort'], proposes: false, supporters: '1 supporter',
      ways: [`${location.origin}/processes/parks/f/12/`, 'https://decidim.example/processes/parks/f/12/proposals/1'], lead: 'These ideas are kept on Decidim. Here you can read them; to take part, go there.',
    },
    {
      name: 'CONSUL', page: { endpoint: '/graphql' }, table: answers(consul(1), '/graphql'), filters: [], proposes: false, supporters: '1 supporter',
      ways: [`${location.origin}/proposals`, `${location.origin}/proposals/1`], lead: 'These ideas are kept on CONSUL. Here you can read them; to take part, go there.',
    },
    {
      name: 'Fider', page: { endpoint: '/feedback/api/v1/posts' }, table: answers(fiderBelow('/feedback'), '/feedback/api/v1/posts', '/feedback/api/v1/tags'), filters: ['search', 'filter-category', 'filter-status', 'sort'], proposes: false, supporters: '1 supporter',
      ways: [`${location.origin}/feedback/`, `${location.origin}/feedback/posts/1/post-1`], lead: 'These ideas are kept on Fider. Here you can read them; to take part, go there.',
    },
    {
      name: 'Open311', page: { endpoint: '/open311/v2/' }, table: answers(open311(1), '/open311/v2/requests.json', '/open311/v2/services.json'), filters: ['filter-category', 'filter-status'], proposes: false, supporters: '',
      ways: [], lead: `These entries come from ${location.host}. Here they can only be read.`,
    },
    {
      name: 'Open311 with a page to report on', page: { endpoint: '/open311/v2/', takePart: 'https://311.example/report' }, table: answers(open311(1), '/open311/v2/requests.json', '/open311/v2/services.json'), filters: ['filter-category', 'filter-status'], proposes: false, supporters: '',
      ways: ['https://311.example/report'], lead: 'These ideas are kept on 311.example. Here you can read them; to take part, go there.',
    },
    {
      name: 'PostgREST', page: { endpoint: '/rest/v1/ideas?apikey=anon' }, table: answers(postgrest([row]), '/rest/v1/ideas'), filters: ['search', 'filter-status'], proposes: true, supporters: '',
      ways: [], lead: 'What should change? Everyone can propose something, without an account.',
    },
  ] as const;

  for (const { name, page, table, filters, proposes, supporters, ways, lead } of cases) {
    it(`shows of ${name} what it can do, and nothing else`, async () => {
      const element = await make(table, page);
      expect(titles(element)).to.have.length(1);
      expect(words(find(element, '.lead'))).to.equal(lead);
      expect(choices(element)).to.deep.equal(filters);
      expect(all(element, '[part=propose]')).to.have.length(proposes ? 1 : 0);
      expect(all(element, '[part=support]')).to.have.length(0);
      expect(words(find(element, '.foot').querySelector('[part=supporters]'))).to.equal(supporters);
      expect(hrefs(element)).to.deep.equal(ways);
      // No question goes to a hub that is not there.
      expect(served.requests.filter(({ url }) => /\/v1(\/|$)(ideas|challenge|$)/.test(new URL(url).pathname) && !url.includes('/rest/'))).to.have.length(0);
    });
  }

  /** The same API below a folder. */
  function fiderBelow(folder: string): Api {
    return (asked) => {
      const url = new URL(asked.url);
      url.pathname = url.pathname.slice(folder.length);
      return fider(1)({ ...asked, url });
    };
  }

  it('makes each way large enough for a thumb', async () => {
    const element = await make(answers(decidim(1), '/api'), component);
    expect(all(element, '[part=take-part]').map((link) => Math.round(link.getBoundingClientRect().height)).filter((height) => height < 44)).to.deep.equal([]);
  });

  it('names the way to each idea by its title, for those who hear a list of links', async () => {
    const element = await make(answers(decidim(1), '/api'), component);
    expect(words(all(element, '[part=take-part]')[1])).to.equal('Take part on Decidim: Proposal 1');
  });

  it('shows an idea with its answer, category, place and votes, in the page’s language', async () => {
    const element = await make(answers(decidim(2), '/api'), { ...component, lang: 'de' });
    const card = words(all(element, '[part=idea]')[1]);
    for (const each of ['Proposal 2 (de)', 'Geplant', 'Parks (de)', 'We will.', 'Mill Street 1', '2 Unterstützungen', 'Auf Decidim mitmachen']) expect(card).to.contain(each);
  });

  it('does not pretend to know how many there are, and shows more by keyboard', async () => {
    const element = await make(answers(decidim(30), '/api'), component);
    expect(words(find(element, '[part=count]'))).to.equal('The first 12 ideas');
    expect(words(find(element, '[part=more]'))).to.equal('Show more');
    find(element, '[part=more]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(element).length === 24);
    await waitUntil(() => words(focused()) === 'Proposal 13');
    find(element, '[part=more]').click();
    await says(element, '30 ideas');
    expect(all(element, '[part=more]')).to.have.length(0);
  });

  it('is walked through by Tab: the way, the choices, each idea’s links', async () => {
    const element = await make(answers(decidim(1), '/api'), component);
    const button = document.createElement('button');
    element.before(button);
    button.focus();
    const stops: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      await sendKeys({ press: 'Tab' });
      stops.push(focused()?.id || focused()?.getAttribute('part') || focused()?.localName || '');
    }
    button.remove();
    expect(stops).to.deep.equal(['take-part', 'sort', 'read', 'a', 'take-part']);
  });

  for (const { title, dir, scheme } of [{ title: 'light', dir: 'ltr', scheme: 'light' }, { title: 'dark, right to left', dir: 'rtl', scheme: 'dark' }]) {
    it(`has no fault that axe knows where it only reads: ${title}`, async () => {
      const element = await make(answers(decidim(14), '/api'), component);
      element.dir = dir;
      element.style.colorScheme = scheme;
      await faultless(element);
    });
  }

  it('keeps the way to take part where the ideas cannot be read', async () => {
    const element = await make({ '/api': status(500) }, component, 'failed');
    expect(hrefs(element)).to.deep.equal([`${location.origin}/processes/parks/f/12/`]);
    expect(all(element, '[part=propose]')).to.have.length(0);
  });

  it('shows the idea that the page’s address leads to', async () => {
    const element = await make(answers(decidim(30), '/api'), component);
    location.hash = 'civic-idea=30';
    await waitUntil(() => focused()?.id === 'linked-title');
    expect(words(find(element, '[part=linked]'))).to.contain('Proposal 30');
  });

  it('shows what strangers wrote into Decidim as text, and runs none of it (our own strings)', async () => {
    const evil = '<img src=x onerror="window.caught = true"><script>window.caught = true</script>&lt;svg onload=alert(1)&gt; ok';
    const said = { translations: [{ locale: 'en', text: evil }] };
    const node = { id: '1', title: said, body: said, answer: said, address: evil, taxonomies: [{ id: '1', name: said }], url: 'javascript:window.caught=true', publishedAt: 'never' };
    const element = await make({ '/api': () => Response.json({ data: { component: { id: '12', proposals: { pageInfo: {}, edges: [{ node }] } } } }) }, component);
    expect(titles(element)).to.deep.equal(['<svg onload=alert(1)> ok']);
    expect(all(element, 'img, script, .cards svg[onload]')).to.have.length(0);
    expect(hrefs(element).filter((href) => !href.startsWith(location.origin))).to.deep.equal([]);
    expect(window).not.to.have.property('caught');
    // What has no day has no link that nobody could see.
    expect(find(element, '.foot').querySelector('time')).to.equal(null);
  });

  it('shows the recorded proposals of decidim-rest-full, scripts in their titles and all, as text', async function test(this: Mocha.Context) {
    const bytes = await sharedData('participation/decidim/restfull-proposals-list.examples.json');
    if (!bytes) this.skip();
    const examples = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, { readonly data: readonly { readonly attributes: { readonly title: { readonly en: string } } }[] }>>;
    const data = Object.values(examples).flatMap((example) => example.data);
    expect(data[0]!.attributes.title.en).to.contain('<script>');
    const element = await make({ '/api/rest_full/v0.3/proposals': () => Response.json({ data }) }, { endpoint: '/api/rest_full/v0.3/proposals' });
    expect(titles(element)).to.have.length.above(0);
    expect(shown(element)).not.to.match(/<script|alert\(/);
    expect(all(element, 'script')).to.have.length(0);
  });

  it('asks no other site than the page allows, and names the systems where one is unknown', async () => {
    const strange = await make({}, { endpoint: 'https://decidim.evil.example/processes/a/f/1/' }, 'failed');
    expect(served.requests).to.have.length(0);
    strange.remove();
    served.restore();
    const unknown = await make({}, { endpoint: '/x', system: 'constructor' }, 'failed');
    expect(shown(unknown)).to.contain('“constructor” is no system that we know. There are: hub, decidim');
  });

  it('reads Open311 from the address of a discovery document, and says where one names nothing that can be asked', async () => {
    const endpoint = { specification: 'http://wiki.open311.org/GeoReport_v2', url: '/open311/v2', type: 'production' };
    const table = answers(open311(2), '/open311/v2/requests.json', '/open311/v2/services.json');
    const element = await make({ ...table, '/city/discovery.json': () => Response.json({ endpoints: [endpoint] }) }, { endpoint: '/city/discovery.json' });
    expect(titles(element)).to.deep.equal(['Potholes', 'Potholes']);
    element.remove();
    served.restore();
    const empty = await make({ '/town/discovery.json': () => Response.json({ endpoints: [{ ...endpoint, url: '' }] }) }, { endpoint: '/town/discovery.json' }, 'failed');
    expect(shown(empty)).to.contain('endpoints[0] has no “url”');
    empty.remove();
    served.restore();
    const strange = await make({ '/far/discovery.json': () => Response.json({ endpoints: [{ ...endpoint, url: 'https://311.far.example/v2' }] }) }, { endpoint: '/far/discovery.json' }, 'failed');
    expect(shown(strange)).to.contain('data-endpoints="https://311.far.example"');
    expect(served.requests).to.have.length(1);
  });

  it('adds an idea to a table, and says that it has arrived, without a private link', async () => {
    const rows: Record<string, unknown>[] = [];
    const element = await make(answers(postgrest(rows), '/rest/v1/ideas'), { endpoint: '/rest/v1/ideas?apikey=anon' }, 'empty');
    await writeIdea(element, 'A bench at the river', 'There is nothing to sit on in the evening.');
    find(element, '[part=send]').click();
    await says(element, 'It has arrived where the city collects ideas.');
    expect(rows.map(({ title, text, lang }) => ({ title, text, lang }))).to.deep.equal([{ title: 'A bench at the river', text: 'There is nothing to sit on in the evening.', lang: 'en' }]);
    expect(rows[0]).not.to.have.property('key');
    expect(all(element, '[part=private-link], [part=mine]')).to.have.length(0);
    expect(Object.keys(localStorage).filter((key) => localStorage.getItem(key)?.includes('bench'))).to.deep.equal([]);
    await waitUntil(() => titles(element).includes('A bench at the river'));
  });

  it('says what the table’s rules say, and keeps what was written', async () => {
    const element = await make(answers(postgrest([]), '/rest/v1/ideas'), { endpoint: '/rest/v1/ideas?apikey=anon' }, 'empty');
    await writeIdea(element, 'Forbidden by the city', 'There is nothing to sit on in the evening.');
    find(element, '[part=send]').click();
    await says(element, 'row-level security');
    expect(find<HTMLInputElement>(element, '#title').value).to.equal('Forbidden by the city');
  });

  it('is a form alone where a webhook takes ideas', async () => {
    const element = await make({ '/hook': () => new Response('ok') }, { endpoint: '/hook?channel=1', system: 'webhook' }, 'empty');
    expect(all(element, '[part=filters], .cards, [part=count]').filter((each) => each.checkVisibility())).to.have.length(0);
    expect(shown(element)).not.to.contain('No ideas yet');
    await writeIdea(element, 'A bench at the river', 'There is nothing to sit on in the evening.');
    // So long a hub would be asked for ideas like it.
    await new Promise((done) => void setTimeout(done, 600));
    find(element, '[part=send]').click();
    await says(element, 'It has arrived');
    expect(served.requests.map(({ method, url }) => `${method} ${new URL(url).search}`)).to.deep.equal(['POST ?channel=1']);
  });
});
