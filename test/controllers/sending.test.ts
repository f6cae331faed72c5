import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { Language } from '../../src/controllers/language.js';
import { PhaseStates } from '../../src/controllers/phase.js';
import { Sending } from '../../src/controllers/sending.js';
import { sending } from '../../src/i18n/en.sending.js';
import { SinkError } from '../../src/sinks/sink.js';

class SendingElement extends LitElement {
  readonly #language = new Language(this, new PhaseStates(this), { sending });
  readonly sending = new Sending(this);

  protected override render(): TemplateResult {
    return this.sending.render(this.#language);
  }
}
customElements.define('sending-element', SendingElement);

const make = (): Promise<SendingElement> => fixture<SendingElement>(html`<sending-element lang="en"></sending-element>`);
const never = (): Promise<string> => new Promise(() => undefined);

describe('Sending', () => {
  it('has its live regions before there is anything to say', async () => {
    const element = await make();
    const status = element.shadowRoot!.querySelector('[role=status]')!;
    expect(status.textContent).to.equal('');
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).to.equal('');
    void element.sending.send(never);
    await element.updateComplete;
    expect(status.textContent).to.contain('Sending…');
    expect(status.isConnected).to.equal(true);
  });

  it('sends one at a time', async () => {
    const { sending } = await make();
    let finish: ((value: string) => void) | undefined;
    const first = sending.send(() => new Promise<string>((done) => void (finish = done)));
    expect(await sending.send(async () => 'second')).to.equal(undefined);
    finish!('first');
    expect(await first).to.equal('first');
    expect(await sending.send(async () => 'third')).to.equal('third');
  });

  it('says why it failed and tells the webmaster more, until something new is sent', async () => {
    const element = await make();
    await element.sending.send(() => Promise.reject(new SinkError('not-allowed', 'Name it in the script tag.')));
    await waitUntil(() => element.shadowRoot!.textContent!.includes('This page may not send answers to that address.'));
    expect(element.shadowRoot!.textContent).to.contain('Name it in the script tag.');
    await expect(element).to.be.accessible();
    void element.sending.send(never);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).to.equal('');
  });

  it('stops when its element leaves the page, and says nothing of it', async () => {
    const element = await make();
    let aborted = false;
    const sent = element.sending.send((signal) => new Promise<string>((_, fail) => {
      signal.addEventListener('abort', () => {
        aborted = true;
        fail(signal.reason);
      });
    }));
    element.remove();
    expect(await sent).to.equal(undefined);
    expect(aborted).to.equal(true);
    expect(element.sending.error).to.equal(undefined);
    expect(element.sending.pending).to.equal(false);
  });
});
