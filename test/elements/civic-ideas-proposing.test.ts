import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/ideas/civic-ideas.js';
import { PlacePickEvent, type IdeaAcceptEvent, type IdeaSendEvent } from '../../src/elements/ideas/ideas.events.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import type { IdeaDraft, IdeaStatus } from '../../src/model/idea.js';
import { json, serve } from '../support/fake-fetch.js';
import { freshPage } from '../support/fresh-page.js';
import { idea, info, pageOf, problem } from '../support/hub-answers.js';
import { all, becomes, find, focused, says, shown, write } from '../support/shadow.js';

const title = 'A bench at the river';
const text = 'There is nothing to sit on but the stone.';
let served: ReturnType<typeof serve>;
const sent = (): Promise<IdeaDraft[]> => Promise.all(served.requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<IdeaDraft>));

const accept = (status: IdeaStatus) => async (request: Request): Promise<Response> => {
  const { id, title: heading, text: body } = (await request.json()) as IdeaDraft;
  return Response.json(idea(id, { title: heading, text: body, status, supports: 0 }), { status: 201 });
};

async function make(table: Parameters<typeof serve>[0] = {}): Promise<CivicIdeas> {
  served = serve({
    'GET /hub/v1': json(info),
    'GET /hub/v1/ideas': json(pageOf([idea('1')])),
    'GET /hub/v1/ideas/similar': json({ ideas: [] }),
    'POST /hub/v1/ideas': accept('held'),
    ...table,
  });
  const element = await fixture<CivicIdeas>(html`<civic-ideas lang="en" endpoint="/hub"></civic-ideas>`);
  await becomes(element, 'ready');
  return element;
}

async function open(element: CivicIdeas): Promise<void> {
  find(element, '[part=propose]').click();
  await waitUntil(() => focused()?.id === 'title');
}

async function fill(element: CivicIdeas, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await open(element);
  for (const [id, value] of Object.entries({ title, text, ...more })) write(element, `#${id}`, value);
  await element.updateComplete;
}

describe('<civic-ideas>, proposing', () => {
  freshPage(() => served.restore());

  it('can be done with the keyboard alone, and needs title and text only', async () => {
    const element = await make();
    find(element, '[part=propose]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'title');
    await sendKeys({ type: title });
    await sendKeys({ press: 'Tab' });
    expect(focused()!.id).to.equal('text');
    await sendKeys({ type: text });
    while (focused()?.getAttribute('part') !== 'send') await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await says(element, 'Thank you for your idea');
    await waitUntil(() => focused()?.id === 'thanks');
    expect(shown(element)).to.contain('A moderator will read it before it is shown to everyone.');
    const [draft] = await sent();
    expect(Object.keys(draft!).sort()).to.deep.equal(['id', 'key', 'lang', 'text', 'title']);
    expect(draft).to.include({ title, text, lang: 'en' });
    expect(draft!.key).to.match(/^[\w-]{22,}$/);
  });

  it('gives a private link, and lists the idea as one’s own', async () => {
    const element = await make();
    await fill(element);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    const [{ id, key } = { id: '', key: '' }] = await sent();
    expect(find<HTMLInputElement>(element, '[part=thanks] [part=private-link]').value).to.equal(`${location.origin}${location.pathname}${location.search}#civic-idea=${id}.${key}`);
    await waitUntil(() => all(element, '[part=mine] li').length === 1);
    expect(find(element, '[part=mine]').textContent).to.contain(title);
  });

  it('leads to the fields that have to be mended', async () => {
    const element = await make();
    await fill(element, { title: 'Short', text: '', point: 'somewhere' });
    find(element, '[part=send]').click();
    await says(element, 'There is a problem');
    await waitUntil(() => focused()?.id === 'faults');
    expect(all(element, '#faults a').map(({ textContent }) => textContent)).to.deep.equal([
      'Your idea in one sentence: Please write a little more.',
      'What should change, and why?: Please fill this in.',
      'Latitude and longitude: Please check this.',
    ]);
    all(element, '#faults a')[1]!.click();
    expect(focused()!.id).to.equal('text');
    expect(await sent()).to.have.length(0);
  });

  it('sends once on a double click', async () => {
    const element = await make();
    await fill(element);
    find(element, '[part=send]').click();
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    expect(await sent()).to.have.length(1);
  });

  for (const { name, answer } of [
    { name: 'no connection', answer: () => Promise.reject(new TypeError('offline')) },
    { name: 'too many', answer: problem(429, {}, { 'retry-after': '30' }) },
  ]) {
    it(`waits on the device, and is one of the reader's own once it has arrived: ${name}`, async () => {
      let failing = true;
      const element = await make({ 'POST /hub/v1/ideas': (request) => (failing ? answer() : accept('open')(request)) });
      await fill(element, { address: 'River steps' });
      find(element, '[part=send]').click();
      await says(element, 'Next try:');
      expect(shown(element)).to.contain('Not sent yet').and.to.contain(title);
      failing = false;
      find(element, '[part=send-now]').click();
      await waitUntil(() => all(element, '[part=mine]').length === 1, 'it is one of their own', { timeout: 5000 });
      expect(find(element, '[part=mine]').textContent).to.contain(title);
      const [first, second] = await sent();
      expect(second).to.deep.equal(first);
    });
  }

  for (const { name, answer, words } of [{ name: 'a refusal', answer: problem(403), words: 'the server refused it' }]) {
    it(`keeps everything, names the reason and sends the same again: ${name}`, async () => {
      let failing = true;
      const element = await make({ 'POST /hub/v1/ideas': (request) => (failing ? answer() : accept('open')(request)) });
      await fill(element, { address: 'River steps' });
      find(element, '[part=send]').click();
      await says(element, words);
      expect(['title', 'text', 'address'].map((id) => find<HTMLInputElement>(element, `#${id}`).value)).to.deep.equal([title, text, 'River steps']);
      failing = false;
      find(element, '[part=send]').click();
      await says(element, 'It is public now.');
      const [first, second] = await sent();
      expect(second).to.deep.equal(first);
    });
  }

  it('marks the fields that the hub does not accept', async () => {
    const element = await make({
      'POST /hub/v1/ideas': problem(422, { errors: [{ path: '/title', code: 'too-short', message: 'x' }, { path: '/place/lon', code: 'out-of-range', message: 'x' }] }),
    });
    await fill(element, { point: '52.5, 13.4' });
    find(element, '[part=send]').click();
    await says(element, 'Please write a little more.');
    expect(all(element, '[aria-invalid=true]').map(({ id }) => id)).to.deep.equal(['title', 'point']);
  });

  it('still has the draft after a reload, and offers to go on', async () => {
    const element = await make();
    await fill(element, { address: 'River steps' });
    element.remove();
    served.restore();
    const anew = await make();
    await waitUntil(() => all(anew, '#title').length === 1);
    expect(['title', 'text', 'address'].map((id) => find<HTMLInputElement>(anew, `#${id}`).value)).to.deep.equal([title, text, 'River steps']);
    find(anew, '[part=close]').click();
    await says(anew, 'Go on with your idea');
    await waitUntil(() => focused()?.id === 'propose');
  });

  it('warns of personal data before it sends, and does not forbid it', async () => {
    const element = await make();
    await fill(element, { text: `${text} Write to anna@city.example or call 030 1234567.` });
    find(element, '[part=send]').click();
    await says(element, 'This looks like personal data');
    await waitUntil(() => focused()?.id === 'personal');
    expect(all(element, '#personal li').map(({ textContent }) => textContent)).to.deep.equal(['anna@city.example', '030 1234567']);
    expect(await sent()).to.have.length(0);
    await expect(element).to.be.accessible();
    find(element, '[part=anyway]').click();
    await says(element, 'Thank you');
    expect(await sent()).to.have.length(1);
  });

  it('finds ideas that are there already, to be supported instead', async () => {
    const element = await make({
      'GET /hub/v1/ideas/similar': json({ ideas: [{ idea: idea('old', { title: 'Benches by the water' }), likeness: 0.8, distance: 240 }] }),
      'PUT /hub/v1/ideas/old/support': json({ supports: 8, supported: true }),
    });
    await open(element);
    await sendKeys({ type: 'A bench' });
    await new Promise((done) => void setTimeout(done, 600));
    expect(served.requests.filter(({ url }) => url.includes('similar'))).to.have.length(0);
    await sendKeys({ type: ' at the river' });
    await says(element, 'Is it this idea? It is there already.');
    expect(find(element, '[part=similar]').textContent!.replace(/\s+/g, ' ')).to.contain('Benches by the water').and.to.contain('240 m away');
    expect(served.requests.filter(({ url }) => url.includes('similar'))).to.have.length(1);
    find(element, '[part=instead]').click();
    await says(element, 'You support this idea now.');
    expect(find<HTMLInputElement>(element, '#title').value).to.equal('A bench at the river');
    [...all(element, '[part=similar] button')].find(({ textContent }) => textContent === 'Discard my draft')!.click();
    await waitUntil(() => all(element, '#title').length === 0);
    expect(shown(element)).to.contain('Propose an idea');
  });

  it('takes the place from words, from typed degrees, and from a picker that the page put in', async () => {
    const element = await make();
    const picker = document.createElement('button');
    picker.slot = 'place';
    element.append(picker);
    await fill(element, { address: 'River steps', point: '52,52; 13,405' });
    picker.dispatchEvent(new PlacePickEvent(13.41, 52.53));
    await says(element, 'The place on the map was filled in.');
    expect(find<HTMLInputElement>(element, '#point').value).to.equal('52.53000, 13.41000');
    picker.dispatchEvent(new CustomEvent('civic-place-pick', { bubbles: true, detail: { lon: 13.42, lat: 52.54 } }));
    await element.updateComplete;
    const category = find<HTMLSelectElement>(element, '#category');
    category.value = 'green';
    category.dispatchEvent(new Event('change'));
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    expect((await sent())[0]).to.deep.include({ place: { lon: 13.42, lat: 52.54, address: 'River steps' }, category: 'green' });
  });

  it('asks for the position only when that is pressed', async () => {
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')!;
    let asks = 0;
    const geolocation = {
      getCurrentPosition: (found: (position: unknown) => void) => {
        asks += 1;
        found({ coords: { longitude: 13.404954, latitude: 52.520008 } });
      },
    };
    Object.defineProperty(Navigator.prototype, 'geolocation', { configurable: true, get: () => geolocation });
    try {
      const element = await make();
      await fill(element);
      expect(asks).to.equal(0);
      find(element, '[part=locate]').click();
      await says(element, 'Your position was filled in.');
      expect(find<HTMLInputElement>(element, '#point').value).to.equal('52.52001, 13.40495');
    } finally {
      Object.defineProperty(Navigator.prototype, 'geolocation', real);
    }
  });

  it('lets the page keep an idea from being sent, without showing it the author’s key', async () => {
    const element = await make();
    let offered: IdeaSendEvent | undefined;
    let accepted: IdeaAcceptEvent | undefined;
    element.addEventListener('civic-idea-accept', (event) => (accepted = event));
    element.addEventListener('civic-idea-send', (event) => {
      offered = event;
      event.preventDefault();
    }, { once: true });
    await fill(element);
    find(element, '[part=send]').click();
    await waitUntil(() => offered !== undefined);
    await element.updateComplete;
    expect(offered!.draft).to.include({ title, text }).and.not.to.have.property('key');
    expect(await sent()).to.have.length(0);
    expect(find<HTMLInputElement>(element, '#title').value).to.equal(title);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    expect(accepted!.idea.title).to.equal(title);
  });
});

describe('<civic-ideas>, one’s own ideas', () => {
  freshPage(() => served.restore());

  const answered = idea('mine', { title: 'My bench', status: 'planned', answer: { text: 'It comes in May.', at: '2026-11-20T08:00:00Z' } });

  it('opens the private link: status, answer, and withdrawal after a question', async () => {
    let withdrawn = false;
    location.hash = 'civic-idea=mine.secret-key-of-24-letters';
    const element = await make({
      'GET /hub/v1/ideas/mine': () => Response.json({ ...answered, ...(withdrawn ? { status: 'withdrawn' } : {}) }),
      'DELETE /hub/v1/ideas/mine': () => {
        withdrawn = true;
        return Response.json({ ...answered, status: 'withdrawn' });
      },
    });
    await says(element, 'It comes in May.');
    expect(focused()!.id).to.equal('mine-title');
    const mine = (): string => find(element, '[part=mine]').textContent!.replace(/\s+/g, ' ');
    expect(mine()).to.contain('Planned').and.to.contain('My bench');
    expect(served.requests.find(({ url }) => url.endsWith('/mine'))!.headers.get('authorization')).to.equal('Bearer secret-key-of-24-letters');
    find(element, '[part=withdraw]').click();
    await says(element, 'for good?');
    expect(withdrawn).to.equal(false);
    await expect(element).to.be.accessible();
    const press = (words: string): void => all(element, '[part=ask] button').find(({ textContent }) => textContent === words)!.click();
    press('No, keep it');
    await waitUntil(() => all(element, '[part=ask]').length === 0);
    await waitUntil(() => focused()?.getAttribute('part') === 'withdraw');
    find(element, '[part=withdraw]').click();
    await says(element, 'for good?');
    press('Yes, withdraw');
    await says(element, 'Your idea was withdrawn.');
    expect(served.requests.find(({ method }) => method === 'DELETE')!.headers.get('authorization')).to.equal('Bearer secret-key-of-24-letters');
  });

  it('lists after a reload what this browser proposed, with where it stands now', async () => {
    const element = await make();
    await fill(element);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    const [{ id } = { id: '' }] = await sent();
    element.remove();
    served.restore();
    const anew = await make({ [`GET /hub/v1/ideas/${id}`]: json(idea(id, { title, status: 'considered' })) });
    await waitUntil(() => all(anew, '[part=mine] .badge').length === 1);
    expect(find(anew, '[part=mine]').textContent).to.contain('Being considered').and.to.contain(title);
  });

  it('keeps the list where a status cannot be read', async () => {
    location.hash = 'civic-idea=mine.wrong-key-of-twentyfour-';
    const element = await make({ 'GET /hub/v1/ideas/mine': problem(403) });
    await says(element, 'Its status could not be read right now.');
    expect(all(element, '[part=withdraw]')).to.have.length(0);
  });
});
