import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Language } from '../../src/controllers/language.js';
import { Outbox } from '../../src/controllers/outbox.js';
import { changeLetter, readLetters, writeLetter } from '../../src/controllers/outbox.store.js';
import { PhaseStates } from '../../src/controllers/phase.js';
import { sending } from '../../src/i18n/en.sending.js';
import { nextAttempt, type Letter } from '../../src/model/letter.js';
import { SinkError } from '../../src/sinks/sink.js';
import { json, serve, status } from '../support/fake-fetch.js';
import { problem } from '../support/hub-answers.js';
import { emptyOutbox } from '../support/outbox.js';
import { find, shown } from '../support/shadow.js';

const hub = new URL('/hub/', location.href).href;

class OutboxHost extends LitElement {
  arrived: [Letter, unknown][] = [];
  taken: Letter[] = [];
  cannot = false;
  tried = 0;
  readonly #language = new Language(this, new PhaseStates(this), { sending });
  readonly outbox = new Outbox(this, {
    kinds: ['idea', 'support'], hub: () => hub, language: this.#language,
    arrived: (letter, answer) => this.arrived.push([letter, answer]),
    back: (letter) => {
      this.tried += 1;
      if (this.cannot) throw new Error('no form');
      this.taken.push(letter);
    },
  });

  protected override render(): unknown {
    return this.outbox.render();
  }
}
customElements.define('outbox-host', OutboxHost);

const unreachable = new SinkError('unreachable', 'no connection');
const letter = { kind: 'idea' as const, id: 'one', path: 'v1/ideas', body: { id: 'one', title: 'A bench' }, label: 'A bench' };

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('What could not be sent', () => {
  let served: ReturnType<typeof serve>;
  let host: OutboxHost;
  const posted = (): number => served.requests.filter(({ method }) => method === 'POST').length;
  beforeEach(async () => {
    await emptyOutbox();
    served = serve({ '/hub/v1/challenge': status(204) });
    host = await fixture<OutboxHost>(html`<outbox-host lang="en"></outbox-host>`);
  });
  afterEach(() => served.restore());

  it('is kept where it may arrive later, and only there', async () => {
    for (const reason of ['refused', 'invalid', 'conflict', 'not-allowed'] as const) expect(await host.outbox.keep(letter, new SinkError(reason, ''))).to.equal(false);
    expect(await host.outbox.keep(letter, unreachable)).to.equal(true);
    await host.updateComplete;
    expect(shown(host)).to.contain('Not sent yet').and.to.contain('A bench').and.to.match(/Next try: \d/);
    expect((await readLetters()).map(({ id, kind }) => [id, kind])).to.deep.equal([['one', 'idea']]);
  });

  it('goes out by itself when there is a connection again, and the element hears what was answered', async () => {
    await host.outbox.keep(letter, unreachable);
    served.restore();
    served = serve({ '/hub/v1/challenge': status(204), 'POST /hub/v1/ideas': json({ id: 'one', status: 'open' }, 201) });
    dispatchEvent(new Event('online'));
    await until(() => host.arrived.length > 0);
    expect(host.arrived.map(([{ id }, answer]) => [id, answer])).to.deep.equal([['one', { id: 'one', status: 'open' }]]);
    await host.updateComplete;
    expect(shown(host)).to.equal('');
    expect(await readLetters()).to.deep.equal([]);
    expect(posted()).to.equal(1);
  });

  it('is sent when that is pressed for, and waits longer after each failure', async () => {
    await host.outbox.keep(letter, unreachable);
    await host.updateComplete;
    const [{ due, attempts }] = (await readLetters()) as [Letter];
    find(host, '[part=send-now]').click();
    await until(async () => (await readLetters())[0]!.attempts > attempts);
    const [again] = (await readLetters()) as [Letter];
    expect(again.due).to.be.greaterThan(due);
    expect(again.claimed).to.equal(0);
  });

  it('can be taken back, with all that was written', async () => {
    await host.outbox.keep(letter, unreachable);
    await host.updateComplete;
    find(host, '[part=take-back]').click();
    await until(() => host.taken.length > 0);
    expect(host.taken[0]!.body).to.deep.equal(letter.body);
    expect(await readLetters()).to.deep.equal([]);
  });

  it('stays, with the reason, where the hub does not want it', async () => {
    await host.outbox.keep(letter, unreachable);
    served.restore();
    served = serve({ '/hub/v1/challenge': status(204), 'POST /hub/v1/ideas': problem(410) });
    dispatchEvent(new Event('online'));
    await until(async () => (await readLetters())[0]?.failure !== undefined);
    await until(() => shown(host).includes('by itself any more'));
    expect(shown(host)).to.contain('the server refused it');
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(posted()).to.equal(1);
  });

  it('is left to the page that is sending it', async () => {
    await host.outbox.keep(letter, unreachable);
    await changeLetter('one', (each) => ({ ...each, claimed: Date.now() + 60_000 }));
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(posted()).to.equal(0);
  });

  it('stays where the form in which it would stand does not come', async () => {
    host.cannot = true;
    await host.outbox.keep(letter, unreachable);
    await host.updateComplete;
    find(host, '[part=take-back]').click();
    await until(async () => host.tried > 0 && (await readLetters()).length > 0);
    await until(() => shown(host).includes('A bench'));
    expect((await readLetters()).map(({ body }) => body)).to.deep.equal([letter.body]);
  });

  describe('and is replaced', () => {
    const support = (method: 'PUT' | 'DELETE') => ({ kind: 'support' as const, id: 'support 7', path: 'v1/ideas/7/support', method, headers: { 'civic-supporter': 'me' }, about: '7', label: method });
    const sent = (): string[] => served.requests.filter(({ method }) => method !== 'GET').map(({ method, headers }) => `${method} ${headers.get('civic-supporter')}`);

    it('goes out as the last one was wanted, with nothing to prove', async () => {
      await host.outbox.keep(support('PUT'), unreachable);
      await host.outbox.put(support('DELETE'));
      expect((await readLetters()).map(({ label }) => label)).to.deep.equal(['DELETE']);
      served.restore();
      served = serve({ 'DELETE /hub/v1/ideas/7/support': json({ supports: 3, supported: false }) });
      // What is told while a round of sending ends is not heard: it is told again.
      await until(() => dispatchEvent(new Event('online')) && host.arrived.length > 0);
      expect(sent()).to.deep.equal(['DELETE me']);
      expect(served.requests).to.have.length(1);
    });

    it('goes out after the one that is on its way, never beside it', async () => {
      let answer: (response: Response) => void = () => undefined;
      served.restore();
      served = serve({
        'PUT /hub/v1/ideas/7/support': () => new Promise((resolve) => (answer = resolve)),
        'DELETE /hub/v1/ideas/7/support': json({ supports: 3, supported: false }),
      });
      await host.outbox.keep(support('PUT'), unreachable);
      dispatchEvent(new Event('online'));
      await until(() => sent().length === 1);
      await host.outbox.put(support('DELETE'));
      dispatchEvent(new Event('online'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(sent()).to.deep.equal(['PUT me']);
      answer(Response.json({ supports: 4, supported: true }));
      await until(async () => (await readLetters()).length === 0);
      expect(sent()).to.deep.equal(['PUT me', 'DELETE me']);
    });
  });

  it('is seen by a page that was open before another one kept it', async () => {
    const other = await fixture<OutboxHost>(html`<outbox-host lang="en"></outbox-host>`);
    await writeLetter({ ...letter, hub, made: 1, due: Date.now() + 60_000, attempts: 1, claimed: 0 });
    // What the other page writes down is an event here.
    localStorage.setItem('civic-elements outbox', 'true');
    dispatchEvent(new StorageEvent('storage', { key: 'civic-elements outbox' }));
    await until(() => shown(other).includes('A bench'));
  });

  it('waits longer and longer, as long as the server says at least, and an hour at most', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempts) => nextAttempt({ attempts }, 0) / 1000)).to.deep.equal([15, 60, 300, 900, 3600, 3600]);
    expect(nextAttempt({ attempts: 0 }, 0, 120)).to.equal(120_000);
  });
});
