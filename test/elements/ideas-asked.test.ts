import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/ideas/civic-ideas.js';
import { deadlineWords } from '../../src/elements/ideas/ideas.asked.words.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import type { Language } from '../../src/controllers/language.js';
import { ideasAsked } from '../../src/i18n/en.ideas-asked.js';
import type { Challenge } from '../../src/model/challenge.js';
import type { IdeaDraft } from '../../src/model/idea.js';
import { json, serve } from '../support/fake-fetch.js';
import { freshPage } from '../support/fresh-page.js';
import { idea, info, pageOf, problem } from '../support/hub-answers.js';
import { writeIdea } from '../support/idea-form.js';
import { faultless } from '../support/keyboard.js';
import { all, becomes, find, says, shown } from '../support/shadow.js';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000 + 60_000).toISOString();
const shade: Challenge = { id: 'shade', title: 'Where does it get too hot?', brief: 'Tell us the spots\nwithout shade.', closes: day(12), reward: 'The three best are planted.', contact: 'parks@city.example', responses: 5 };
const over: Challenge = { id: 'name', title: 'A name for the bridge', brief: 'How shall it be called?', closes: day(-30), responses: 41, outcome: { text: 'It is called after the ferrywoman.', ideas: ['7', 'gone'], at: day(-3) } };

let served: ReturnType<typeof serve>;

async function make(challenge = '', table: Parameters<typeof serve>[0] = {}, phase = 'ready'): Promise<CivicIdeas> {
  served = serve({
    'GET /hub/v1': json({ ...info, ideas: { ...info.ideas, challenges: true } }), 'GET /hub/v1/challenges': json({ challenges: [shade, over] }),
    'GET /hub/v1/ideas': json(pageOf([idea('1'), idea('2')])), 'GET /hub/v1/ideas/similar': json({ ideas: [] }), 'GET /hub/v1/ideas/7': json(idea('7', { title: 'Call it Marta Bridge', status: 'done' })), 'GET /hub/v1/ideas/gone': problem(404), ...table,
  });
  const element = await fixture<CivicIdeas>(challenge ? html`<civic-ideas lang="en" endpoint="/hub" challenge=${challenge}></civic-ideas>` : html`<civic-ideas lang="en" endpoint="/hub"></civic-ideas>`);
  await becomes(element, phase);
  return element;
}

const asked = (): (string | null)[] => served.requests.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === '/hub/v1/ideas').map(({ searchParams }) => searchParams.get('challenge'));

describe('<civic-ideas>, questions of the city', () => {
  freshPage(() => served.restore());

  it('lists those that are open above the ideas, those that are over behind them, each with a link that narrows', async () => {
    const element = await make();
    await says(element, 'The city asks');
    const [open] = all(element, '[part=challenges] > ul li').map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim());
    expect(open).to.match(/^Where does it get too hot\? Closes in 12 days \(.*\) · 5 answers$/);
    expect(find(element, '[part=challenges] details summary').textContent).to.equal('Earlier questions (1)');
    find<HTMLAnchorElement>(element, '[part=challenges] a').click();
    await says(element, 'Tell us the spots');
    await waitUntil(() => asked().at(-1) === 'shade');
    const back = all<HTMLAnchorElement>(element, '[part=challenge] a').at(-1)!;
    expect(back.textContent).to.equal('All ideas');
    back.click();
    await waitUntil(() => asked().at(-1) === null && all(element, '[part=challenges]').length === 1);
  });

  it('shows the brief, the deadline in words, the reward, and whom to ask', async () => {
    const element = await make('shade');
    await says(element, 'Tell us the spots');
    for (const words of ['Closes in 12 days', '5 answers', 'What you get', 'The three best are planted.']) expect(shown(element)).to.contain(words);
    expect(all<HTMLAnchorElement>(element, '[part=challenge] a').map(({ href }) => href)).to.deep.equal(['mailto:parks@city.example']);
    expect(asked()).to.deep.equal(['shade']);
  });

  it('sends an idea with what it answers, and keeps its draft apart from others', async () => {
    const element = await make('shade', { 'POST /hub/v1/ideas': async (request) => Response.json(idea('9', { ...((await request.json()) as IdeaDraft), status: 'held' }), { status: 201 }) });
    await writeIdea(element, 'The square at the station', 'It is all stone, and there is not one tree on it.');
    element.challenge = '';
    await waitUntil(() => all(element, '#title').length === 0);
    expect(find(element, '[part=propose]').textContent).to.equal('Propose an idea');
    element.challenge = 'shade';
    await waitUntil(() => all(element, '#title').length === 1);
    find(element, '[part=send]').click();
    await says(element, 'Thank you for your idea');
    const sent = (await served.requests.find(({ method }) => method === 'POST')!.json()) as IdeaDraft;
    expect(sent.challenge).to.equal('shade');
  });

  it('tells what became of one that is over, with the ideas that were chosen, and takes no more', async () => {
    const element = await make('name');
    await says(element, 'It is called after the ferrywoman.');
    await says(element, 'Call it Marta Bridge');
    expect(shown(element)).to.contain('Closed 29 days ago');
    expect(all(element, '[part=outcome] li')).to.have.length(1);
    expect(find<HTMLAnchorElement>(element, '[part=outcome] a').hash).to.equal('#civic-idea=7');
    expect(all(element, '[part=propose]')).to.have.length(0);
  });

  it('invites nobody to be the first once it is over', async () => {
    const element = await make('name', { 'GET /hub/v1/ideas': json(pageOf([])) }, 'empty');
    await says(element, 'It is called after the ferrywoman.');
    expect(shown(element)).not.to.contain('Be the first');
  });

  it('says when a deadline passed while somebody wrote, and keeps what was written', async () => {
    const element = await make('shade', { 'POST /hub/v1/ideas': problem(422, { errors: [{ path: '/challenge', code: 'out-of-range', message: 'Over.' }] }) });
    await writeIdea(element, 'The square at the station', 'It is all stone, and there is not one tree on it.');
    find(element, '[part=send]').click();
    await says(element, 'This question of the city takes no more answers. What you wrote is still here.');
    expect(find<HTMLInputElement>(element, '#title').value).to.equal('The square at the station');
  });

  it('says when there is no such question, and is there without questions that cannot be read', async () => {
    const gone = await make('nothing');
    await says(gone, 'This question is not there any more.');
    gone.remove();
    served.restore();
    const element = await make('', { 'GET /hub/v1/challenges': problem(503) });
    await says(element, 'The questions of the city could not be read.');
    expect(all(element, '.cards h3')).to.have.length(2);
  });

  it('asks for none where the hub has none', async () => {
    await make('', { 'GET /hub/v1': json(info) });
    expect(served.requests.some(({ url }) => url.endsWith('/challenges'))).to.equal(false);
  });

  it('says a deadline as people do, near or far', () => {
    const language = { say: { ideasAsked }, tag: 'en', date: () => 'that day' } as unknown as Language;
    const now = Date.parse('2026-11-27T12:00:00Z');
    const words = (opens: string | undefined, closes: string): string => deadlineWords({ opens, closes }, now, language);
    expect(words(undefined, '2026-12-09T12:00:01Z')).to.equal('Closes in 12 days (that day)');
    expect(words(undefined, '2026-11-28T11:59:00Z')).to.equal('Closes in 23 hours (that day)');
    expect(words(undefined, '2027-05-01T12:00:00Z')).to.equal('Closes in 5 months (that day)');
    expect(words('2026-12-01T12:00:00Z', '2027-05-01T12:00:00Z')).to.equal('Opens in 4 days (that day)');
    expect(words(undefined, '2026-11-17T11:00:00Z')).to.equal('Closed 10 days ago (that day)');
  });

  for (const { title, dir, scheme, which } of [{ title: 'light', dir: 'ltr', scheme: 'light', which: 'name' }, { title: 'dark, right to left', dir: 'rtl', scheme: 'dark', which: '' }]) {
    it(`has no fault that axe knows: ${title}`, async () => {
      const element = await make(which);
      element.dir = dir;
      element.style.colorScheme = scheme;
      await says(element, which ? 'Call it Marta Bridge' : 'Earlier questions');
      await faultless(element);
    });
  }
});
