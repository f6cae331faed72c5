import { expect, fixture, html } from '@open-wc/testing';
import '../support/live-regions.mjs';
import '../../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../../src/elements/rating/rating.js';
import type { OwnProfile } from '../../src/model/rating-profile-own.js';
import type { Rating, RatingSummary } from '../../src/model/rating.js';
import { json, serve } from '../support/fake-fetch.js';
import { few } from '../support/hub-answers.js';
import { choose, enter, faultless, focuses, named, press, tabTo, type, until } from '../support/keyboard.js';
import { emptyOutbox } from '../support/outbox.js';
import { becomes, focused, says, shown } from '../support/shadow.js';

const subject = 'https://www.city.example/passport';
const number = '030 1234567';

const own: OwnProfile = {
  name: 'library',
  questions: [
    {
      code: 'welcome', kind: 'one', field: 'score', required: true, label: 'Did you feel welcome?',
      options: [{ code: 'yes', value: 2, intention: 'very_good', label: 'Yes' }, { code: 'so-so', value: 1, intention: 'neutral', label: 'So so' }, { code: 'no', value: 0, intention: 'very_bad', label: 'No' }],
    },
    { code: 'why', kind: 'text', label: 'Why not?', length: 100, required: true, when: { question: 'welcome', in: ['no'] } },
  ],
  thanks: 'The library says thank you',
};

interface Journey {
  readonly profile: string | OwnProfile;
  /** The answers that are chosen, in the order in which they are asked. */
  readonly chooses: readonly string[];
  /** The field to write into, and the buttons that send, warn, change, send all the same and begin anew. */
  readonly comment: string;
  readonly send: string;
  /** A button between the answers and the comment. */
  readonly next?: string;
  /** What is asked for where nothing was chosen. */
  readonly fault?: string;
  readonly thanks: string;
  readonly sends: Partial<Rating>;
}

const english = { warning: 'This looks like personal data', change: 'Change it', anyway: 'Send it as it is', again: 'Rate again', problem: 'There is a problem' };
const italian = { warning: 'Questi sembrano dati personali', change: 'Modifica', anyway: 'Invia così', again: 'Valuta di nuovo', problem: 'C’è un problema' };
const optional = 'Would you like to add something? (optional)';

const journeys: readonly Journey[] = [
  {
    profile: 'simple', chooses: ['2 Bad', 'Something was missing'], comment: optional, send: 'Send rating', fault: 'Choose a number from 1 to 5.',
    thanks: 'Thank you for your rating', sends: { score: { value: 2, min: 1, max: 5 }, intention: 'bad', reasons: ['incomplete'] },
  },
  {
    profile: 'yes-no', chooses: ['No', 'Something was out of date or not true'], comment: optional, send: 'Send rating', fault: 'Choose one of the answers.',
    thanks: 'Thank you for your rating', sends: { score: { value: 0, min: 0, max: 1 }, intention: 'bad', reasons: ['outdated'] },
  },
  {
    profile: 'thumbs', chooses: ['It helped', 'Everything worked'], comment: optional, send: 'Send rating', fault: 'Choose one of the answers.',
    thanks: 'Thank you for your rating', sends: { score: { value: 1, min: 0, max: 1 }, intention: 'good', reasons: ['smooth'] },
  },
  {
    profile: 'smileys', chooses: ['Okay', 'Something else'], comment: optional, send: 'Send rating', fault: 'Choose one of the answers.',
    thanks: 'Thank you for your rating', sends: { score: { value: 3, min: 1, max: 5 }, intention: 'neutral', reasons: ['other'] },
  },
  {
    profile: 'us-a11', chooses: ['Disagree', 'I was not treated fairly'], comment: 'Additional comments', send: 'Submit', fault: 'Choose a thumb up or a thumb down.',
    thanks: 'Thank you. Your feedback has been received.', sends: { score: { value: 0, min: 0, max: 1 }, intention: 'bad', answers: { negative: ['humanity'] } },
  },
  {
    profile: 'fr-jdma', chooses: ['Very good', '4', 'By phone with the administration', 'Yes', '5 Excellent'], comment: 'Do you want to tell us more?', send: 'Submit my feedback', fault: 'This field is required.',
    thanks: 'Thank you very much!', sends: { score: { value: 3, min: 1, max: 3 }, intention: 'good', answers: { comprehension: ['4'], contact_tried: ['phone'], contact_reached: ['yes'], contact_satisfaction: ['5'] } },
  },
  {
    profile: 'uk-service', chooses: ['Dissatisfied'], comment: 'How could we improve this service?', send: 'Send feedback', fault: 'Select how you feel about the service you received.',
    thanks: 'Thank you for your feedback', sends: { score: { value: 2, min: 1, max: 5 }, intention: 'bad' },
  },
  {
    profile: 'it-agid', chooses: ['Valuta 2 stelle su 5', 'A volte le indicazioni non erano complete'], next: 'Avanti', comment: 'Dettaglio', send: 'Avanti',
    thanks: 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!', sends: { score: { value: 2, min: 1, max: 5 }, intention: 'bad', reasons: ['incomplete'] },
  },
  {
    profile: own, chooses: ['No'], comment: 'Why not?', send: 'Send rating', fault: 'Choose one of the answers.',
    thanks: 'The library says thank you', sends: { score: { value: 0, min: 0, max: 2 }, intention: 'very_bad' },
  },
];

let served: ReturnType<typeof serve>;

/** A rating between two buttons of its page, the first of which has the focus. */
async function make(profile: string | OwnProfile): Promise<CivicRating> {
  const sent: Rating[] = [];
  served = serve({
    'GET /hub/v1/ratings/summary': () => Response.json({ ...few, n: sent.length } satisfies RatingSummary),
    'POST /hub/v1/ratings': async (request) => {
      sent.push((await request.json()) as Rating);
      return Response.json({ id: sent[0]!.id, status: 'counted' }, { status: 201 });
    },
  });
  const page = await fixture(html`
    <main>
      <button id="before">Before</button>
      <civic-rating lang=${profile === 'it-agid' ? 'it' : 'en'} endpoint="/hub" subject=${subject} label="Passports" .profile=${profile}></civic-rating>
      <button id="after">After</button>
    </main>
  `);
  const element = page.querySelector('civic-rating')!;
  await becomes(element, 'empty');
  await element.updateComplete;
  page.querySelector('button')!.focus();
  return element;
}

describe('a rating by keyboard alone', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    await emptyOutbox();
  });
  afterEach(() => served.restore());

  for (const { profile, chooses, comment, send, next, fault, thanks, sends } of journeys) {
    const name = typeof profile === 'string' ? profile : 'a profile of the page’s own';
    const say = profile === 'it-agid' ? italian : english;
    /** The form of the Italian model stands in the page. */
    const read = (element: CivicRating): string => `${shown(element)} ${element.textContent!.replace(/\s+/g, ' ')}`;
    const reads = (element: CivicRating, sentence: string): Promise<void> => until(`“${sentence}” is shown`, () => read(element).includes(sentence), () => `but: ${read(element)}`);

    if (fault) {
      it(`says what is missing, and leads there: ${name}`, async () => {
        const element = await make(profile);
        await enter(send);
        await says(element, say.problem);
        await focuses('what is missing', ({ id }) => id === 'faults');
        await faultless(element);
        await press('Tab');
        expect(named(focused())).to.equal(fault);
        await press('Enter');
        expect(focused()!.matches('input[type=radio]')).to.equal(true);
        expect(served.requests.filter(({ method }) => method === 'POST')).to.have.length(0);
      });
    }

    it(`is answered, thought over, sent and thanked for: ${name}`, async () => {
      const element = await make(profile);
      await faultless(element);
      for (const answer of chooses) {
        await choose(answer);
        await element.updateComplete;
      }
      await faultless(element);
      if (next) {
        await enter(next);
        await focuses('the comment', (control) => named(control) === comment);
      } else await tabTo(comment);
      await type(`Ring ${number}.`);
      await enter(send);
      await reads(element, say.warning);
      await focuses('the warning', (control) => control.matches('[part=personal], .personal'));
      await faultless(element);
      await enter(say.change);
      await focuses('the comment', (control) => named(control) === comment);
      await enter(send);
      await focuses('the warning', (control) => control.matches('[part=personal], .personal'));
      await enter(say.anyway);
      await focuses('the thanks', ({ id }) => id === 'thanks');
      expect(focused()!.textContent!.trim()).to.equal(thanks);
      const { answers, comment: written, score, intention, reasons } = (await served.requests.find(({ method }) => method === 'POST')!.json()) as Rating;
      const text = profile === own ? { answers: { why: `Ring ${number}.` } } : { comment: `Ring ${number}.` };
      expect({ score, intention, ...(reasons && { reasons }), ...(answers && { answers }), ...(written && { comment: written }) }).to.deep.equal({ ...sends, ...text });
      await becomes(element, 'ready');
      await faultless(element);
      await enter(say.again);
      await focuses('the question', (control) => control.matches('input[type=radio]'));
    });

    it(`lets whoever does not want to answer go on: ${name}`, async () => {
      await make(profile);
      await tabTo('After');
      expect(served.requests.filter(({ method }) => method === 'POST')).to.have.length(0);
    });
  }

  it('floats: its button is reached, opens the form, which thanks, and is gone when that is closed', async () => {
    const element = await make('simple');
    element.floating = true;
    await until('it floats', () => element.shadowRoot!.querySelector('[part=open]') !== null);
    await enter('Your opinion');
    await focuses('the dialog', (control) => control.closest('dialog[open]') !== null);
    await faultless(element);
    await choose('4 Good');
    await element.updateComplete;
    await enter('Send rating');
    await focuses('the thanks', ({ id }) => id === 'thanks');
    await faultless(element);
    await press('Escape');
    await focuses('what is left of it', ({ id }) => id === 'done');
    await tabTo('After');
  });

  it('is kept when there is no connection, which is announced, and taken back into the form', async () => {
    const element = await make('simple');
    served.restore();
    served = serve({ 'GET /hub/v1/ratings/summary': json(few), 'POST /hub/v1/ratings': () => Promise.reject(new TypeError('offline')) });
    await choose('4 Good');
    await element.updateComplete;
    await enter('Send rating');
    await says(element, 'Not sent yet');
    await focuses('what waits', ({ id }) => id === 'waiting');
    await faultless(element);
    await enter('Take it back: Passports');
    await until('nothing waits', () => !shown(element).includes('Not sent yet'));
    await focuses('the form', (control) => control.matches('input'));
    expect(named(element.shadowRoot!.querySelector('input:checked'))).to.equal('4 Good');
  });
});
