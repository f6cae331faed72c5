import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Ticking } from '../../src/controllers/ticking.js';
import type { Live } from '../../src/model/dataset.js';
import { fastClock, seem } from '../support/fast-clock.js';

interface Value {
  readonly n: number;
  readonly live?: Live;
}

class Clock extends LitElement {
  reads: AbortSignal[] = [];
  shown: number[] = [];
  fails = false;
  readonly ticking = new Ticking<Value>(this, {
    read: (signal) => {
      this.reads.push(signal);
      return this.fails ? Promise.reject(new Error('no')) : Promise.resolve({ n: this.reads.length, live: { every: 25_000 } });
    },
    renewed: ({ n }) => void this.shown.push(n),
  });
}
customElements.define('test-clock', Clock);

const later = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

describe('Ticking', () => {
  let clock = { restore: (): void => {} };
  beforeEach(() => void (clock = fastClock()));
  afterEach(() => {
    clock.restore();
    seem(undefined);
  });

  const started = async (value: Value = { n: 0, live: { every: 25_000 } }): Promise<Clock> => {
    const element = await fixture<Clock>(html`<test-clock></test-clock>`);
    element.ticking.follow(value);
    return element;
  };

  it('reads again and again', async () => {
    const element = await started();
    await waitUntil(() => element.shown.length >= 3);
    expect(element.shown.slice(0, 3)).to.deep.equal([1, 2, 3]);
    expect(element.ticking.failing).to.equal(false);
  });

  it('leaves alone what does not change', async () => {
    const element = await started({ n: 0 });
    await later(100);
    expect(element.reads).to.deep.equal([]);
  });

  it('rests while the page is hidden, and catches up when it is seen again', async () => {
    const element = await started();
    seem('hidden');
    await later(100);
    expect(element.reads.length).to.be.at.most(1);
    const before = element.reads.length;
    seem('visible');
    await waitUntil(() => element.reads.length > before);
  });

  it('goes on after a failure and says that there is one', async () => {
    const element = await started();
    element.fails = true;
    await waitUntil(() => element.ticking.failing);
    expect(element.shown).to.deep.equal([]);
    element.fails = false;
    await waitUntil(() => element.shown.length > 0);
    expect(element.ticking.failing).to.equal(false);
  });

  it('stops, and stops reading, when the host is gone', async () => {
    const element = await started();
    await waitUntil(() => element.reads.length > 0);
    element.remove();
    await later(20);
    const { length } = element.reads;
    await later(100);
    expect(element.reads.length).to.equal(length);
  });

  it('never asks more often than every 15 seconds', async () => {
    const delays: number[] = [];
    const { setTimeout } = globalThis;
    globalThis.setTimeout = ((work: () => void, delay = 0) => {
      if (delay > 5000) delays.push(delay);
      return setTimeout(work, delay);
    }) as typeof globalThis.setTimeout;
    await started({ n: 0, live: { every: 1 } });
    await waitUntil(() => delays.length > 0);
    globalThis.setTimeout = setTimeout;
    expect(Math.min(...delays)).to.be.greaterThan(14_000);
  });
});
