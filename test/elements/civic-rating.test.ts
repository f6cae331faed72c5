import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../../src/elements/rating/rating.js';
import type { RatingAcceptEvent, RatingSendEvent } from '../../src/elements/rating/rating.events.js';
import type { Rating } from '../../src/model/rating.js';
import { json, serve } from '../support/fake-fetch.js';
import { few, problem, summary } from '../support/hub-answers.js';
import { faultless } from '../support/keyboard.js';
import { emptyOutbox } from '../support/outbox.js';
import { all, becomes, find, focused, says, shown, write } from '../support/shadow.js';

const subject = 'https://www.city.example/parking';
const read = { 'GET /hub/v1/ratings/summary': json(summary) };
const counted = (request: Request): Promise<Response> => request.json().then(({ id }: Rating) => Response.json({ id, status: 'counted' }, { status: 201 }));

let served: ReturnType<typeof serve>;
const sent = (): Promise<Rating[]> => Promise.all(served.requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<Rating>));

async function make(table: Parameters<typeof serve>[0] = {}, phase = 'ready', about = subject): Promise<CivicRating> {
  served = serve({ ...read, 'POST /hub/v1/ratings': counted, ...table });
  const element = await fixture<CivicRating>(html`<civic-rating lang="en" endpoint="/hub" subject=${about} label="Parking"></civic-rating>`);
  await becomes(element, phase);
  return element;
}

async function choose(element: CivicRating, value: number): Promise<void> {
  find(element, `#score-${value}`).click();
  await element.updateComplete;
}

describe('<civic-rating>', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    await emptyOutbox();
  });
  afterEach(() => served.restore());

  it('asks one question with five answers, each a number and a word', async () => {
    const element = await make();
    expect(find(element, 'legend').textContent).to.contain('How do you rate “Parking”?');
    expect(all<HTMLInputElement>(element, 'input[type=radio]').map(({ labels }) => labels![0]!.textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal([
      '1 Very bad', '2 Bad', '3 Okay', '4 Good', '5 Very good',
    ]);
    expect(all(element, 'textarea')).to.have.length(0);
  });

  it('shows what all say beside it: mean, number, period, and every score', async () => {
    const element = await make();
    for (const words of ['4.2 of 5', '80% positive answers', '20 answers', 'Oct 1, 2026 to Nov 20, 2026', 'Not a representative survey']) expect(shown(element)).to.contain(words);
    const rows = all(element, 'tbody tr').map((row) => row.textContent!.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal(['5 Very good 50% 10', '4 Good 30% 6', '3 Okay 10% 2', '2 Bad 5% 1', '1 Very bad 5% 1']);
  });

  it('shows no result below the minimum, and says why', async () => {
    const element = await make({ 'GET /hub/v1/ratings/summary': json(few) });
    expect(shown(element)).to.contain('3 answers so far. The result is shown from 5 answers on');
    expect(all(element, 'table')).to.have.length(0);
  });

  it('is empty where nobody has answered', async () => {
    const element = await make({ 'GET /hub/v1/ratings/summary': json({ ...few, n: 0 }) }, 'empty');
    expect(shown(element)).to.contain('Yours would be the first');
    expect(all(element, 'input[type=radio]')).to.have.length(5);
  });

  it('can be answered with the keyboard alone, and sends nothing before the button', async () => {
    const element = await make();
    find(element, '#score-1').focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(shown(element)).to.contain('What was difficult?');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    for (let i = 0; i < 5; i += 1) await sendKeys({ press: 'Tab' });
    expect(focused()!.id).to.equal('comment');
    await sendKeys({ type: 'Hard to find' });
    expect(await sent()).to.have.length(0);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await says(element, 'Thank you for your rating');
    expect(focused()!.id).to.equal('thanks');
    const [rating] = await sent();
    expect(rating!.id).to.match(/^[0-9a-f-]{36}$/);
    expect({ ...rating, id: '' }).to.deep.equal({
      id: '', subject: { url: subject, title: 'Parking' }, profile: 'simple', score: { value: 2, min: 1, max: 5 }, intention: 'bad', reasons: ['unclear'], comment: 'Hard to find', lang: 'en',
    });
  });

  it('leaves reasons of the other side behind when the score changes', async () => {
    const element = await make();
    await choose(element, 1);
    all(element, 'input[type=checkbox]')[0]!.click();
    await choose(element, 5);
    expect(shown(element)).to.contain('What went well?');
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    expect((await sent())[0]).not.to.have.property('reasons');
  });

  it('leads to the scores when none was chosen', async () => {
    const element = await make();
    find(element, '[part=send]').click();
    await says(element, 'There is a problem');
    await element.updateComplete;
    expect(focused()!.id).to.equal('faults');
    find(element, '#faults a').click();
    expect(focused()!.id).to.equal('score-1');
    expect(await sent()).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('sends once on a double click', async () => {
    const element = await make();
    await choose(element, 4);
    find(element, '[part=send]').click();
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    expect(await sent()).to.have.length(1);
  });

  it('keeps everything when there is no connection, and sends it again under the same id', async () => {
    let offline = true;
    const element = await make({ 'POST /hub/v1/ratings': (request) => (offline ? Promise.reject(new TypeError('offline')) : counted(request)) });
    await choose(element, 2);
    write(element, '#comment', 'It broke');
    find(element, '[part=send]').click();
    await says(element, 'goes out by itself');
    expect(shown(element)).to.match(/Not sent yet.*Parking.*Next try: \d/);
    offline = false;
    find(element, '[part=send-now]').click();
    await says(element, 'Thank you');
    expect(shown(element)).not.to.contain('Not sent yet');
    const [first, second] = await sent();
    expect(second).to.deep.equal(first);
  });

  it('takes what waits back into the form, with all that was answered', async () => {
    const element = await make({ 'POST /hub/v1/ratings': () => Promise.reject(new TypeError('offline')) });
    await choose(element, 2);
    all<HTMLInputElement>(element, '[part=reasons] input')[1]!.click();
    write(element, '#comment', 'It broke');
    find(element, '[part=send]').click();
    await says(element, 'Not sent yet');
    expect(all<HTMLInputElement>(element, '[part=score] input:checked')).to.have.length(0);
    find(element, '[part=take-back]').click();
    await waitUntil(() => all(element, '#comment').length === 1);
    expect(find<HTMLTextAreaElement>(element, '#comment').value).to.equal('It broke');
    expect(find<HTMLInputElement>(element, '#score-2').checked).to.equal(true);
    expect(all<HTMLInputElement>(element, '[part=reasons] input').map(({ checked }) => checked).indexOf(true)).to.equal(1);
    expect(shown(element)).not.to.contain('Not sent yet');
  });

  it('still has the draft after a reload', async () => {
    const element = await make();
    await choose(element, 3);
    write(element, '#comment', 'Half done');
    element.remove();
    served.restore();
    const anew = await make();
    expect(find<HTMLInputElement>(anew, '#score-3').checked).to.equal(true);
    await waitUntil(() => all(anew, '#comment').length === 1);
    expect(find<HTMLTextAreaElement>(anew, '#comment').value).to.equal('Half done');
  });

  it('remembers an earlier rating, and rates again under a new id', async () => {
    const element = await make();
    await choose(element, 4);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    const [first] = await sent();
    element.remove();
    served.restore();
    const anew = await make();
    expect(shown(anew)).to.match(/You gave 4 of 5 on \w+ \d+, \d{4}\./);
    find(anew, '[part=again]').click();
    await anew.updateComplete;
    expect(focused()!.id).to.equal('score-1');
    await choose(anew, 5);
    find(anew, '[part=send]').click();
    await says(anew, 'Thank you');
    const [second] = await sent();
    expect(second!.id).not.to.equal(first!.id);
  });

  it('says that it waits for a look where the hub holds it', async () => {
    const element = await make({ 'POST /hub/v1/ratings': json({ id: 'x', status: 'held' }, 202) });
    await choose(element, 4);
    find(element, '[part=send]').click();
    await says(element, 'A person looks at it before it counts.');
  });

  it('marks the field that the server does not accept', async () => {
    const element = await make({ 'POST /hub/v1/ratings': problem(422, { errors: [{ path: '/comment', code: 'too-long', message: 'x' }] }) });
    await choose(element, 1);
    write(element, '#comment', 'Much');
    find(element, '[part=send]').click();
    await says(element, 'Please shorten this.');
    const comment = find(element, '#comment');
    expect(comment.getAttribute('aria-invalid')).to.equal('true');
    expect(comment.getAttribute('aria-describedby')).to.contain('comment-error');
  });

  for (const { title, answer } of [
    { title: 'too many', answer: problem(429, {}, { 'retry-after': '20' }) },
    { title: 'a server that fails', answer: problem(503) },
  ]) {
    it(`is sent later by itself: ${title}`, async () => {
      const element = await make({ 'POST /hub/v1/ratings': answer });
      await choose(element, 4);
      find(element, '[part=send]').click();
      await says(element, 'Next try:');
    });
  }

  for (const { title, answer, words } of [{ title: 'a refusal', answer: problem(403), words: 'the server refused it' }]) {
    it(`names the reason: ${title}`, async () => {
      const element = await make({ 'POST /hub/v1/ratings': answer });
      await choose(element, 4);
      find(element, '[part=send]').click();
      await says(element, words);
      expect(find<HTMLInputElement>(element, '#score-4').checked).to.equal(true);
    });
  }

  it('takes a new id where the old one was used for other content', async () => {
    let first = true;
    const element = await make({
      'POST /hub/v1/ratings': (request) => {
        const conflict = first;
        first = false;
        return conflict ? problem(409)() : counted(request);
      },
    });
    await choose(element, 4);
    find(element, '[part=send]').click();
    await says(element, 'This was sent before with other content.');
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    const [one, two] = await sent();
    expect(one!.id).not.to.equal(two!.id);
  });

  it('lets the page keep a rating from being sent, and tells it of one that arrived', async () => {
    const element = await make();
    let accepted: RatingAcceptEvent | undefined;
    element.addEventListener('civic-rating-accept', (event) => (accepted = event));
    element.addEventListener('civic-rating-send', (event: RatingSendEvent) => event.preventDefault(), { once: true });
    await choose(element, 4);
    find(element, '[part=send]').click();
    await element.updateComplete;
    expect(await sent()).to.have.length(0);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    expect(accepted!.rating.score.value).to.equal(4);
    expect(accepted!.receipt.status).to.equal('counted');
  });

  it('asks all the same where the result cannot be read', async () => {
    const element = await make({ 'GET /hub/v1/ratings/summary': problem(500) }, 'failed');
    expect(shown(element)).to.contain('cannot be reached right now');
    await choose(element, 5);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
  });

  it('takes the place of the page’s own form, which works without scripts, but not where it cannot ask itself', async () => {
    let arrive: (response: Response) => void = () => undefined;
    served = serve({ 'GET /hub/v1/ratings/summary': () => new Promise((done) => void (arrive = done)) });
    const markup = (endpoint: string): ReturnType<typeof html> => html`<civic-rating lang="en" endpoint=${endpoint} subject=${subject}><form action="/hub/v1/ratings" method="post"><button>Send</button></form></civic-rating>`;
    const element = await fixture<CivicRating>(markup('/hub'));
    await waitUntil(() => served.requests.length > 0);
    const form = element.querySelector('form')!;
    expect(all(element, 'input[type=radio]')).to.have.length(5);
    expect(form.offsetParent, 'While the result is on its way.').to.equal(null);
    arrive(json({}, 500)());
    await becomes(element, 'failed');
    expect(form.offsetParent, 'Where there is no result.').to.equal(null);
    const other = await fixture<CivicRating>(markup('https://evil.example'));
    await becomes(other, 'failed');
    expect(other.querySelector('form')!.offsetParent).not.to.equal(null);
  });

  it('keeps what was answered in the page’s own form before it came', async () => {
    served = serve({ ...read, 'POST /hub/v1/ratings': counted });
    const page = await fixture<HTMLElement>(html`
      <div>
        <form action="/hub/v1/ratings" method="post">
          <input type="radio" name="score" value="4" checked /> <input type="checkbox" name="reasons" value="clear" checked />
          <textarea name="comment">Half written</textarea>
        </form>
      </div>
    `);
    const element = document.createElement('civic-rating');
    Object.assign(element, { lang: 'en', endpoint: '/hub', subject });
    element.append(page.querySelector('form')!);
    page.append(element);
    await becomes(element, 'ready');
    await element.updateComplete;
    expect([find<HTMLInputElement>(element, '#score-4').checked, find<HTMLInputElement>(element, '#high-clear').checked]).to.deep.equal([true, true]);
    expect(find<HTMLTextAreaElement>(element, '#comment').value).to.equal('Half written');
  });

  it('shows no form, and sends nothing, where the page does not allow the endpoint', async () => {
    served = serve({});
    const element = await fixture<CivicRating>(html`<civic-rating lang="en" endpoint="https://evil.example"></civic-rating>`);
    await becomes(element, 'failed');
    expect(all(element, 'form')).to.have.length(0);
    expect(shown(element)).to.contain('data-endpoints="https://evil.example"');
    expect(served.requests).to.have.length(0);
  });

  it('rates the page’s own address without query and fragment where no subject is given', async () => {
    served = serve({ ...read, 'POST /hub/v1/ratings': counted });
    const element = await fixture<CivicRating>(html`<civic-rating lang="en" endpoint="/hub"></civic-rating>`);
    await becomes(element, 'ready');
    const asked = new URL(served.requests[0]!.url).searchParams.get('subject');
    expect(asked).to.equal(`${location.origin}${location.pathname}`);
  });

  it('works where the browser forbids storage', async () => {
    const { prototype } = Storage;
    const { setItem, getItem } = prototype;
    const forbid = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.assign(prototype, { setItem: forbid, getItem: forbid });
    try {
      // The page itself remembers it then, for as long as it is open: no other test may ask for the same subject.
      const element = await make({}, 'ready', `${subject}/forbidden`);
      await choose(element, 4);
      find(element, '[part=send]').click();
      await says(element, 'Thank you');
    } finally {
      Object.assign(prototype, { setItem, getItem });
    }
  });

  for (const { title, dir, scheme } of [{ title: 'light', dir: 'ltr', scheme: 'light' }, { title: 'dark, right to left', dir: 'rtl', scheme: 'dark' }]) {
    it(`has no fault that axe knows: ${title}`, async () => {
      const element = await make();
      element.dir = dir;
      element.style.colorScheme = scheme;
      await choose(element, 2);
      await faultless(element);
    });
  }
});
