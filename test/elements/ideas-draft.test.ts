import { expect } from '@open-wc/testing';
import { emptyDraft, faultsOf, pointOf } from '../../src/elements/ideas/ideas.draft.js';

describe('the draft of an idea', () => {
  for (const [text, point] of [
    ['52.52, 13.405', { lat: 52.52, lon: 13.405 }],
    ['52,52; 13,405', { lat: 52.52, lon: 13.405 }],
    ['52,52 13,405', { lat: 52.52, lon: 13.405 }],
    ['52,52, 13,405', { lat: 52.52, lon: 13.405 }],
    ['geo:-33.8568,151.2153', { lat: -33.8568, lon: 151.2153 }],
    ['52,13', { lat: 52, lon: 13 }],
    ['52.5200081234° 13.4°', { lat: 52.52001, lon: 13.4 }],
    ['152.52, 13.405', undefined],
    ['52.52', undefined],
    ['Mill Street 12', undefined],
    ['', undefined],
  ] as const) {
    it(`reads “${text}” as ${point ? `${point.lat} north, ${point.lon} east` : 'no point'}`, () => {
      expect(pointOf(text)).to.deep.equal(point);
    });
  }

  it('has an id and a key of its own each time', () => {
    const [one, two] = [emptyDraft(), emptyDraft()];
    expect(one.id).not.to.equal(two.id);
    expect(one.key).not.to.equal(two.key);
    expect(one.key).to.match(/^[\w-]{24}$/);
  });

  it('counts what people wrote without the spaces around it', () => {
    const faults = faultsOf({ ...emptyDraft(), title: `   ${'a'.repeat(9)}   `, text: 'x'.repeat(4001), address: ' ' });
    expect(faults.map(({ path, code }) => [path, code])).to.deep.equal([['/title', 'too-short'], ['/text', 'too-long']]);
  });
});
