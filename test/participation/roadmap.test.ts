import { expect, fixture, html } from '@open-wc/testing';
import { freshPage } from '../support/fresh-page.js';
import '../support/live-regions.mjs';
import '../../src/elements/ideas/civic-ideas.js';
import '../../src/elements/roadmap/civic-roadmap.js';
import plan from '../../stories/data/plan.json';
import { json, serve } from '../support/fake-fetch.js';
import { idea, info, pageOf } from '../support/hub-answers.js';
import { enter, faultless, focuses, hears, named, press, tabTo, type, unheard, until } from '../support/keyboard.js';
import { all, becomes, focused, says } from '../support/shadow.js';

const from = '6f4e0d6e-6c5b-4c7e-9d0a-2d8f51f1a001';
const trees = 'Plant 2,000 street trees';

let served: ReturnType<typeof serve>;

/** A page with the promises of a city and the ideas that some came from. */
async function make(): Promise<HTMLElement> {
  served = serve({
    '/plan': json(plan), 'GET /hub/v1': json(info), 'GET /hub/v1/ideas': json(pageOf([idea('1')])),
    [`GET /hub/v1/ideas/${from}`]: json(idea(from, { title: 'More shade', status: 'planned', history: [{ status: 'open', at: '2026-10-01T08:00:00Z' }, { status: 'planned', at: '2026-10-20T08:00:00Z' }], commitments: ['trees'] })),
    'GET /hub/v1/commitments': json({ commitments: [{ id: 'trees', title: trees }], problems: [] }),
    [`GET /hub/v1/ideas/${from}/comments`]: json({ comments: [], total: 0 }),
  });
  const page = await fixture<HTMLElement>(html`
    <main>
      <button>Before</button>
      <civic-roadmap lang="en" src="https://city.example/plan" today="2026-11-23"></civic-roadmap>
      <civic-ideas lang="en" endpoint="/hub"></civic-ideas>
      <button>After</button>
    </main>
  `);
  for (const element of [page.querySelector('civic-roadmap')!, page.querySelector('civic-ideas')!]) {
    await becomes(element, 'ready');
    await element.updateComplete;
  }
  page.querySelector('button')!.focus();
  unheard();
  return page;
}

describe('a roadmap by keyboard alone', () => {
  freshPage(() => served.restore());

  it('is narrowed; how many are left is announced', async () => {
    const roadmap = (await make()).querySelector('civic-roadmap')!;
    await faultless(roadmap);
    await enter('Late 2');
    await hears('2 of 9 commitments');
    expect(focused()!.ariaPressed).to.equal('true');
    await faultless(roadmap);
    await press('Enter');
    await hears('9 of 9 commitments');
  });

  it('opens a promise, leads to the idea that it came from, and from that back to the promise', async () => {
    const page = await make();
    const [roadmap, ideas] = [page.querySelector('civic-roadmap')!, page.querySelector('civic-ideas')!];
    await enter(trees);
    await until('it is open', () => focused()!.ariaExpanded === 'true');
    await faultless(roadmap);
    await enter('Idea 1');
    await says(ideas, 'The idea of your link');
    await focuses('the idea', ({ id, textContent }) => id === 'linked-title' && textContent === 'More shade');
    await faultless(ideas);
    await until('its promise is named', () => all(ideas, '[part=commitments] a').length === 1);
    await tabTo(trees);
    await press('Enter');
    await focuses('the promise', (control) => control.getRootNode() === roadmap.shadowRoot && named(control) === trees);
    expect([location.hash, focused()!.ariaExpanded]).to.deep.equal(['#civic-commitment=trees', 'true']);
  });

  it('is searched; what is found is announced, none is a sentence, and one button brings all back', async () => {
    const roadmap = (await make()).querySelector('civic-roadmap')!;
    await tabTo(named(roadmap.shadowRoot!.querySelector('#search')));
    await type('nowhere');
    await hears('No commitment matches this choice.');
    await faultless(roadmap);
    unheard();
    await enter(named(roadmap.shadowRoot!.querySelector('[part=reset]')));
    await hears('9 of 9 commitments');
    await focuses('the search', ({ id }) => id === 'search');
  });
});
