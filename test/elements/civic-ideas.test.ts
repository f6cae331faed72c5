import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/ideas/civic-ideas.js';
import type { IdeaSupportEvent } from '../../src/elements/ideas/ideas.events.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import { json, serve } from '../support/fake-fetch.js';
import { freshPage } from '../support/fresh-page.js';
import { idea, info, pageOf, problem } from '../support/hub-answers.js';
import { all, becomes, find, focused, says, shown } from '../support/shadow.js';

let served: ReturnType<typeof serve>;
const asked = (path: string): URL[] => served.requests.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === path);

async function make(table: Parameters<typeof serve>[0] = {}, phase = 'ready'): Promise<CivicIdeas> {
  served = serve({ 'GET /hub/v1': json(info), 'GET /hub/v1/ideas': json(pageOf([idea('1'), idea('2', { category: 'green' })])), ...table });
  const element = await fixture<CivicIdeas>(html`<civic-ideas lang="en" endpoint="/hub"></civic-ideas>`);
  await becomes(element, phase);
  return element;
}

const titles = (element: CivicIdeas): string[] => all(element, '.cards h3').map(({ textContent }) => textContent!.trim());

describe('<civic-ideas>', () => {
  freshPage(() => served.restore());

  it('shows each idea with its status in words, its place, its day and its support', async () => {
    const element = await make({ 'GET /hub/v1/ideas': json(pageOf([idea('1', { title: 'A bench', status: 'planned', category: 'green', place: { address: 'Mill Street' } })])) });
    const card = find(element, '[part=idea]');
    for (const words of ['A bench', 'Planned', 'Parks', 'Mill Street', 'Nov 1, 2026', 'Support 7']) expect(card.textContent!.replace(/\s+/g, ' ')).to.contain(words);
  });

  it('shows what people wrote as text, whatever it looks like', async () => {
    const evil = '<img src=x onerror="window.caught = true"><script>window.caught = true</script>';
    const element = await make({ 'GET /hub/v1/ideas': json(pageOf([idea('1', { title: evil, text: evil, place: { address: evil }, answer: { text: evil, by: evil, at: '2026-11-02T08:00:00Z' } })])) });
    expect(titles(element)).to.deep.equal([evil]);
    expect(all(element, 'img, script')).to.have.length(0);
    expect(window).not.to.have.property('caught');
  });

  it('opens a long idea in place and closes it again', async () => {
    const text = `${'A long reason. '.repeat(40)}The end.`;
    const element = await make({ 'GET /hub/v1/ideas': json(pageOf([idea('1', { text })])) });
    expect(shown(element)).not.to.contain('The end.');
    const button = find(element, '[part=read]');
    button.click();
    await element.updateComplete;
    expect(shown(element)).to.contain('The end.');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    button.click();
    await element.updateComplete;
    expect(shown(element)).not.to.contain('The end.');
  });

  it('marks what the city says as its answer', async () => {
    const element = await make({ 'GET /hub/v1/ideas': json(pageOf([idea('1', { answer: { text: 'We will do it.', by: 'Parks office', at: '2026-11-02T08:00:00Z' } })])) });
    expect(find(element, '[part=answer]').textContent!.replace(/\s+/g, ' ')).to.contain('Official answer: Parks office Nov 2, 2026 We will do it.');
  });

  it('narrows by category and status, with how many each choice would leave', async () => {
    const element = await make();
    const category = find<HTMLSelectElement>(element, '#filter-category');
    expect([...category.options].map(({ text }) => text)).to.deep.equal(['All', 'Parks (4)', 'Roads (1)']);
    category.value = 'green';
    category.dispatchEvent(new Event('change'));
    await waitUntil(() => asked('/hub/v1/ideas').at(-1)!.searchParams.get('category') === 'green');
    expect(asked('/hub/v1')).to.have.length(1);
  });

  it('searches once the searcher pauses, and says when nothing matches', async () => {
    const element = await make({ 'GET /hub/v1/ideas': (request) => json(pageOf(new URL(request.url).searchParams.get('q') ? [] : [idea('1')]))() });
    find(element, '#search').focus();
    await sendKeys({ type: 'swings' });
    await says(element, 'No idea matches this choice.');
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(asked('/hub/v1/ideas').map(({ searchParams }) => searchParams.get('q'))).to.deep.equal([null, 'swings']);
  });

  it('sorts by support', async () => {
    const element = await make();
    const sort = find<HTMLSelectElement>(element, '#sort');
    sort.value = 'supported';
    sort.dispatchEvent(new Event('change'));
    await waitUntil(() => asked('/hub/v1/ideas').at(-1)!.searchParams.get('sort') === 'supported');
  });

  it('shows more on request, each once, and moves to the first new one', async () => {
    const element = await make({
      'GET /hub/v1/ideas': (request) =>
        json(new URL(request.url).searchParams.get('cursor') === 'c2' ? pageOf([idea('2'), idea('3')], { total: 3 }) : pageOf([idea('1'), idea('2')], { total: 3, next: 'c2' }))(),
    });
    find(element, '[part=more]').click();
    await waitUntil(() => titles(element).length === 3);
    expect(titles(element)).to.deep.equal(['Idea 1', 'Idea 2', 'Idea 3']);
    await waitUntil(() => focused()?.textContent?.trim() === 'Idea 3');
    expect(all(element, '[part=more]')).to.have.length(0);
  });

  it('keeps what is there when more cannot be read', async () => {
    const element = await make({
      'GET /hub/v1/ideas': (request) => (new URL(request.url).searchParams.has('cursor') ? problem(503)() : json(pageOf([idea('1')], { total: 2, next: 'c' }))()),
    });
    find(element, '[part=more]').click();
    await says(element, 'More ideas could not be read.');
    expect(titles(element)).to.deep.equal(['Idea 1']);
  });

  it('supports at once, tells the hub and the page, remembers it, and takes it back', async () => {
    const element = await make({
      'PUT /hub/v1/ideas/1/support': json({ supports: 8, supported: true }),
      'DELETE /hub/v1/ideas/1/support': json({ supports: 7, supported: false }),
    });
    const events: IdeaSupportEvent[] = [];
    element.addEventListener('civic-idea-support', (event) => events.push(event));
    const button = find(element, '[part=support]');
    button.focus();
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(button.textContent!.replace(/\s+/g, ' ').trim()).to.equal('Support 8 Idea 1');
    await says(element, 'You support “Idea 1”.');
    expect(events.map(({ idea: { id }, supported, supports }) => ({ id, supported, supports }))).to.deep.equal([{ id: '1', supported: true, supports: 8 }]);
    const put = served.requests.find(({ method }) => method === 'PUT')!;
    expect(put.headers.get('civic-supporter')).to.match(/^[0-9a-f-]{36}$/);
    await sendKeys({ press: 'Space' });
    await says(element, 'You no longer support “Idea 1”.');
    expect(button.textContent).to.contain('7');
    expect(served.requests.find(({ method }) => method === 'DELETE')!.headers.get('civic-supporter')).to.equal(put.headers.get('civic-supporter'));
  });

  it('still knows after a reload which idea this browser supports', async () => {
    const table = { 'PUT /hub/v1/ideas/1/support': json({ supports: 8, supported: true }) };
    const element = await make(table);
    find(element, '[part=support]').click();
    await says(element, 'You support');
    element.remove();
    served.restore();
    const anew = await make(table);
    expect(all(anew, '[part=support]').map((button) => button.getAttribute('aria-pressed'))).to.deep.equal(['true', 'false']);
  });

  it('takes support back on the page where it did not arrive, and says why', async () => {
    const element = await make({ 'PUT /hub/v1/ideas/1/support': problem(403) });
    const button = find(element, '[part=support]');
    button.click();
    await element.updateComplete;
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    await says(element, 'the server refused it');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    expect(button.textContent).to.contain('7');
  });

  it('is empty where there is no idea yet, with the form at hand', async () => {
    const element = await make({ 'GET /hub/v1/ideas': json(pageOf([])) }, 'empty');
    expect(shown(element)).to.contain('No ideas yet. Be the first.');
    find(element, '#propose').click();
    await waitUntil(() => all(element, '#title').length === 1);
  });

  it('says that the ideas cannot be read, and reads them again on request', async () => {
    let broken = true;
    const element = await make({ 'GET /hub/v1/ideas': () => (broken ? problem(503)() : json(pageOf([idea('1')]))()) }, 'failed');
    expect(shown(element)).to.contain('cannot be reached right now');
    broken = false;
    find(element, '[part=retry]').click();
    await becomes(element, 'ready');
    expect(titles(element)).to.deep.equal(['Idea 1']);
  });

  it('sends nothing anywhere where the page does not allow the endpoint', async () => {
    served = serve({});
    const element = await fixture<CivicIdeas>(html`<civic-ideas lang="en" endpoint="https://evil.example"></civic-ideas>`);
    await becomes(element, 'failed');
    expect(all(element, 'form, [part=propose]')).to.have.length(0);
    expect(served.requests).to.have.length(0);
  });

  it('shows the idea that the page’s address leads to, and moves to it', async () => {
    const element = await make({ 'GET /hub/v1/ideas/far-away': json(idea('far-away', { title: 'On no page' })) });
    location.hash = 'civic-idea=far-away';
    await says(element, 'On no page');
    await waitUntil(() => focused()?.id === 'linked-title');
    expect(find(element, '[part=linked]').textContent).to.contain('Because it would help many people.');
  });

  for (const id of ['streets/12:3', 'Bäume & Büsche #3', '100% green', 'city.example.7d1c2a30-0000-4000-8000-000000000000', 'a=b.c', 'عين']) {
    it(`leads to an idea that other systems call “${id}”, from its own link`, async () => {
      const others = idea(id, { title: 'Named otherwise' });
      const element = await make({ 'GET /hub/v1/ideas': json(pageOf([others])), [`GET /hub/v1/ideas/${encodeURIComponent(id)}`]: json(others) });
      find<HTMLAnchorElement>(element, '.cards .foot a').click();
      await waitUntil(() => all(element, '[part=linked] h3').some(({ textContent }) => textContent === 'Named otherwise'), 'not shown', { timeout: 5000 });
      // Nothing after a dot was taken for the key of an author.
      expect(all(element, '[part=mine]')).to.have.length(0);
      expect(served.requests.every(({ headers }) => !headers.has('authorization'))).to.equal(true);
    });
  }

  it('takes an address as people write it by hand, beside what else the page keeps there', async () => {
    const element = await make({ 'GET /hub/v1/ideas/streets%2F12%25%23a': json(idea('x', { title: 'By hand' })) });
    location.hash = '#chapter-2&civic-idea=streets/12%#a&trees=q=oak';
    await says(element, 'By hand');
  });

  it('says so where a linked idea is not public', async () => {
    const element = await make({ 'GET /hub/v1/ideas/gone': problem(404) });
    location.hash = 'civic-idea=gone';
    await says(element, 'This idea is not public, or no longer there.');
    expect(titles(element)).to.have.length(2);
  });

  for (const { title, dir, scheme } of [{ title: 'light', dir: 'ltr', scheme: 'light' }, { title: 'dark, right to left', dir: 'rtl', scheme: 'dark' }]) {
    it(`has no fault that axe knows: ${title}`, async () => {
      const all5 = (['open', 'considered', 'planned', 'done', 'declined'] as const).map((status) => idea(status, { status, answer: { text: 'Yes.', at: '2026-11-02T08:00:00Z' } }));
      const element = await make({ 'GET /hub/v1/ideas': json(pageOf(all5)), 'PUT /hub/v1/ideas/open/support': json({ supports: 8, supported: true }) });
      element.dir = dir;
      element.style.colorScheme = scheme;
      // Colours fade: axe has to look when they have arrived.
      await new Promise((done) => void setTimeout(done, 250));
      find(element, '[part=support]').click();
      find(element, '[part=propose]').click();
      await waitUntil(() => all(element, '#title').length === 1);
      find(element, '[part=send]').click();
      await says(element, 'There is a problem');
      await expect(element).to.be.accessible();
    });
  }
});
