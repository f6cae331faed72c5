import { expect, fixture, html } from '@open-wc/testing';
import { freshPage } from '../support/fresh-page.js';
import '../support/live-regions.mjs';
import '../../src/elements/ideas/civic-ideas.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import type { Comment, CommentDraft } from '../../src/model/comment.js';
import type { Idea, IdeaDraft } from '../../src/model/idea.js';
import { json, serve } from '../support/fake-fetch.js';
import { idea, info, pageOf } from '../support/hub-answers.js';
import { enter, faultless, focuses, hears, named, press, tabBackTo, tabTo, type, unheard, until } from '../support/keyboard.js';
import { all, becomes, find, focused, says, shown } from '../support/shadow.js';

const title = 'A bench at the river';
const text = 'There is nothing to sit on but the stone.';

let served: ReturnType<typeof serve>;
let element: CivicIdeas;
const asked = (path: string): URLSearchParams[] => served.requests.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === path).map(({ searchParams }) => searchParams);

/** A hub that keeps what it is sent, for the length of one test. */
function hub(): Parameters<typeof serve>[0] {
  const own = new Map<string, Idea>();
  const bench = idea('old', { title: 'Benches by the water', comments: 1 });
  const swings = idea('swings', { title: 'Swings in the park', category: 'green' });
  const table: Parameters<typeof serve>[0] = {
    'GET /hub/v1': json(info),
    'GET /hub/v1/ideas': ({ url }) => {
      const { searchParams } = new URL(url);
      const q = searchParams.get('q')?.toLowerCase() ?? '';
      const category = searchParams.get('category');
      return Response.json(pageOf([bench, swings].filter((each) => each.title.toLowerCase().includes(q) && (!category || each.category === category))));
    },
    'GET /hub/v1/ideas/similar': json({ ideas: [{ idea: bench, likeness: 0.8, distance: 240 }] }),
    'POST /hub/v1/ideas': async (request) => {
      const draft = (await request.json()) as IdeaDraft;
      const held = idea(draft.id, { title: draft.title, text: draft.text, status: 'held', supports: 0 });
      own.set(draft.id, held);
      table[`GET /hub/v1/ideas/${draft.id}`] = () => Response.json(own.get(draft.id));
      table[`DELETE /hub/v1/ideas/${draft.id}`] = () => {
        own.set(draft.id, { ...held, status: 'withdrawn' });
        return Response.json(own.get(draft.id));
      };
      return Response.json(held, { status: 201 });
    },
    'PUT /hub/v1/ideas/old/support': json({ supports: 8, supported: true }),
    'DELETE /hub/v1/ideas/old/support': json({ supports: 7, supported: false }),
    'GET /hub/v1/ideas/old/comments': json({ comments: [{ id: 'a', idea: 'old', text: 'In the shade, please.', status: 'open', created: '2026-11-03T08:00:00Z' }], total: 1 }),
    'POST /hub/v1/ideas/old/comments': async (request) => {
      const { id, text: said } = (await request.json()) as CommentDraft;
      table[`DELETE /hub/v1/comments/${id}`] = () => new Response(null, { status: 204 });
      return Response.json({ id, idea: 'old', text: said, status: 'held', created: '2026-11-04T08:00:00Z' } satisfies Comment, { status: 201 });
    },
  };
  return table;
}

/** Ideas between two buttons of their page, the first of which has the focus. */
async function make(more: Parameters<typeof serve>[0] = {}): Promise<void> {
  served = serve(Object.assign(hub(), more));
  const page = await fixture(html`
    <main>
      <button>Before</button>
      <civic-ideas lang="en" endpoint="/hub"></civic-ideas>
      <button>After</button>
    </main>
  `);
  element = page.querySelector('civic-ideas')!;
  await becomes(element, 'ready');
  await element.updateComplete;
  page.querySelector('button')!.focus();
  unheard();
}

const titles = (): string[] => all(element, '.cards h3').map(({ textContent }) => textContent!.trim());

describe('ideas by keyboard alone', () => {
  freshPage(() => served.restore());

  it('are proposed: like ones are announced, what is missing is led to, personal data is asked about, the rest is thanked for', async () => {
    await make();
    await faultless(element);
    await enter('Propose an idea');
    await focuses('the title', ({ id }) => id === 'title');
    await type(title);
    await hears('Is it this idea? It is there already.');
    await faultless(element);
    await enter('Send idea');
    await focuses('what is missing', ({ id }) => id === 'faults');
    await faultless(element);
    await press('Tab');
    expect(named(focused())).to.equal('What should change, and why?: Please fill this in.');
    await press('Enter');
    await focuses('the text', ({ id }) => id === 'text');
    await type(`${text} Ring 030 1234567.`);
    await tabTo('Category (optional)');
    await type('P');
    expect((focused() as HTMLSelectElement).value).to.equal('green');
    await tabTo('Address or place in words');
    await type('River steps');
    await enter('Send idea');
    await focuses('the warning', ({ id }) => id === 'personal');
    await faultless(element);
    await enter('Change it');
    await focuses('the text', ({ id }) => id === 'text');
    await enter('Send idea');
    await focuses('the warning', ({ id }) => id === 'personal');
    await enter('Send it as it is');
    await focuses('the thanks', ({ id }) => id === 'thanks');
    await faultless(element);
    expect(shown(element)).to.contain('A moderator will read it before it is shown to everyone.');
    const draft = (await served.requests.find(({ method }) => method === 'POST')!.json()) as IdeaDraft;
    expect(draft).to.deep.include({ title, text: `${text} Ring 030 1234567.`, category: 'green', place: { address: 'River steps' } });
  });

  it('are supported instead, where there is a like one', async () => {
    await make();
    await enter('Propose an idea');
    await focuses('the title', ({ id }) => id === 'title');
    await type(title);
    await hears('Is it this idea?');
    await enter('Support this one instead: Benches by the water');
    await hears('You support “Benches by the water”.');
    await says(element, 'You support this idea now.');
    await faultless(element);
  });

  it('are withdrawn by who proposed them, after a question', async () => {
    await make();
    await enter('Propose an idea');
    await focuses('the title', ({ id }) => id === 'title');
    await type(title);
    await tabTo('What should change, and why?');
    await type(text);
    await enter('Send idea');
    await focuses('the thanks', ({ id }) => id === 'thanks');
    await until('it can be withdrawn', () => all(element, '[part=withdraw]').length === 1);
    await enter(`Withdraw ${title}`);
    await focuses('the question', (control) => control.textContent!.includes('for good?'));
    await faultless(element);
    await enter('No, keep it');
    await focuses('the button that asked', (control) => named(control) === `Withdraw ${title}`);
    await press('Enter');
    await focuses('the question', (control) => control.textContent!.includes('for good?'));
    await enter('Yes, withdraw');
    await focuses('the list of one’s own', ({ id }) => id === 'mine-title');
    await says(element, 'Your idea was withdrawn.');
    await faultless(element);
  });

  it('are searched and narrowed; how many are left is announced, and none is a sentence', async () => {
    await make();
    await tabTo('Search ideas');
    await type('swings');
    await hears('1 idea');
    expect(titles()).to.deep.equal(['Swings in the park']);
    await type(' at sea');
    await hears('No idea matches this choice.');
    await faultless(element);
    unheard();
    await enter('Show all ideas');
    await hears('2 ideas');
    await focuses('the search', ({ id }) => id === 'search');
    await tabTo('Category');
    unheard();
    await type('P');
    await until('the category is asked for', () => asked('/hub/v1/ideas').at(-1)!.get('category') === 'green');
    await hears('1 idea');
    await tabTo('Order');
    await type('Most s');
    await until('the order is asked for', () => asked('/hub/v1/ideas').at(-1)!.get('sort') === 'supported');
    await faultless(element);
  });

  it('are supported, and support is taken back, which is announced', async () => {
    await make();
    await tabTo('Support 7 Benches by the water');
    await press('Space');
    await hears('You support “Benches by the water”.');
    expect([named(focused()), focused()!.ariaPressed]).to.deep.equal(['Support 8 Benches by the water', 'true']);
    await faultless(element);
    await press('Space');
    await hears('You no longer support “Benches by the water”.');
    expect(focused()!.ariaPressed).to.equal('false');
  });

  it('are opened and commented on; a comment is announced, and taken back after a question', async () => {
    await make();
    await enter('1 comment Benches by the water');
    await says(element, 'In the shade, please.');
    await faultless(element);
    await tabTo('Your comment');
    await type('Ring me: 030 1234567');
    await enter('Send comment');
    await focuses('the warning', (control) => control.matches('[part=personal]'));
    await faultless(element);
    await enter('Send it as it is');
    await hears('A moderator will read your comment before everyone sees it.');
    await faultless(element);
    await tabBackTo('Take back');
    await press('Enter');
    await focuses('the question', (control) => control.textContent === 'Take this comment back for good?');
    await faultless(element);
    await enter('Yes, take it back');
    await hears('Your comment was taken back.');
    await focuses('the comments', (control) => control.matches('[part=comments]'));
  });

  it('wait on the device without a connection, which is where the focus goes, and are taken back into the form', async () => {
    await make({ 'POST /hub/v1/ideas': () => Promise.reject(new TypeError('offline')) });
    await enter('Propose an idea');
    await focuses('the title', ({ id }) => id === 'title');
    await type(title);
    await tabTo('What should change, and why?');
    await type(text);
    await enter('Send idea');
    await focuses('what waits', ({ id }) => id === 'waiting');
    expect(shown(element)).to.contain('goes out by itself as soon as there is a connection').and.to.contain(title);
    await faultless(element);
    await enter(`Take it back: ${title}`);
    await focuses('the form', ({ id }) => id === 'title');
    expect(find<HTMLInputElement>(element, '#title').value).to.equal(title);
    expect(shown(element)).not.to.contain('Not sent yet');
  });

  it('let whoever wants none of it go on', async () => {
    await make();
    await tabTo('After');
    expect(served.requests.filter(({ method }) => method !== 'GET')).to.have.length(0);
  });
});
