import { expect, waitUntil } from '@open-wc/testing';
import '../../src/elements/map/map.partly.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { fr } from '../../src/i18n/fr.js';
import { all, has, lisbon, one, search, shown, text, titles } from '../support/map-page.js';

/** Of 84,312 places eight were read; the source counts kinds, of which one is not among those. */
const part: Dataset = { ...lisbon, report: { ...lisbon.report, total: 84_312, groups: { column: 'kind', counts: [{ label: 'Park', count: 12_345 }, { label: 'Museum', count: 900 }, { label: 'Fountain', count: 5000 }] } } };

const figures = (element: CivicMap): string[] => all(element, '[part=facet]:first-of-type .bars .bar-row').map((value) => value.textContent!.replace(/\s+/g, ' ').trim());
const checkbox = (element: CivicMap, label: string): HTMLInputElement => all(element, '[part=facet]:first-of-type .bars .bar-row').find((value) => value.textContent!.includes(label))!.querySelector('input')!;

async function opened(data: Dataset, lang = 'en'): Promise<CivicMap> {
  const element = await shown(data, { lang });
  one(element, '[part=explore]').click();
  await waitUntil(() => has(element, data.report.groups ? '.bars-note' : '.bars'), 'there is something to choose from');
  return element;
}

describe('<civic-map> of a source that was read in part', () => {
  it('gives the numbers of the whole source, beside those that were read', async () => {
    const element = await opened(part);
    expect(figures(element)).to.deep.equal(['Park 12,345 · 2 read', 'Fountain 5,000 · 0 read', 'Museum 900 · 3 read', 'Castle 1 read', 'Aquarium 1 read', 'Not stated 1 read']);
    expect(text(element, '.bars-note')).to.equal('The first number counts the whole source (84,312 places), the second what was read of it. A choice shows only what was read.');
    expect(checkbox(element, 'Fountain').disabled, 'nothing of it was read').to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('says that a choice or a search looks only among what was read', async () => {
    const element = await opened(part);
    expect(text(element, '[part=count]')).to.equal('8 of 84,312 places');
    checkbox(element, 'Park').click();
    await element.updateComplete;
    expect([titles(element).length, text(element, '[role=status]')]).to.deep.equal([2, '2 of the 8 places that were read; the source has 84,312 in all.']);
    await search(element, 'nowhere');
    expect(text(element, '[role=status]')).to.equal('No place matches among the 8 that were read; the source has 84,312 in all.');
  });

  it('says so in the language of the reader', async () => {
    const element = await opened(part, 'fr');
    expect(one(element, '.bars-note').textContent).to.equal(fr.mapPartly.counted(84_312));
  });

  it('counts what was read where the source does not count', async () => {
    const element = await opened({ ...part, report: { ...part.report, groups: undefined } });
    expect([figures(element)[0], has(element, '.bars-note')]).to.deep.equal(['Museum 3', false]);
  });
});
