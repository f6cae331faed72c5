import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Language } from '../../src/controllers/language.js';
import { PhaseStates } from '../../src/controllers/phase.js';
import { Reading } from '../../src/controllers/reading.js';
import { SourceError, type ReadOptions } from '../../src/sources/source.js';

let read: (address: URL, options: ReadOptions) => Promise<string> = async () => '';

class ReadingElement extends LitElement {
  @property() src = '';

  readonly #states = new PhaseStates(this);
  readonly #language = new Language(this, this.#states);
  readonly reading = new Reading<string>(this, {
    states: this.#states,
    language: this.#language,
    what: () => [this.src],
    read: (address, options) => read(address, options),
    empty: (value) => value === '',
  });

  protected override render(): unknown {
    return this.reading.render((value) => html`<p>${value}</p>`, () => html`<p>nothing</p>`);
  }
}
customElements.define('reading-element', ReadingElement);

const shown = (element: Element): string => element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();
const becomes = (element: Element, phase: string): Promise<void> => waitUntil(() => element.matches(`:state(${phase})`), `never ${phase}`);
const make = (src = '/a', markup = html`<a href="/a">the file</a>`): Promise<ReadingElement> =>
  fixture<ReadingElement>(html`<reading-element lang="en" src=${src}>${markup}</reading-element>`);

describe('Reading', () => {
  it('shows what was read', async () => {
    read = async (address) => `read ${address.pathname}`;
    const element = await make();
    await becomes(element, 'ready');
    expect(shown(element)).to.equal('read /a');
  });

  it('is empty where nothing is there', async () => {
    read = async () => '';
    const element = await make();
    await becomes(element, 'empty');
    expect(element.matches(':state(ready)'), 'what is empty can be used').to.equal(true);
    expect(shown(element)).to.equal('nothing');
  });

  it('keeps the page’s own fallback in sight until there is something better', async () => {
    let finish: ((value: string) => void) | undefined;
    read = () => new Promise((done) => void (finish = done));
    const element = await make();
    const slot = (): HTMLSlotElement | null => element.shadowRoot!.querySelector('slot');
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(slot()!.assignedElements()[0]!.textContent).to.equal('the file');
    await waitUntil(() => finish && shown(element).includes('Loading'));
    finish!('done');
    await becomes(element, 'ready');
    expect(slot()).to.equal(null);
  });

  it('says what failed, tells the webmaster why, and reads again on request', async () => {
    read = async () => {
      throw new SourceError('cors', 'data.example does not send Access-Control-Allow-Origin.');
    };
    const element = await make();
    await becomes(element, 'failed');
    expect(shown(element)).to.contain('does not let other pages show it');
    expect(shown(element)).to.contain('data.example does not send');
    expect(element.shadowRoot!.querySelector('a')!.href).to.equal(new URL('/a', document.baseURI).href);
    await expect(element).to.be.accessible();
    read = async () => 'better now';
    element.shadowRoot!.querySelector('button')!.click();
    await becomes(element, 'ready');
    expect(shown(element)).to.equal('better now');
  });

  it('lists what there is to choose from where an address leads to many things', async () => {
    read = async () => {
      throw new SourceError('unknown', 'A catalogue.', { choices: [{ name: 'trees', title: 'Trees of the city' }, { name: 'benches' }] });
    };
    const element = await make();
    await becomes(element, 'failed');
    expect([...element.shadowRoot!.querySelectorAll('details li')].map(({ textContent }) => textContent)).to.deep.equal(['Trees of the city: trees', 'benches']);
  });

  it('can be stopped once much has come, and begun again', async () => {
    let aborted = false;
    read = (_, { signal, onProgress }) =>
      new Promise((_done, fail) => {
        onProgress?.({ loaded: 3_000_000, total: 90_000_000 });
        signal!.addEventListener('abort', () => {
          aborted = true;
          fail(signal!.reason as Error);
        });
      });
    const element = await make();
    await waitUntil(() => element.shadowRoot!.querySelector('[part=stop]'));
    expect(shown(element)).to.contain('3.0 of 90.0 MB');
    element.shadowRoot!.querySelector<HTMLElement>('[part=stop]')!.click();
    await becomes(element, 'failed');
    expect(aborted).to.equal(true);
    expect(shown(element)).to.contain('Loading was stopped.').and.not.to.contain('For the webmaster');
    read = async () => 'all of it';
    element.shadowRoot!.querySelector<HTMLElement>('[part=retry]')!.click();
    await becomes(element, 'ready');
  });

  it('refuses an address that is no web address', async () => {
    read = async () => 'never';
    const element = await make('javascript:alert(1)');
    await becomes(element, 'failed');
    expect(element.shadowRoot!.querySelector('a')).to.equal(null);
  });

  it('reads nothing before it is near the viewport', async () => {
    let reads = 0;
    read = async () => String((reads += 1));
    const box = await fixture<HTMLElement>(html`<div><div class="tall"></div><reading-element src="/a"></reading-element></div>`);
    const tall = box.firstElementChild as HTMLElement;
    tall.style.height = '5000px';
    const element = document.createElement('reading-element') as ReadingElement;
    element.src = '/a';
    box.append(element);
    await new Promise((done) => void setTimeout(done, 200));
    const before = reads;
    element.scrollIntoView();
    await becomes(element, 'ready');
    expect(reads).to.be.greaterThan(before);
  });

  it('stops reading when it leaves the page, and when it is told to read something else', async () => {
    const started: string[] = [];
    const aborted: string[] = [];
    read = (address, { signal }) => new Promise((_, fail) => {
      started.push(address.pathname);
      signal?.addEventListener('abort', () => {
        aborted.push(address.pathname);
        fail(signal.reason);
      });
    });
    const element = await make();
    await waitUntil(() => started.includes('/a'));
    element.src = '/b';
    await waitUntil(() => aborted.includes('/a') && started.includes('/b'));
    element.remove();
    await waitUntil(() => aborted.includes('/b'), 'still reading after it left');
  });

  it('reads again after it was moved in the middle of reading', async () => {
    let reads = 0;
    read = (_, { signal }) => new Promise((done, fail) => {
      reads += 1;
      if (reads > 1) done('moved');
      signal?.addEventListener('abort', () => fail(signal.reason));
    });
    const element = await make();
    await waitUntil(() => reads === 1);
    const { parentElement } = element;
    element.remove();
    await new Promise((done) => void setTimeout(done, 50));
    parentElement!.append(element);
    await becomes(element, 'ready');
    expect(shown(element)).to.equal('moved');
  });

  it('takes a value that the page made itself', async () => {
    read = async () => 'read';
    const element = await make('');
    element.reading.give('given');
    await becomes(element, 'ready');
    expect(shown(element)).to.equal('given');
  });
});
