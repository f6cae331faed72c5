import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/elements/roadmap/civic-roadmap.js';
import type { CivicRoadmap } from '../../src/elements/roadmap/civic-roadmap.js';
import type { CommitmentOpenEvent, IdeaOpenEvent } from '../../src/elements/roadmap/roadmap.events.js';
import type { Commitment, Plan } from '../../src/model/commitment.js';
import plan from '../../stories/data/plan.json';
import { json, serve, status, text } from '../support/fake-fetch.js';
import { prefer, preferNothing } from '../support/media.js';

const address = 'https://city.example/plan';
const nothing: Commitment = { id: '', title: '', status: 'planned', milestones: [], evidence: [], ideas: [], sdg: [] };
const commitment = (rest: Partial<Commitment>): Commitment => ({ ...nothing, ...rest });
const many = (count: number): Plan => ({ problems: [], commitments: Array.from({ length: count }, (_, i) => commitment({ id: `c${i}`, title: `Promise ${i}` })) });

const all = (element: CivicRoadmap, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const shown = (element: CivicRoadmap, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim();
const titles = (element: CivicRoadmap) => all(element, '[part=commitment] h3').map(words);
const titleOf = (element: CivicRoadmap, title: string) => all(element, '[part=commitment] h3 button').find((button) => words(button) === title)!;
const entryOf = (element: CivicRoadmap, title: string) => titleOf(element, title).closest('li')!;
const focused = (element: CivicRoadmap) => element.shadowRoot!.activeElement;
const live = (element: CivicRoadmap) => words(shown(element, '[part=count]'));

async function settled(element: CivicRoadmap): Promise<CivicRoadmap> {
  await waitUntil(() => !element.matches(':state(loading)'), 'it never left :state(loading)');
  await element.updateComplete;
  return element;
}

/** The plan of the stories, as it stands on 23 November 2026. */
async function roadmap({ lang = 'en', dir = 'ltr' } = {}): Promise<CivicRoadmap> {
  const box = await fixture(html`<div lang=${lang} dir=${dir}><civic-roadmap src=${address} today="2026-11-23"></civic-roadmap></div>`);
  return settled(box.querySelector('civic-roadmap')!);
}

async function given(value: Plan): Promise<CivicRoadmap> {
  const element = await fixture<CivicRoadmap>(html`<civic-roadmap lang="en" today="2026-11-23" .plan=${value}></civic-roadmap>`);
  return settled(element);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

async function choose(element: CivicRoadmap, selector: string, value: string): Promise<void> {
  const field = shown(element, selector) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'input' ? 'input' : 'change', { bubbles: true }));
  await element.updateComplete;
}

async function click(element: CivicRoadmap, target: HTMLElement): Promise<void> {
  target.click();
  await element.updateComplete;
}

const mark = (element: CivicRoadmap, label: string) => all(element, '[part=filters] [aria-pressed]').find((button) => words(button)!.startsWith(label))!;

describe('<civic-roadmap>', () => {
  let restore = () => {};
  beforeEach(() => ({ restore } = serve({ '/plan': json(plan) })));
  afterEach(() => {
    restore();
    history.replaceState(undefined, '', location.pathname + location.search);
  });

  describe('shows the plan', () => {
    it('by its title, its publisher, its dates and a sentence that counts', async () => {
      const element = await roadmap();
      expect(element.matches(':state(ready)')).to.equal(true);
      expect(words(shown(element, 'h2'))).to.equal('Climate plan 2030 of Bridgewater');
      expect(words(shown(element, '[part=summary]'))).to.equal('3 of 9 done, 3 under way, 1 not started, 1 paused, 1 dropped, 2 late');
      expect(words(shown(element, '.origin'))).to.equal('Updated Nov 10, 2026 Source: The plan as adopted Licence: CC BY 4.0');
      expect(all(element, '.origin a').map((link) => link.getAttribute('href'))).to.deep.equal(['https://bridgewater.example/climate-plan', 'https://creativecommons.org/licenses/by/4.0/']);
    });

    it('and says when nobody has kept it up', async () => {
      const element = await roadmap();
      expect(shown(element, '[part=stale]')).to.equal(null);
      element.today = '2027-09-12';
      await element.updateComplete;
      expect(words(shown(element, '[part=stale]'))).to.equal('Not updated for 10 months: what has happened since is not told here.');
    });

    it('with a bar whose strips are as long as their shares', async () => {
      const strips = [...(await roadmap()).shadowRoot!.querySelectorAll('[part=bar] rect')].map((strip) => [strip.getAttribute('class'), Math.round(Number.parseFloat(strip.getAttribute('width')!))]);
      expect(strips).to.deep.equal([['completed', 33], ['started', 33], ['planned', 11], ['paused', 11], ['cancelled', 11]]);
    });

    it('with each commitment’s status, body, due date and lateness', async () => {
      const element = await roadmap();
      const facts = (title: string) => words(entryOf(element, title).querySelector('.facts'));
      expect(facts('Protected cycle lane over the Old Bridge')).to.equal('Under way Late by 2 months Due Aug 31, 2026');
      expect(facts('Plant 2,000 street trees')).to.equal('Under way Due in 5 months April 2027');
      expect(facts('Half of all buses electric')).to.equal('Done Done 2 weeks early Due Jun 30, 2026');
      expect(facts('Heat plan for care homes')).to.equal('Done Done 2 months late Due May 1, 2025');
      expect(facts('Solar roofs on every school')).to.equal('Under way 1 step is late Due in 2 years 2028');
      expect(facts('Emissions published every quarter')).to.equal('Done');
      expect(words(entryOf(element, 'Congestion charge in the old town').querySelector('[part=reason]'))).to.contain('The council voted against it');
      expect(words(entryOf(element, 'Half of all buses electric').querySelector('.responsible'))).to.equal('Responsible: Transit Authority');
    });

    it('with a named progress bar, as stated or by the steps, and none where nothing tells', async () => {
      const element = await roadmap();
      const bar = (title: string) => entryOf(element, title).querySelector('progress');
      expect(bar('Plant 2,000 street trees')!.value).to.equal(0.62);
      expect(bar('Plant 2,000 street trees')!.getAttribute('aria-label')).to.equal('Progress: Plant 2,000 street trees');
      expect(words(entryOf(element, 'Protected cycle lane over the Old Bridge').querySelector('.progress'))).to.equal('1 of 3 steps done');
      expect(bar('Protected cycle lane over the Old Bridge')!.value).to.be.closeTo(1 / 3, 0.001);
      expect(bar('District heating from river water')).to.equal(null);
    });

    it('with a status picture of a different shape for each', async () => {
      const shapes = all(await roadmap(), '[part=commitment-status] svg').map((picture) => picture.innerHTML.replace(/<!--.*?-->/g, ''));
      expect(new Set(shapes).size).to.equal(5);
    });

    it('with the page’s own label as its name', async () => {
      const element = await roadmap();
      element.label = 'Our promises';
      await element.updateComplete;
      expect(words(shown(element, 'h2'))).to.equal('Our promises');
      expect(shown(element, 'section')!.getAttribute('aria-label')).to.equal('Our promises');
    });

    it('that the page sets itself', async () => {
      const element = await given({ title: 'Mine', commitments: [commitment({ id: 'a', title: 'Only one' })], problems: [] });
      expect(titles(element)).to.deep.equal(['Only one']);
      expect(element.plan?.title).to.equal('Mine');
      element.src = address;
      element.plan = undefined;
      await waitUntil(() => titles(element).length === 9);
    });
  });

  describe('opens a commitment', () => {
    it('with its steps in order, how each stands, and which is next', async () => {
      const element = await roadmap();
      await click(element, titleOf(element, 'Protected cycle lane over the Old Bridge'));
      const steps = [...entryOf(element, 'Protected cycle lane over the Old Bridge').querySelectorAll('[part=milestone]')];
      expect(steps.map(words)).to.deep.equal([
        'Design with the cycling council Met Oct 9, 2025 Due October 2025 Done on time',
        'Repair of the bearings Next step Not met Due Jun 30, 2026 Late by 4 months',
        'Lane opened Planned Due Aug 31, 2026 Late by 2 months',
      ]);
      expect(steps.map((step) => step.getAttribute('aria-current'))).to.deep.equal([null, 'step', null]);
      expect(steps[0]!.parentElement!.localName).to.equal('ol');
    });

    it('with its money, evidence, ideas and goals', async () => {
      const element = await roadmap();
      await click(element, titleOf(element, 'Plant 2,000 street trees'));
      const detail = entryOf(element, 'Plant 2,000 street trees').querySelector('[part=detail]')!;
      const facts = Object.fromEntries([...detail.querySelectorAll('dl > div')].map((fact) => [words(fact.querySelector('dt')), words(fact.querySelector('dd'))]));
      expect(facts).to.deep.equal({
        Theme: 'Green city', Start: 'March 2024', Budget: 'Planned €1,450,000 Spent €899,000 62% of the plan', Evidence: 'Tree register', 'Came from ideas': 'Idea 1Idea 2', 'Sustainable Development Goals': '11.7 · 13.1',
      });
      const evidence = detail.querySelector('a[href*=data]')!;
      expect(evidence.getAttribute('rel')).to.contain('noopener');
    });

    it('and tells the page which', async () => {
      const element = await roadmap();
      setTimeout(() => titleOf(element, 'Solar roofs on every school').click());
      const event = (await oneEvent(element, 'civic-commitment-open')) as CommitmentOpenEvent;
      expect(event.commitment.id).to.equal('solar');
      expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
    });

    it('and lets the page show an idea itself', async () => {
      const element = await roadmap();
      await click(element, titleOf(element, 'Plant 2,000 street trees'));
      const link = entryOf(element, 'Plant 2,000 street trees').querySelector<HTMLAnchorElement>('a[href*="#civic-idea="]')!;
      element.addEventListener('civic-idea-open', (event) => event.preventDefault(), { once: true });
      setTimeout(() => link.click());
      const event = (await oneEvent(element, 'civic-idea-open')) as IdeaOpenEvent;
      expect(event.idea).to.equal('6f4e0d6e-6c5b-4c7e-9d0a-2d8f51f1a001');
      expect(location.hash).to.equal('');
      link.click();
      await waitUntil(() => location.hash === '#civic-idea=6f4e0d6e-6c5b-4c7e-9d0a-2d8f51f1a001', 'the page goes there');
    });

    it('and leads to the page that has the ideas, and to no address that runs a script', async () => {
      const element = await roadmap();
      element.ideas = 'https://www.city.example/say?lang=en#top';
      await click(element, titleOf(element, 'Plant 2,000 street trees'));
      const href = (): string => entryOf(element, 'Plant 2,000 street trees').querySelector('a[href*="#civic-idea="]')!.getAttribute('href')!;
      expect(href()).to.equal('https://www.city.example/say?lang=en#civic-idea=6f4e0d6e-6c5b-4c7e-9d0a-2d8f51f1a001');
      element.ideas = 'javascript:alert(1)';
      await element.updateComplete;
      expect(href()).to.match(/^\/[^:]*#civic-idea=/);
    });

    it('and calls the ideas by their titles where the plan is a hub’s, once somebody opens it', async () => {
      const promise = (id: string, ideas: readonly string[]): object => ({ id, title: `Promise ${id}`, status: 'started', milestones: [], evidence: [], ideas, sdg: [] });
      const hub = serve({
        '/city/hub/v1/commitments': json({ commitments: [promise('one', ['a/1', 'held']), promise('two', ['b'])], problems: [] }),
        '/city/hub/v1/ideas/a%2F1': json({ id: 'a/1', title: '<b>Benches</b>' }), '/city/hub/v1/ideas/held': status(404), '/city/hub/v1/ideas/b': json({ id: 'b', title: 'Trees' }),
      });
      const asked = (): string[] => hub.requests.map(({ url }) => new URL(url).pathname);
      try {
        const element = await settled(await fixture<CivicRoadmap>(html`<civic-roadmap lang="en" src="/city/hub/v1/commitments?fresh#top"></civic-roadmap>`));
        expect(asked()).to.deep.equal(['/city/hub/v1/commitments']);
        titleOf(element, 'Promise one').click();
        const links = (): HTMLAnchorElement[] => [...entryOf(element, 'Promise one').querySelectorAll<HTMLAnchorElement>('a[href*="#civic-idea="]')];
        await waitUntil(() => links()[0]?.textContent === '<b>Benches</b>', 'not named', { timeout: 5000 });
        expect(links().map(({ hash, textContent }) => [hash, textContent])).to.deep.equal([['#civic-idea=a%2F1', '<b>Benches</b>'], ['#civic-idea=held', 'Idea 2']]);
        expect(asked().slice(1).sort()).to.deep.equal(['/city/hub/v1/ideas/a%2F1', '/city/hub/v1/ideas/held']);
      } finally {
        hub.restore();
      }
    });

    it('that the browser’s own search finds in closed details', async () => {
      const element = await roadmap();
      const detail = entryOf(element, 'Plant 2,000 street trees').querySelector('[part=detail]')!;
      expect(detail.getAttribute('hidden')).to.equal('until-found');
      detail.dispatchEvent(new Event('beforematch'));
      await element.updateComplete;
      expect(titleOf(element, 'Plant 2,000 street trees').getAttribute('aria-expanded')).to.equal('true');
    });

    it('that the page’s address names, and scrolls to it', async () => {
      location.hash = '#civic-commitment=report';
      const element = await roadmap();
      await waitUntil(() => focused(element) === titleOf(element, 'Emissions published every quarter'));
      expect(titleOf(element, 'Emissions published every quarter').getAttribute('aria-expanded')).to.equal('true');
      await choose(element, '#search', 'bridge');
      location.hash = '#civic-commitment=trees';
      await waitUntil(() => titles(element).length === 9 && focused(element) === titleOf(element, 'Plant 2,000 street trees'));
      const { top } = titleOf(element, 'Plant 2,000 street trees').getBoundingClientRect();
      expect(top).to.be.within(-1, innerHeight);
    });

    it('by a link that others can follow', async () => {
      const element = await roadmap();
      const link = entryOf(element, 'Plant 2,000 street trees').querySelector<HTMLAnchorElement>('.links a')!;
      expect(new URL(link.href).hash).to.equal('#civic-commitment=trees');
      link.click();
      await waitUntil(() => titleOf(element, 'Plant 2,000 street trees').getAttribute('aria-expanded') === 'true');
    });
  });

  describe('lets people choose', () => {
    it('by status, by what is late, by theme, body and words, and says how many are left', async () => {
      const element = await roadmap();
      expect(live(element)).to.equal('9 of 9 commitments');
      await click(element, mark(element, 'Done'));
      expect(mark(element, 'Done').getAttribute('aria-pressed')).to.equal('true');
      expect(live(element)).to.equal('3 of 9 commitments');
      await click(element, mark(element, 'Done'));
      await click(element, mark(element, 'Late'));
      expect(titles(element)).to.deep.equal(['Protected cycle lane over the Old Bridge', 'Solar roofs on every school']);
      await choose(element, '#theme', 'Energy');
      expect(titles(element)).to.deep.equal(['Solar roofs on every school']);
      await choose(element, '#search', 'nowhere');
      expect(live(element)).to.equal('No commitment matches this choice.');
      await click(element, shown(element, '[part=reset]')!);
      expect(live(element)).to.equal('9 of 9 commitments');
      expect(focused(element)).to.equal(shown(element, '#search'));
      expect((shown(element, '#search') as HTMLInputElement).value).to.equal('');
      await choose(element, '#responsible', 'Roads Department');
      expect(live(element)).to.equal('2 of 9 commitments');
    });

    it('with counts on every choice, under the other choices', async () => {
      const element = await roadmap();
      const counts = () => all(element, '[part=filters] [aria-pressed]').map(words);
      expect(counts()).to.deep.equal(['Done 3', 'Under way 3', 'Not started 1', 'Paused 1', 'Dropped 1', 'Late 2']);
      await choose(element, '#theme', 'Mobility');
      expect(counts()).to.deep.equal(['Done 1', 'Under way 1', 'Not started 0', 'Paused 0', 'Dropped 1', 'Late 1']);
      expect(all(element, '#theme option').map(words)).to.deep.equal(['All', 'Energy (3)', 'Green city (2)', 'Health (1)', 'Mobility (3)']);
    });

    it('in the order of lateness, of due dates or of titles', async () => {
      const element = await roadmap();
      expect(titles(element)[0]).to.equal('Protected cycle lane over the Old Bridge');
      await choose(element, '#sort', 'due');
      expect(titles(element).slice(0, 2)).to.deep.equal(['Heat plan for care homes', 'Half of all buses electric']);
      await choose(element, '#sort', 'title');
      expect(titles(element).slice(0, 2)).to.deep.equal(['Congestion charge in the old town', 'District heating from river water']);
    });

    it('thirty at a time where there are more than forty', async () => {
      const element = await given(many(75));
      expect(titles(element)).to.have.length(30);
      expect(live(element)).to.equal('75 of 75 commitments');
      await click(element, shown(element, '[part=more]')!);
      await waitUntil(() => focused(element) === titleOf(element, 'Promise 30'));
      expect(titles(element)).to.have.length(60);
      expect(words(shown(element, '[part=more]'))).to.equal('Show 15 more');
      await click(element, shown(element, '[part=more]')!);
      expect(shown(element, '[part=more]')).to.equal(null);
      expect(titles(await given(many(40)))).to.have.length(40);
    });

    it('but gives paper everything', async function test(this: Mocha.Context) {
      const element = await given(many(75));
      window.dispatchEvent(new Event('beforeprint'));
      await element.updateComplete;
      expect(titles(element)).to.have.length(75);
      await prefer(this, { media: 'print' });
      const detail = shown(element, '[part=detail]')!;
      expect([getComputedStyle(detail).display, getComputedStyle(detail).contentVisibility]).to.deep.equal(['grid', 'visible']);
      await preferNothing();
    });
  });

  describe('is worked by keyboard alone', () => {
    it('from the filters to a commitment and into it', async () => {
      const element = await roadmap();
      shown(element, '.origin a:last-of-type')!.focus();
      while (words(focused(element)) !== 'Late 2') await press('Tab');
      await press('Space');
      expect(live(element)).to.equal('2 of 9 commitments');
      await press('Tab');
      expect(focused(element)).to.equal(shown(element, '#search'));
      await sendKeys({ type: 'lane' });
      expect(live(element)).to.equal('1 of 9 commitments');
      while (focused(element)?.localName !== 'button' || focused(element)?.part.contains('reset')) await press('Tab');
      expect(words(focused(element))).to.equal('Protected cycle lane over the Old Bridge');
      await press('Enter');
      expect(focused(element)!.getAttribute('aria-expanded')).to.equal('true');
      await press('Tab');
      expect(words(focused(element))).to.equal('Link to this commitment');
    });

    it('with a visible focus and large targets', async () => {
      const element = await roadmap();
      for (const target of all(element, 'button, select, input')) expect(target.getBoundingClientRect().height, words(target)!).to.be.at.least(44);
      shown(element, '#search')!.focus();
      await press('Tab');
      expect(focused(element)).to.equal(shown(element, '#theme'));
      expect(getComputedStyle(focused(element)!).outlineStyle).to.equal('solid');
    });
  });

  describe('says what is going on', () => {
    it('while it waits, with the page’s own fallback', async () => {
      restore();
      ({ restore } = serve({ '/plan': ({ signal }) => new Promise<Response>((_, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error))) }));
      const element = await fixture<CivicRoadmap>(html`<civic-roadmap lang="en" src=${address}><a href="/plan.pdf">The plan</a></civic-roadmap>`);
      await waitUntil(() => shown(element, '[role=status]'));
      expect(element.matches(':state(loading)')).to.equal(true);
      expect(shown(element, 'slot:not([name])')).not.to.equal(null);
    });

    it('when there is nothing in the plan', async () => {
      const element = await given({ commitments: [], problems: [] });
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(words(shown(element, '[role=status]'))).to.equal('This plan has no commitments yet.');
    });

    for (const [title, answer, sentence] of [
      ['refuses', status(403), 'refused to hand it out'],
      ['has moved', status(404), 'no longer at this address'],
      ['is a web page', text('<!doctype html><p>Sorry'), 'shows a web page'],
      ['is broken', text('[{'), 'cannot be read'],
    ] as const) {
      it(`when the address ${title}, and reads again`, async () => {
        restore();
        ({ restore } = serve({ '/plan': answer }));
        const element = await roadmap();
        expect(element.matches(':state(failed)')).to.equal(true);
        expect(words(shown(element, '[role=alert]'))).to.contain(sentence);
        restore();
        ({ restore } = serve({ '/plan': json(plan) }));
        shown(element, '[part=retry]')!.click();
        await waitUntil(() => titles(element).length === 9);
      });
    }

    it('when records cannot be read, to the webmaster', async () => {
      restore();
      ({ restore } = serve({ '/plan': text('title,status,due\nPark,fluffy,7/10/2019\n') }));
      const element = await roadmap();
      expect(titles(element)).to.deep.equal(['Park']);
      expect(words(shown(element, '[part=problems] summary'))).to.equal('2 places in the source could not be read (For the webmaster)');
      expect(all(element, '[part=problems] li').map(words)[0]).to.contain('Record 1: Status “fluffy” is not known');
    });
  });

  describe('is safe', () => {
    it('shows markup as text and gives no address that runs', async () => {
      const evil = '<img src=x onerror="globalThis.hacked = true"><script>globalThis.hacked = true</script>';
      const link = { title: evil, url: 'javascript:globalThis.hacked=true' };
      const element = await given({
        title: evil, description: evil, publisher: evil, source: link, licence: link, problems: [{ row: 1, reason: evil }],
        commitments: [commitment({ id: evil, title: evil, description: evil, responsible: evil, theme: evil, reason: evil, evidence: [link], source: link, ideas: ['"><b>', 'javascript:1'], ogp: evil, sdg: [evil], dueDate: evil, planned: { amount: 1, currency: evil }, milestones: [{ id: '1', title: evil, description: evil, status: 'met', dueDate: evil, dateMet: evil }] })],
      });
      await click(element, all(element, 'h3 button')[0]!);
      expect(all(element, 'img, script, b:not(.money b)')).to.deep.equal([]);
      expect(words(shown(element, 'h2'))).to.equal(evil);
      for (const anchor of all(element, 'a')) expect((anchor as HTMLAnchorElement).protocol).to.match(/^https?:$/);
      expect((globalThis as unknown as { hacked?: boolean }).hacked).to.equal(undefined);
    });

    it('needs no style attribute and no inline script, as a strict policy asks', async () => {
      const element = await roadmap();
      await click(element, titleOf(element, 'Plant 2,000 street trees'));
      expect(all(element, '[style], script, [onclick]')).to.deep.equal([]);
    });
  });

  describe('is accessible', () => {
    const open = async (element: CivicRoadmap) => {
      await click(element, titleOf(element, 'Protected cycle lane over the Old Bridge'));
      await click(element, titleOf(element, 'Plant 2,000 street trees'));
    };

    for (const [title, options, scheme] of [['in light', {}, 'light'], ['in dark', {}, 'dark'], ['from right to left', { lang: 'ar', dir: 'rtl' }, 'light']] as const) {
      it(title, async () => {
        document.documentElement.style.colorScheme = scheme;
        const element = await roadmap(options);
        if (title === 'in light') await click(element, mark(element, 'Under way'));
        await open(element);
        await expect(element).to.be.accessible();
        document.documentElement.style.colorScheme = '';
      });
    }

    it('on 320 px, without a second scroll bar', async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await roadmap();
      await open(element);
      for (const part of all(element, '*')) {
        const { left, right } = part.getBoundingClientRect();
        if (!part.closest('.visually-hidden')) expect(right <= 321 && left >= -1, `${part.localName}.${part.className} reaches ${left} … ${right}`).to.equal(true);
      }
      await setViewport({ width: 800, height: 600 });
    });

    it('when the reader wants no motion', async function test(this: Mocha.Context) {
      await prefer(this, { reducedMotion: 'reduce' });
      const element = await roadmap();
      expect(Number.parseFloat(getComputedStyle(shown(element, '.chevron')!).transitionDuration)).to.be.lessThan(0.01);
      await preferNothing();
    });
  });

  it('runs from right to left in Arabic, the bar too', async () => {
    const element = await roadmap({ lang: 'ar', dir: 'rtl' });
    expect(getComputedStyle(element).direction).to.equal('rtl');
    expect(getComputedStyle(shown(element, '[part=bar]')!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    const entry = entryOf(element, 'Protected cycle lane over the Old Bridge');
    const title = titleOf(element, 'Protected cycle lane over the Old Bridge');
    expect(title.querySelector('bdi')!.getBoundingClientRect().right).to.be.closeTo(title.getBoundingClientRect().right - 8, 1);
    expect(getComputedStyle(entry).borderRightWidth).to.equal('4px');
  });

  it('writes numbers and dates as the page’s language does', async () => {
    const element = await roadmap({ lang: 'de' });
    expect(words(entryOf(element, 'Protected cycle lane over the Old Bridge').querySelector('time'))).to.equal('31.08.2026');
    expect(words(entryOf(element, 'Plant 2,000 street trees').querySelector('.money b'))).to.equal('1.450.000 €');
  });
});
