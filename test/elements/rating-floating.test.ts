import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../../src/elements/rating/rating.js';
import type { Rating } from '../../src/model/rating.js';
import { json, serve } from '../support/fake-fetch.js';
import { summary } from '../support/hub-answers.js';
import { frames } from '../support/map-page.js';
import { all, becomes, find, focused, says } from '../support/shadow.js';

const subject = 'https://www.city.example/parking';
const counted = (request: Request): Promise<Response> => request.json().then(({ id }: Rating) => Response.json({ id, status: 'counted' }, { status: 201 }));

let served: ReturnType<typeof serve>;

/** A page with much above it, and a link at its very end. */
async function make(profile = 'simple'): Promise<{ page: HTMLElement; element: CivicRating }> {
  served = serve({ 'GET /hub/v1/ratings/summary': json(summary), 'POST /hub/v1/ratings': counted });
  const page = await fixture<HTMLElement>(html`
    <div>
      ${Array.from({ length: 40 }, (_, i) => html`<p style="margin: 0; block-size: 60px"><a href="#${i}">Paragraph ${i}</a></p>`)}
      <civic-rating lang="en" endpoint="/hub" subject=${subject} label="Parking" profile=${profile} floating></civic-rating>
    </div>
  `);
  const element = page.querySelector('civic-rating')!;
  await says(element, 'Your opinion');
  await becomes(element, 'ready');
  return { page, element };
}

const dialog = (element: Element): HTMLDialogElement => find<HTMLDialogElement>(element, 'dialog');

describe('<civic-rating floating>', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(async () => {
    served.restore();
    await setViewport({ width: 800, height: 600 });
  });

  for (const { title, width, height } of [{ title: 'a wide window', width: 1280, height: 800 }, { title: '320 px', width: 320, height: 640 }, { title: 'four hundred per cent of a laptop', width: 320, height: 200 }]) {
    it(`is seen in ${title}, and covers neither what has the focus nor the end of the page`, async () => {
      await setViewport({ width, height });
      const { page, element } = await make();
      scrollTo(0, 0);
      const button = find(element, '[part=open]').getBoundingClientRect();
      expect([button.bottom <= innerHeight, button.left >= 0, button.right <= innerWidth, button.height >= 44]).to.deep.equal([true, true, true, true]);
      for (const link of page.querySelectorAll('a')) {
        link.focus();
        await frames(2);
        expect(link.getBoundingClientRect().bottom, link.textContent!).to.be.at.most(element.getBoundingClientRect().top);
      }
      scrollTo(0, document.documentElement.scrollHeight);
      expect(page.querySelector('p:last-of-type')!.getBoundingClientRect().bottom).to.be.at.most(element.getBoundingClientRect().top + 1);
    });
  }

  it('opens the form in a dialog, and gives the focus back', async () => {
    const { element } = await make();
    find(element, '[part=open]').focus();
    await sendKeys({ press: 'Enter' });
    expect(dialog(element).open).to.equal(true);
    expect(dialog(element).contains(focused())).to.equal(true);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(dialog(element).open).to.equal(false);
    expect(focused()).to.equal(find(element, '[part=open]'));
    find(element, '[part=open]').click();
    find(element, '[part=close]').click();
    expect(dialog(element).open).to.equal(false);
  });

  it('thanks in the dialog, and is gone when that is closed', async () => {
    const { element } = await make();
    find(element, '[part=open]').click();
    find(element, '#score-4').click();
    await element.updateComplete;
    find(element, '[part=send]').click();
    await says(element, 'You gave 4 of 5.');
    expect([dialog(element).open, focused()!.id]).to.deep.equal([true, 'thanks']);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    await element.updateComplete;
    expect([all(element, '[part=open]').length, focused()!.id]).to.deep.equal([0, 'done']);
    expect(element.getBoundingClientRect().height).to.be.below(2);
    expect(document.documentElement.style.scrollPaddingBlockEnd).to.equal('');
  });

  it('leaves the page as it was', async () => {
    const { element } = await make();
    expect(document.documentElement.style.scrollPaddingBlockEnd).not.to.equal('');
    element.remove();
    expect(document.documentElement.style.scrollPaddingBlockEnd).to.equal('');
  });

  it('fits its dialog into 320 px', async () => {
    await setViewport({ width: 320, height: 640 });
    const { element } = await make('us-a11');
    find(element, '[part=open]').click();
    find(element, '#trust-up').click();
    await element.updateComplete;
    const { left, right } = dialog(element).getBoundingClientRect();
    expect([left >= 0, right <= 320]).to.deep.equal([true, true]);
    expect(dialog(element).scrollWidth).to.equal(dialog(element).clientWidth);
  });
});
