import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../../src/elements/rating/rating.js';
import type { OwnProfile } from '../../src/model/rating-profile-own.js';
import type { Rating, RatingSummary } from '../../src/model/rating.js';
import { json, serve } from '../support/fake-fetch.js';
import { few, summary } from '../support/hub-answers.js';
import { faultless } from '../support/keyboard.js';
import { all, becomes, find, focused, says, shown, write } from '../support/shadow.js';

const subject = 'https://www.city.example/passport';
const counted = (request: Request): Promise<Response> => request.json().then(({ id }: Rating) => Response.json({ id, status: 'counted' }, { status: 201 }));

let served: ReturnType<typeof serve>;
const sent = (): Promise<Rating[]> => Promise.all(served.requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<Rating>));

interface Wishes {
  readonly lang?: string;
  readonly answer?: RatingSummary;
  readonly phase?: string;
}

async function make(profile: string | OwnProfile, { lang = 'en', answer = few, phase = 'ready' }: Wishes = {}): Promise<CivicRating> {
  served = serve({ 'GET /hub/v1/ratings/summary': json(answer), 'POST /hub/v1/ratings': counted });
  const element = await fixture<CivicRating>(html`<civic-rating lang=${lang} endpoint="/hub" subject=${subject} label="Passports" .profile=${profile}></civic-rating>`);
  await becomes(element, phase);
  return element;
}

const labels = (element: Element): string[] => all<HTMLInputElement>(element, '[part=question] input').map((input) => input.labels![0]!.textContent!.replace(/\s+/g, ' ').trim());

/** Chooses by the words of an answer, as a person does. */
async function press(element: CivicRating, ...answers: readonly string[]): Promise<void> {
  for (const words of answers) {
    const label = all(element, 'label').find((each) => each.textContent!.replace(/\s+/g, ' ').trim() === words);
    if (!label) throw new Error(`Nobody can answer “${words}”: ${shown(element)}`);
    label.click();
    await element.updateComplete;
  }
}

interface Walk {
  readonly profile: string;
  readonly asks: string;
  readonly scores: readonly string[];
  readonly answers: readonly string[];
  readonly follows: readonly string[];
  readonly not: readonly string[];
  readonly sends: Partial<Rating>;
  readonly thanks: string;
}

const walks: readonly Walk[] = [
  {
    profile: 'yes-no', asks: 'Was “Passports” useful?', scores: ['Yes', 'No'], answers: ['No', 'Something was out of date or not true'],
    follows: ['What was wrong?', 'Would you like to add something?'], not: ['What went well?'],
    sends: { score: { value: 0, min: 0, max: 1 }, intention: 'bad', reasons: ['outdated'] }, thanks: 'Your answer: No',
  },
  {
    profile: 'thumbs', asks: 'Did “Passports” help you?', scores: ['It helped', 'It did not help'], answers: ['It helped', 'Everything worked', 'The information was clear'],
    follows: ['What went well?'], not: ['What was difficult?'],
    sends: { score: { value: 1, min: 0, max: 1 }, intention: 'good', reasons: ['smooth', 'clear'] }, thanks: 'Your answer: It helped',
  },
  {
    profile: 'smileys', asks: 'How do you rate “Passports”?', scores: ['Very bad', 'Bad', 'Okay', 'Good', 'Very good'], answers: ['Okay'],
    follows: ['What was difficult?'], not: ['What went well?'],
    sends: { score: { value: 3, min: 1, max: 5 }, intention: 'neutral' }, thanks: 'Your answer: Okay',
  },
  {
    profile: 'us-a11', asks: 'Based on my experience with Passports, I trust Passports to deliver on their mission for the American public.', scores: ['Agree', 'Disagree'],
    answers: ['Disagree', 'My need was not addressed', 'It was not easy to complete what I needed to do'],
    follows: ['What didn’t go so well?', 'Additional comments'], not: ['What went well?'],
    sends: { score: { value: 0, min: 0, max: 1 }, intention: 'bad', answers: { negative: ['effectiveness', 'ease'] } }, thanks: 'Thank you. Your feedback has been received.',
  },
  {
    profile: 'uk-service', asks: 'Overall, how did you feel about the service you received today?',
    scores: ['Very satisfied', 'Satisfied', 'Neither satisfied or dissatisfied', 'Dissatisfied', 'Very dissatisfied'], answers: ['Dissatisfied'],
    follows: ['How could we improve this service?', '1,250 characters left'], not: [],
    sends: { score: { value: 2, min: 1, max: 5 }, intention: 'bad' }, thanks: 'Thank you for your feedback',
  },
  {
    profile: 'fr-jdma', asks: 'Overall, how was your experience?', scores: ['Not good', 'Average', 'Very good'],
    answers: ['Very good', '4', 'By phone with the administration', 'Yes', '5 Excellent'],
    follows: ['On a scale of 1 to 5; 1 being incomprehensible and 5 being very clear.', 'were you able to reach the administration?', 'How do you rate the quality of the help', 'Do you want to tell us more?'], not: ['What other types of assistance', 'Email address'],
    sends: { score: { value: 3, min: 1, max: 3 }, intention: 'good', answers: { comprehension: ['4'], contact_tried: ['phone'], contact_reached: ['yes'], contact_satisfaction: ['5'] } }, thanks: 'Thank you very much!',
  },
];

const own: OwnProfile = {
  name: 'library',
  questions: [
    {
      code: 'welcome', kind: 'one', field: 'score', required: true, label: { en: 'Did you feel welcome?', de: 'Haben Sie sich willkommen gefühlt?' },
      options: [{ code: 'yes', value: 2, intention: 'very_good', label: '<b>Yes</b>' }, { code: 'so-so', value: 1, intention: 'neutral', label: 'So so' }, { code: 'no', value: 0, intention: 'very_bad', label: 'No' }],
    },
    { code: 'why', kind: 'text', label: 'Why not?', length: 50, required: true, when: { question: 'welcome', in: ['no'] } },
  ],
  thanks: 'The library says thank you',
};

describe('<civic-rating profile>', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => served.restore());

  for (const { profile, asks, scores, answers, follows, not, sends, thanks } of walks) {
    it(`asks by ${profile}: its words, what follows from an answer, and codes that are sent`, async () => {
      const element = await make(profile);
      expect(new URL(served.requests[0]!.url).searchParams.get('profile')).to.equal(profile);
      expect(find(element, 'legend').textContent!.trim()).to.equal(asks);
      expect(labels(element)).to.deep.equal(scores);
      for (const words of follows) expect(shown(element)).not.to.contain(words);
      await press(element, ...answers);
      for (const words of follows) expect(shown(element)).to.contain(words);
      for (const words of not) expect(shown(element)).not.to.contain(words);
      expect(await sent()).to.have.length(0);
      find(element, '[part=send]').click();
      await says(element, thanks);
      const { id, subject: about, profile: by, lang, ...rest } = (await sent())[0]!;
      expect([/^[0-9a-f-]{36}$/.test(id), about.url, by, lang]).to.deep.equal([true, subject, profile, 'en']);
      expect(rest).to.deep.equal(sends);
    });

    for (const { title, lang, dir, scheme } of [{ title: 'light', lang: 'en', dir: 'ltr', scheme: 'light' }, { title: 'dark, in Arabic', lang: 'ar', dir: 'rtl', scheme: 'dark' }]) {
      it(`has no fault that axe knows in ${profile}: ${title}`, async () => {
        const element = await make(profile, { lang });
        element.dir = dir;
        element.style.colorScheme = scheme;
        all<HTMLInputElement>(element, '[part=question] input').at(-1)!.click();
        await element.updateComplete;
        for (const each of all<HTMLInputElement>(element, '[part=reasons] input[type=checkbox]')) each.click();
        await faultless(element);
      });
    }

    it(`fits into 320 px with large letters: ${profile}`, async () => {
      const element = await make(profile, { answer: summary });
      element.style.cssText = 'display: block; inline-size: 272px; font-size: 20px';
      all<HTMLInputElement>(element, '[part=question] input')[0]!.click();
      await element.updateComplete;
      const right = element.getBoundingClientRect().right;
      const wide = all(element, 'section *').filter((each) => !each.matches('.visually-hidden, .visually-hidden *') && each.getBoundingClientRect().right > right + 1);
      expect(wide.map((each) => each.outerHTML)).to.deep.equal([]);
      for (const input of all(element, '[part=question] label')) expect(input.getBoundingClientRect().height).to.be.at.least(44);
    });
  }

  it('can be answered with the keyboard alone, by thumbs', async () => {
    const element = await make('thumbs');
    find(element, '[part=question] input').focus();
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(shown(element)).to.contain('What was difficult?');
    for (let i = 0; i < 7; i += 1) await sendKeys({ press: 'Tab' });
    expect(focused()!.getAttribute('part')).to.contain('send');
    await sendKeys({ press: 'Enter' });
    await says(element, 'Your answer: It did not help');
    expect(focused()!.id).to.equal('thanks');
  });

  it('speaks the official language of a profile as a whole where that has no words in the page’s', async () => {
    const element = await make('fr-jdma', { lang: 'de' });
    expect(find(element, 'section').lang).to.equal('fr');
    for (const words of ['De façon générale, comment ça s’est passé', 'Envoyer mon avis', 'Le résultat']) expect(shown(element)).to.contain(words);
    expect(shown(element)).not.to.contain('Ihre');
    served.restore();
    const english = await make('uk-service', { lang: 'ar' });
    expect([find(english, 'section').lang, english.matches(':state(rtl)')]).to.deep.equal(['en-GB', false]);
    served.restore();
    const own = await make('fr-jdma', { lang: 'fr' });
    expect(find(own, 'section').hasAttribute('lang')).to.equal(false);
    expect(labels(own)).to.deep.equal(['Pas bien', 'Moyen', 'Très bien']);
  });

  it('reads the result of its own profile, whatever language comes later', async () => {
    const element = await make('thumbs', { lang: 'es' });
    expect(served.requests.map(({ url }) => new URL(url).searchParams.get('profile'))).to.deep.equal(['thumbs']);
    element.profile = 'smileys';
    await says(element, '¿Cómo valora');
    await waitUntil(() => served.requests.length === 2);
    expect(new URL(served.requests[1]!.url).searchParams.get('profile')).to.equal('smileys');
  });

  it('speaks another language as soon as the page does', async () => {
    const element = await make('thumbs', { lang: 'de' });
    expect(labels(element)).to.deep.equal(['Hat geholfen', 'Hat nicht geholfen']);
    element.lang = 'es';
    await says(element, '¿Le ha ayudado «Passports»?');
    element.profile = 'us-a11';
    await says(element, 'for the American public');
    element.lang = 'fr';
    await new Promise((done) => void setTimeout(done, 100));
    expect(find(element, 'section').lang).to.equal('en-US');
    element.profile = 'simple';
    await says(element, 'Passports');
    await says(element, 'Envoyer');
    expect(find(element, 'section').hasAttribute('lang')).to.equal(false);
  });

  it('shows the result of a profile in its own words, as text and picture', async () => {
    const answer: RatingSummary = {
      subject, n: 12, minimum: 5, suppressed: false, min: 0, max: 1, profile: 'us-a11', mean: 0.75, satisfied: 0.75, reasons: [], intentions: [{ intention: 'good', count: 9 }, { intention: 'bad', count: 3 }],
      distribution: [{ value: 0, count: 3 }, { value: 1, count: 9 }], answers: [{ question: 'positive', counts: [{ code: 'ease', count: 4 }, { code: 'effectiveness', count: 7 }, { code: 'of-another-version', count: 2 }] }],
      period: { from: '2026-10-01', to: '2026-11-20' }, together: { n: 40, satisfied: 0.6, profiles: ['us-a11', 'simple'] },
    };
    const element = await make('us-a11', { answer });
    expect(find(element, '[part=mean]').textContent).to.equal('75% positive answers');
    expect(all(element, 'tbody tr').map((row) => row.textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal(['Agree 75% 9', 'Disagree 25% 3']);
    expect(all(element, '.bar .filled').map((bar) => bar.getAttribute('width'))).to.deep.equal(['75%', '25%']);
    expect(all(element, '.given').map((each) => each.textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal(['What went well? My need was addressed 7It was easy to complete what I needed to do 4']);
    for (const words of ['12 answers', 'Oct 1, 2026 to Nov 20, 2026', 'All ways of asking together: 60% positive of 40 answers.', 'Not a representative survey']) expect(shown(element)).to.contain(words);
    served.restore();
    const suppressed = await make('fr-jdma', { answer: few });
    expect(all(suppressed, 'table')).to.have.length(0);
  });

  it('remembers each profile of a page for itself', async () => {
    const element = await make('yes-no');
    await press(element, 'Yes');
    find(element, '[part=send]').click();
    await says(element, 'Your answer: Yes');
    served.restore();
    const again = await make('yes-no');
    expect(shown(again)).to.match(/Your answer on \w+ \d+, \d{4}: Yes/);
    served.restore();
    expect(labels(await make('thumbs'))).to.have.length(2);
  });

  describe('of the page’s own', () => {
    it('asks, with every text as text, and sends codes with what they mean', async () => {
      const element = await make(own);
      expect(labels(element)).to.deep.equal(['<b>Yes</b>', 'So so', 'No']);
      expect(all(element, 'b')).to.have.length(0);
      await press(element, 'No');
      find(element, '[part=send]').click();
      await says(element, 'Why not?: Please fill this in.');
      write(element, '#why', ' Too loud ');
      find(element, '[part=send]').click();
      await says(element, 'The library says thank you');
      const { profile, score, intention, answers } = (await sent())[0]!;
      expect([profile, score, intention, answers]).to.deep.equal(['library', { value: 0, min: 0, max: 2 }, 'very_bad', { why: 'Too loud' }]);
    });

    it('is read from a script in the element, in the language of the page', async () => {
      served = serve({ 'GET /hub/v1/ratings/summary': json(few) });
      const element = document.createElement('civic-rating');
      Object.assign(element, { lang: 'de', endpoint: '/hub', subject });
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(own);
      element.append(script);
      (await fixture(html`<div></div>`)).append(element);
      await becomes(element, 'ready');
      expect(shown(element)).to.contain('Haben Sie sich willkommen gefühlt?');
    });

    const broken: readonly [string, (profile: Record<string, unknown>, questions: Record<string, unknown>[]) => unknown, string][] = [
      ['no questions', (profile) => ({ ...profile, questions: [] }), 'questions: write a list of 1 to 20 questions.'],
      ['the name of another', (profile) => ({ ...profile, name: 'us-a11' }), 'name: "us-a11" is a profile that everybody knows.'],
      ['no score', (profile, [first]) => ({ ...profile, questions: [{ ...first, field: undefined }] }), 'questions[0].field: the first question is the score'],
      ['a score of two options', (profile, [first]) => ({ ...profile, questions: [{ ...first, kind: 'several' }] }), 'questions[0].kind: write one of "scale", "one".'],
      ['an option without meaning', (profile, [first]) => ({ ...profile, questions: [{ ...first, options: [{ code: 'a', value: 1, label: 'A' }, { code: 'b', value: 2, label: 'B' }] }] }), 'questions[0].options[0].intention: write one of "very_good"'],
      ['half a value', (profile, [first]) => ({ ...profile, questions: [{ ...first, options: [{ code: 'a', value: 1.5, intention: 'good', label: 'A' }, { code: 'b', value: 2, intention: 'bad', label: 'B' }] }] }), 'questions[0].options[0].value: write a whole number'],
      ['a question that comes later', (profile, [first, second]) => ({ ...profile, questions: [first, { ...second, when: { question: 'later', in: ['x'] } }] }), 'questions[1].when.question: write the code of an earlier question: welcome.'],
      ['a name that every object has', (profile, [first, second]) => ({ ...profile, questions: [first, { ...second, code: 'constructor' }] }), 'questions[1].code: write a short name'],
      ['a misspelt word', (profile, [first, second]) => ({ ...profile, questions: [first, { ...second, requird: true }] }), 'questions[1]: "requird" means nothing here.'],
      ['text that is none', (profile, [first, second]) => ({ ...profile, questions: [first, { ...second, label: { en: 7 } }] }), 'questions[1].label: write a text'],
      ['a list', () => [], 'the profile: write an object in curly brackets.'],
    ];
    for (const [title, change, message] of broken) {
      it(`says where it is wrong, and the way out: ${title}`, async () => {
        const described = JSON.parse(JSON.stringify(own)) as Record<string, unknown> & { questions: Record<string, unknown>[] };
        const element = await make(change(described, described.questions) as OwnProfile, { phase: 'failed' });
        expect(shown(element)).to.contain('The question cannot be shown').and.to.contain(message);
        expect(all(element, 'form')).to.have.length(0);
        expect(served.requests).to.have.length(0);
      });
    }

    it('leaves the page’s own form, which works without scripts, where a profile cannot be asked', async () => {
      served = serve({});
      const element = await fixture<CivicRating>(html`<civic-rating lang="en" endpoint="/hub" profile="nps"><form><input name="score" value="4" /></form></civic-rating>`);
      await becomes(element, 'failed');
      await element.updateComplete;
      expect(element.querySelector('form')!.offsetParent).not.to.equal(null);
    });

    it('names the profiles that there are where a name is none of them', async () => {
      const element = await make('constructor', { phase: 'failed' });
      expect(shown(element)).to.contain('profile: there is none called “constructor”. Write simple, yes-no, thumbs, smileys, it-agid, us-a11, fr-jdma, uk-service, or describe your own');
      await expect(element).to.be.accessible();
    });
  });

  describe('before something personal is sent', () => {
    it('asks once, and sends it only then', async () => {
      const element = await make('uk-service');
      await press(element, 'Satisfied');
      write(element, 'textarea', 'Write to me: anna@city.example or 030 1234567');
      find(element, '[part=send]').click();
      await says(element, 'This looks like personal data');
      expect(focused()!.getAttribute('part')).to.equal('personal');
      expect(all(element, '[part=personal] li').map(({ textContent }) => textContent)).to.deep.equal(['anna@city.example', '030 1234567']);
      expect(await sent()).to.have.length(0);
      await expect(element).to.be.accessible();
      find<HTMLButtonElement>(element, '[part=personal] button').click();
      await element.updateComplete;
      await element.updateComplete;
      expect(focused()!.localName).to.equal('textarea');
      expect(all(element, '[part=personal]')).to.have.length(0);
      find(element, '[part=send]').click();
      await says(element, 'This looks like personal data');
      find(element, '[part=anyway]').click();
      await says(element, 'Thank you for your feedback');
      expect((await sent())[0]!.comment).to.contain('anna@city.example');
    });
  });
});
