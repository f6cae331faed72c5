import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../../src/elements/rating/rating.js';
import { json, serve } from '../support/fake-fetch.js';
import { all, becomes, find, says, shown } from '../support/shadow.js';

let served: ReturnType<typeof serve>;

async function make(answer: () => Response, system: string): Promise<CivicRating> {
  served = serve({ 'POST /touchpoints/ab12cd34/submissions.json': answer, 'POST /touchpoints/ab12cd34': answer });
  const element = await fixture<CivicRating>(html`<civic-rating lang="en" system=${system} endpoint="/touchpoints/ab12cd34" subject="https://city.example/parking?secret=1"></civic-rating>`);
  await becomes(element, 'ready');
  return element;
}

async function rate(element: CivicRating): Promise<void> {
  find(element, 'input[type=radio][value="4"]').click();
  await element.updateComplete;
  find(element, '[part=send]').click();
}

describe('<civic-rating> of another system', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => served.restore());

  for (const system of ['touchpoints', 'webhook']) {
    it(`sends to ${system}, shows no result, and asks for no proof`, async () => {
      const element = await make(json({ submission: { id: 'u' } }, 201), system);
      expect(all(element, '[part=result]')).to.have.length(0);
      await rate(element);
      await says(element, 'Thank you');
      expect(served.requests.map(({ method }) => method)).to.deep.equal(['POST']);
      const body = (await served.requests[0]!.json()) as { submission?: { answer_01: string; page: string; query_string: string }; type?: string };
      if (system === 'touchpoints') expect([body.submission?.answer_01, body.submission?.page, body.submission?.query_string]).to.deep.equal(['4', '/parking', '']);
      else expect(body.type).to.equal('rating');
      await expect(element).to.be.accessible();
    });
  }

  it('says what Touchpoints says to what it refuses, and keeps what was chosen', async () => {
    const element = await make(json({ status: 'unprocessable_content', messages: { submission: ['answer_02 is missing'] } }, 422), 'touchpoints');
    await rate(element);
    await says(element, 'answer_02 is missing');
    // To whoever rates, not to the webmaster alone.
    expect(all(element, '[part=failure] > p').map(({ textContent }) => textContent)).to.include('answer_02 is missing');
    expect(find<HTMLInputElement>(element, 'input[value="4"]').checked).to.equal(true);
  });

  it('sends nowhere where the system is unknown', async () => {
    const element = await make(json({}), 'toString');
    await rate(element);
    await says(element, 'This page may not send answers to that address.');
    expect(shown(element)).to.contain('There are: touchpoints, webhook.');
    expect(served.requests).to.have.length(0);
  });
});
