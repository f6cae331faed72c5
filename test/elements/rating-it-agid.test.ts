import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../../src/elements/rating/rating.js';
import type { Rating } from '../../src/model/rating.js';
import { json, serve } from '../support/fake-fetch.js';
import { few, summary } from '../support/hub-answers.js';
import { emptyOutbox } from '../support/outbox.js';
import { becomes, says, shown } from '../support/shadow.js';

const subject = 'https://www.comune.example.it/anagrafe';
const counted = (request: Request): Promise<Response> => request.json().then(({ id }: Rating) => Response.json({ id, status: 'counted' }, { status: 201 }));

let served: ReturnType<typeof serve>;
const sent = (): Promise<Rating[]> => Promise.all(served.requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<Rating>));

async function make({ service = false, answer = few, about = subject, post = counted as (request: Request) => Response | Promise<Response> } = {}): Promise<CivicRating> {
  served = serve({ 'GET /hub/v1/ratings/summary': json(answer), 'POST /hub/v1/ratings': post });
  const element = await fixture<CivicRating>(html`<civic-rating lang="it" endpoint="/hub" subject=${about} profile="it-agid" ?service=${service}></civic-rating>`);
  await becomes(element, 'ready');
  return element;
}

/** As the validator finds things: in the document, never in a shadow root. */
const marked = (name: string): HTMLElement | null => document.querySelector(`[data-element="${name}"]`);
const texts = (within: HTMLElement, name: string): string[] => [...within.querySelectorAll(`[data-element="${name}"]`)].map((each) => each.textContent!.trim());

/** As the validator decides whether something is seen. */
function isSeen(element: HTMLElement): boolean {
  const { bottom, top, height, width } = element.getBoundingClientRect();
  return Boolean(element.offsetParent) && getComputedStyle(element).visibility !== 'hidden' && bottom > 0 && top > 0 && height > 0 && width > 0;
}

const buttons = (element: Element): HTMLButtonElement[] => [...element.querySelectorAll<HTMLButtonElement>('.row button')];
const step = (element: Element): string => [...element.querySelectorAll<HTMLElement>('.step')].filter((each) => each.offsetParent).map(({ textContent }) => textContent).join();

describe('<civic-rating profile="it-agid">', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    await emptyOutbox();
  });
  afterEach(() => served.restore());

  it('passes what the validator of the Italian model does: it looks, clicks each star and looks again', async () => {
    await make();
    const feedback = marked('feedback')!;
    expect(feedback.querySelector('[data-element="feedback-title"]')!.textContent!.trim()).to.equal('Quanto sono chiare le informazioni su questa pagina?');
    expect(feedback.querySelector('[data-element="feedback-input-text"]')).not.to.equal(null);
    const [positive, negative] = [marked('feedback-rating-positive')!, marked('feedback-rating-negative')!];
    expect([isSeen(positive), isSeen(negative)], 'before a star').to.deep.equal([false, false]);
    // From the first to the last, and back, for a score may be changed.
    for (const star of [1, 2, 3, 4, 5, 3, 4]) {
      marked(`feedback-rate-${star}`)!.click();
      expect([isSeen(positive), isSeen(negative)], `after star ${star}`).to.deep.equal([star > 3, star <= 3]);
      expect([marked('feedback-rating-positive'), marked('feedback-rating-negative')], 'the same pieces stay in the page').to.deep.equal([positive, negative]);
    }
    expect(texts(negative, 'feedback-rating-question')).to.deep.equal(['Dove hai incontrato le maggiori difficoltà?']);
    expect(texts(negative, 'feedback-rating-answer')).to.deep.equal([
      'A volte le indicazioni non erano chiare', 'A volte le indicazioni non erano complete', 'A volte non capivo se stavo procedendo correttamente', 'Ho avuto problemi tecnici', 'Altro',
    ]);
    expect(texts(positive, 'feedback-rating-question')).to.deep.equal(['Quali sono stati gli aspetti che hai preferito?']);
    expect(texts(positive, 'feedback-rating-answer')).to.deep.equal([
      'Le indicazioni erano chiare', 'Le indicazioni erano complete', 'Capivo sempre che stavo procedendo correttamente', 'Non ho avuto problemi tecnici', 'Altro',
    ]);
    expect(served.requests.map(({ method }) => method), 'The validator waits until the network is idle.').to.deep.equal(['GET']);
  });

  it('asks how easy it was where a service was used', async () => {
    await make({ service: true });
    expect(marked('feedback-title')!.textContent).to.equal('Quanto è stato facile usare questo servizio?');
  });

  it('is walked through with the keyboard alone: star, reason, back and forth, detail, thanks', async () => {
    const element = await make();
    element.querySelector('input')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(step(element)).to.equal('1/2');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect([step(element), document.activeElement!.localName]).to.deep.equal(['2/2', 'textarea']);
    await sendKeys({ type: 'a'.repeat(201) });
    expect((document.activeElement as HTMLTextAreaElement).value).to.have.length(200);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement!.textContent).to.equal('Indietro');
    await sendKeys({ press: 'Enter' });
    expect([step(element), marked('feedback-rating-negative')!.contains(document.activeElement)]).to.deep.equal(['1/2', true]);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement!.textContent).to.equal('Avanti');
    expect(await sent()).to.have.length(0);
    await sendKeys({ press: 'Enter' });
    await says(element, 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!');
    expect(element.shadowRoot!.activeElement!.id).to.equal('thanks');
    const { id, ...rest } = (await sent())[0]!;
    expect(id).to.match(/^[0-9a-f-]{36}$/);
    expect(rest).to.deep.equal({
      subject: { url: subject }, profile: 'it-agid', score: { value: 2, min: 1, max: 5 }, intention: 'bad', reasons: ['incomplete'], comment: 'a'.repeat(200), lang: 'it',
    });
    expect(marked('feedback'), 'Nothing is left of the form.').to.equal(null);
  });

  it('takes the star back at the first step', async () => {
    const element = await make();
    marked('feedback-rate-4')!.click();
    buttons(element)[0]!.click();
    expect(element.querySelectorAll('input:checked')).to.have.length(0);
    expect(isSeen(marked('feedback-rating-positive')!)).to.equal(false);
    expect(document.activeElement).to.equal(element.querySelector('input'));
  });

  it('keeps all when it could not be sent, and says so in Italian', async () => {
    const element = await make({ post: () => Promise.reject(new TypeError('offline')) });
    marked('feedback-rate-5')!.click();
    for (const button of [1, 1]) buttons(element)[button]!.click();
    await says(element, 'Non ancora inviato');
    expect(shown(element)).to.match(/parte da sé.*Prossimo tentativo: \d/);
    element.shadowRoot!.querySelector<HTMLElement>('[part=take-back]')!.click();
    await waitUntil(() => element.querySelectorAll('input:checked').length > 0);
    expect(element.querySelectorAll('input:checked')).to.have.length(1);
  });

  it('asks before something personal is sent', async () => {
    const element = await make();
    marked('feedback-rate-5')!.click();
    buttons(element)[1]!.click();
    const detail = element.querySelector('textarea')!;
    detail.value = 'Scrivetemi: anna@comune.example.it';
    detail.dispatchEvent(new InputEvent('input', { bubbles: true }));
    buttons(element)[1]!.click();
    await waitUntil(() => element.textContent!.includes('Questi sembrano dati personali'));
    expect(document.activeElement!.classList.contains('personal')).to.equal(true);
    element.querySelector<HTMLElement>('[part=anyway]')!.click();
    await says(element, 'Grazie');
  });

  it('shows the result in Italian, and says in the page which language that is', async () => {
    const element = await make({ answer: summary });
    for (const words of ['Che cosa dicono gli altri', '4,2 su 5', '80% di risposte positive', '20 risposte', 'Non è un sondaggio rappresentativo']) expect(shown(element)).to.contain(words);
    expect([element.shadowRoot!.querySelector('section')!.lang, element.querySelector<HTMLElement>('.civic-agid')!.lang]).to.deep.equal(['it', 'it']);
  });

  it('stands twice on one page', async () => {
    served = serve({ 'GET /hub/v1/ratings/summary': json(few), 'POST /hub/v1/ratings': counted });
    const page = await fixture(html`
      <div>${['a', 'b'].map((name) => html`<civic-rating endpoint="/hub" subject="https://www.comune.example.it/${name}" label=${name} profile="it-agid"></civic-rating>`)}</div>
    `);
    const [first, second] = [...page.querySelectorAll('civic-rating')];
    await becomes(first!, 'ready');
    await becomes(second!, 'ready');
    first!.querySelector<HTMLElement>('[data-element="feedback-rate-5"]')!.click();
    second!.querySelector<HTMLElement>('[data-element="feedback-rate-1"]')!.click();
    expect([...page.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)).to.deep.equal(['5', '1']);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    await expect(page).to.be.accessible();
  });

  it('is styled where it stands, in a shadow root too, and leaves the page alone', async () => {
    served = serve({ 'GET /hub/v1/ratings/summary': json(few) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const element = document.createElement('civic-rating');
    Object.assign(element, { endpoint: '/hub', subject, profile: 'it-agid' });
    root.append(element, document.createElement('fieldset'));
    await becomes(element, 'ready');
    expect(getComputedStyle(root.querySelector('civic-rating fieldset')!).borderTopWidth).to.equal('0px');
    expect(getComputedStyle(root.querySelector(':host > fieldset, fieldset:not(civic-rating *)')!).borderTopWidth).not.to.equal('0px');
    expect(root.querySelector('[style]')).to.equal(null);
  });

  it('leaves the page when another profile is named, and fits into 320 px before', async () => {
    const element = await make();
    element.style.cssText = 'display: block; inline-size: 272px; font-size: 20px';
    marked('feedback-rate-2')!.click();
    const { right } = element.getBoundingClientRect();
    const wide = [...element.querySelectorAll('form *')].filter((each) => !each.matches('.stars input') && each.getBoundingClientRect().right > right + 1);
    expect(wide.map((each) => each.outerHTML)).to.deep.equal([]);
    for (const label of element.querySelectorAll('.stars label')) expect(Math.min(label.getBoundingClientRect().width, label.getBoundingClientRect().height)).to.be.at.least(44);
    element.profile = 'simple';
    await waitUntil(() => element.shadowRoot!.querySelector('#score-1'));
    expect(marked('feedback')).to.equal(null);
  });

  for (const { title, dir, scheme } of [{ title: 'light', dir: 'ltr', scheme: 'light' }, { title: 'dark, on a page that is read from the right', dir: 'rtl', scheme: 'dark' }]) {
    it(`has no fault that axe knows: ${title}`, async () => {
      const element = await make({ answer: summary });
      element.dir = dir;
      element.style.colorScheme = scheme;
      marked('feedback-rate-3')!.click();
      await expect(element).to.be.accessible();
      buttons(element)[1]!.click();
      await expect(element).to.be.accessible();
    });
  }
});
