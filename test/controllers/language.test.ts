import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { Language } from '../../src/controllers/language.js';
import { PhaseStates } from '../../src/controllers/phase.js';

class SpeakingElement extends LitElement {
  readonly language = new Language(this, new PhaseStates(this));

  protected override render(): TemplateResult {
    return html`${this.language.ready ? `${this.language.tag} ${this.language.number(1234.5)} ${this.language.say.reading.retry}` : ''}`;
  }
}
customElements.define('speaking-element', SpeakingElement);

const spoken = async (element: Element | null, wanted: RegExp): Promise<void> => {
  await waitUntil(() => wanted.test(element?.shadowRoot?.textContent ?? ''), `never said ${wanted}, but “${element?.shadowRoot?.textContent}”`);
};

describe('Language', () => {
  it('speaks the nearest language and writes its numbers', async () => {
    const box = await fixture(html`<div lang="de-AT"><p lang=""><speaking-element></speaking-element></p></div>`);
    await spoken(box.querySelector('speaking-element'), /^de-AT 1[\s.]?234,5 /);
  });

  it('finds the language through a shadow root', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="fr"><div></div></div>`);
    const inner = box.firstElementChild!.attachShadow({ mode: 'open' });
    inner.append(document.createElement('speaking-element'));
    await spoken(inner.firstElementChild, /^fr /);
  });

  it('follows when the page changes its language', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"><speaking-element></speaking-element></div>`);
    const element = box.querySelector('speaking-element');
    await spoken(element, /^en 1,234.5 Try again/);
    box.lang = 'es';
    await spoken(element, /^es /);
  });

  it('speaks English where it does not know the language, with that language’s numbers', async () => {
    const box = await fixture(html`<div lang="fi"><speaking-element></speaking-element></div>`);
    await spoken(box.querySelector('speaking-element'), /^fi 1\s234,5 Try again/);
  });

  it('survives a language tag that is none', async () => {
    const box = await fixture(html`<div lang="not a language!"><speaking-element></speaking-element></div>`);
    await spoken(box.querySelector('speaking-element'), /Try again/);
  });

  it('writes Arabic from right to left even where the page forgot to say so', async () => {
    const box = await fixture(html`<div lang="ar"><speaking-element></speaking-element></div>`);
    const element = box.querySelector('speaking-element')!;
    await waitUntil(() => element.matches(':state(rtl)'));
  });

  it('shows a day as precisely as it is known', async () => {
    const element = (await fixture<SpeakingElement>(html`<speaking-element lang="en"></speaking-element>`)).language;
    expect(element.date('2026')).to.equal('2026');
    expect(element.date('2026-11')).to.equal('November 2026');
    expect(element.date('2026-11-23')).to.equal('Nov 23, 2026');
    expect(element.date('soon')).to.equal('soon');
  });
});
