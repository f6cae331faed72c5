import { expect, waitUntil } from '@open-wc/testing';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { classColours } from '../../src/elements/map/map.class-colours.js';
import { all, colourAt, drawn, frames, has, one, shown, text } from '../support/map-page.js';
import { dataset } from '../support/places.js';

type Position = readonly [number, number];

const square = (west: number, south: number, side: number): Position[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];

/** Five squares in the open Atlantic, from west to east, of which one has no number. */
const districts = dataset({
  columns: { name: ['A', 'B', 'C', 'D', 'E'], density: [10, 20, 1030.5, 40, undefined], kind: ['old', 'new', 'new', 'old', 'old'] },
  categories: ['kind'],
  roles: { title: 'name', category: 'kind' },
  places: [0, 1, 2, 3, 4].map((i) => ({ area: [square(-50 + 4 * i, 15, 4)] })),
});

const trees = dataset({
  columns: { name: ['Oak', 'Lime', 'Ash'], height: [1, 4, 16] },
  roles: { title: 'name' },
  places: [[-50, 15], [-40, 15], [-30, 15]].map((point) => ({ point: point as [number, number] })),
});

type Asked = Partial<Pick<CivicMap, 'colorBy' | 'classes' | 'classCount' | 'sizeBy' | 'labelBy' | 'show'>>;

async function looking(element: CivicMap, asked: Asked): Promise<CivicMap> {
  const titles = (): string => all(element, '.legend-title').map((title) => title.textContent).join();
  const before = titles();
  Object.assign(element, asked);
  await element.updateComplete;
  await waitUntil(() => titles() !== before || asked.labelBy || asked.show === 'points', 'what was asked for is there');
  await frames(8);
  return element;
}

const legend = (element: CivicMap): string[] => all(element, '[part=legend] li').map((entry) => entry.textContent!.replace(/\s+/g, ' ').trim());
const symbolOf = (entry: Element): string => entry.querySelector('.symbol')!.getAttribute('class')!.match(/symbol-\d+/)![0];

/** The colours of the canvas in the middle of the five squares. */
function colours(element: CivicMap): string[] {
  const { width, height } = one(element, 'canvas').getBoundingClientRect();
  return [-2, -1, 0, 1, 2].map((step) => {
    // Beside the map's own buttons, and at the other side the usual room.
    const [left, right] = [Math.min(76, width / 4), Math.min(44, width / 6, height / 6)];
    const side = (width - left - right) / 5;
    return colourAt(element, (width + left - right) / 2 + step * side, height / 2).join();
  });
}

describe('the looks of <civic-map>', () => {
  it('are classes with their bounds in the reader’s numbers, how many are in each, and what has no value', async () => {
    const element = await looking(await drawn(districts, { lang: 'de' }), { colorBy: 'density', classes: '15,30.5' });
    expect(text(element, '.legend-title')).to.equal('Density');
    expect(legend(element)).to.deep.equal(['10 bis 15 (1)', '15 bis 30,5 (1)', '30,5 bis 1030,5 (2)', 'Keine Angabe (1)']);
  });

  it('are the same in the list, beside the value', async () => {
    const element = await looking(await drawn(districts), { colorBy: 'density', classes: '15,30' });
    const entries = all(element, '[part=entry]');
    expect(entries.map(symbolOf)).to.deep.equal(['symbol-9', 'symbol-10', 'symbol-11', 'symbol-11', 'symbol-8']);
    expect(all(element, '[part=legend] li').map(symbolOf)).to.deep.equal(['symbol-9', 'symbol-10', 'symbol-11', 'symbol-8']);
    expect(entries[0]!.textContent).to.contain('Density');
    await expect(element).to.be.accessible();
  });

  it('fill areas with the colours of the legend', async () => {
    const element = await looking(await drawn(districts), { colorBy: 'density', classes: '15,30' });
    const found = colours(element);
    expect(new Set(found).size, 'three classes, and lines where there is no value').to.equal(4);
    expect(found[2]).to.equal(found[3]);
    const swatch = (i: number): string => getComputedStyle(all(element, '[part=legend] .symbol')[i]!).color.match(/\d+/g)!.join();
    expect(found.slice(0, 3)).to.deep.equal([swatch(0), swatch(1), swatch(2)]);
  });

  it('follow the categories of another column, or of none that is there', async () => {
    const element = await drawn(districts);
    const before = all(element, '[part=entry]').map(symbolOf);
    await looking(element, { colorBy: 'density' });
    element.colorBy = 'no such column';
    await element.updateComplete;
    expect(all(element, '[part=entry]').map(symbolOf)).to.deep.equal(before);
    element.colorBy = 'KIND';
    await element.updateComplete;
    expect(legend(element)).to.deep.equal(['old', 'new']);
  });

  it('size symbols by area, with examples in the legend', async () => {
    const element = await looking(await drawn(trees), { sizeBy: 'height' });
    expect(text(element, '#sizes')).to.equal('Size: Height');
    const circles = [...element.shadowRoot!.querySelectorAll('.sizes circle')].map((circle) => Number(circle.getAttribute('r')));
    expect(legend(element)).to.deep.equal(['10', '2', '0.5']);
    expect(circles[0]! / circles[1]!).to.be.closeTo(Math.sqrt(10 / 2), 0.01);
  });

  it('write names where there is room', async () => {
    const element = await drawn(trees);
    const { width, height } = one(element, 'canvas').getBoundingClientRect();
    const inked = (): number => {
      let count = 0;
      const ground = colourAt(element, 4, height / 2).join();
      for (let x = Math.round(width / 2) - 24; x < width / 2 + 24; x += 1) if (colourAt(element, x, Math.round(height / 2 + 17)).join() !== ground) count += 1;
      return count;
    };
    expect(inked()).to.equal(0);
    await looking(element, { labelBy: 'name' });
    expect(inked()).to.be.greaterThan(5);
  });

  it('show heat instead of points, and say what it means', async () => {
    const element = await drawn(trees);
    const { width, height } = one(element, 'canvas').getBoundingClientRect();
    const before = colourAt(element, width / 2, height / 2).join();
    await looking(element, { show: 'heat' });
    expect(colourAt(element, width / 2, height / 2).join()).not.to.equal(before);
    expect(text(element, '[part=legend]')).to.match(/Few.*Many/);
  });

  it('come for nobody who does not ask', async () => {
    const element = await shown(trees);
    expect(has(element, '.legend-title')).to.equal(false);
  });

  it('differ from class to class, in lightness first', () => {
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = colour.match(/\d+/g)!.map((value) => (Number(value) / 255) ** 2.2);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const count of [2, 5, 9]) {
      for (const scheme of ['light', 'dark'] as const) {
        const shades = classColours(Array.from({ length: count + 1 }, (_, i) => i)).map((each) => light(each[scheme]));
        for (let i = 1; i < count; i += 1) {
          const [low = 0, high = 0] = [shades[i]!, shades[i - 1]!].sort((a, b) => a - b);
          expect((high + 0.05) / (low + 0.05), `${count} classes, ${scheme}, ${i}`).to.be.at.least(1.15);
          expect(Math.sign(shades[i]! - shades[i - 1]!)).to.equal(scheme === 'light' ? -1 : 1);
        }
      }
    }
    expect(new Set(classColours([-4, -2, 0, 2, 4]).map(({ light }) => light)).size, 'of both sides of 0').to.equal(4);
  });
});
