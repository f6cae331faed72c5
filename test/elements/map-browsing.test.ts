import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { all, drawn, focused, frames, has, lisbon, one, search, shown, text, titles } from '../support/map-page.js';
import { dataset } from '../support/places.js';

const million = 1_000_000;

/** A million trees that nobody has to write down. */
const trees: Dataset = (() => {
  const values = new Float64Array(million).map((_, row) => (row * 7919) % million);
  return {
    ...dataset({ columns: { name: ['Tree'], height: [1] }, roles: { title: 'name' } }),
    length: million,
    columns: [
      { name: 'name', type: 'text', value: (row) => `Tree ${row + 1}` },
      { name: 'height', type: 'number', values, value: (row) => values[row] },
    ],
  };
})();

async function explored(data: Dataset, page?: Parameters<typeof shown>[1]): Promise<CivicMap> {
  const element = await shown(data, page);
  await waitUntil(() => has(element, '[part=sort]'), 'the list can be sorted', { timeout: 10_000 });
  await element.updateComplete;
  return element;
}

const item = (element: CivicMap, title: string): HTMLElement | undefined => all(element, '.item').find((each) => each.querySelector('.entry-title')!.textContent!.trim() === title);
const lines = (element: CivicMap): string[] => all(element, 'tbody .entry-title').map((title) => title.textContent!.trim());

async function sortBy(element: CivicMap, name: string): Promise<void> {
  const select = one<HTMLSelectElement>(element, '[part=sort]');
  select.selectedIndex = [...select.options].findIndex((option) => option.text === name);
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
  await waitUntil(() => text(element, '.said') !== 'Sorting…', 'sorted', { timeout: 15_000 });
  await element.updateComplete;
}

async function scroll(element: CivicMap, to: number): Promise<void> {
  one(element, '.list').scrollTo({ top: to, behavior: 'instant' });
  await frames(4);
  await element.updateComplete;
}

async function press(element: CivicMap, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await element.updateComplete;
    await frames(1);
  }
}

async function asTable(element: CivicMap): Promise<void> {
  one(element, '.looks button:last-child').click();
  await element.updateComplete;
}

/** A browser that gives this position, or refuses it for this reason. */
function located(answer: { readonly latitude: number; readonly longitude: number } | number): () => void {
  const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')!;
  let asked = 0;
  Object.defineProperty(Navigator.prototype, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition(found: PositionCallback, failed: PositionErrorCallback) {
        asked += 1;
        if (typeof answer === 'number') failed({ code: answer } as GeolocationPositionError);
        else found({ coords: { ...answer, accuracy: 400 } } as GeolocationPosition);
      },
      get asked() {
        return asked;
      },
    },
  });
  return () => void Object.defineProperty(Navigator.prototype, 'geolocation', original);
}

describe('the list of <civic-map>', () => {
  it('is as high as it is seen: what is only heard of its rows takes no room on the page', async () => {
    const element = await explored(trees);
    expect(all(element, '.entry').length).to.be.at.least(15);
    expect(document.documentElement.scrollHeight).to.be.at.most(Math.max(innerHeight, Math.ceil(element.getBoundingClientRect().bottom + scrollY) + 20));
  });

  it('is filled to its end however high it is, also as a table, and after a search', async () => {
    const element = await explored(trees);
    element.height = '100rem';
    const isFilled = (): boolean => all(element, '.item').at(-1)!.getBoundingClientRect().bottom >= one(element, '.list').getBoundingClientRect().bottom;
    await waitUntil(isFilled, 'as a list');
    await asTable(element);
    await waitUntil(isFilled, 'as a table');
    await search(element, 'tree');
    await waitUntil(() => text(element, '[part=clear]') !== '' && isFilled(), 'after a search', { timeout: 10_000 });
    expect(all(element, '.item').length).to.be.at.most(150);
  });

  it('has a million rows, of which few are in the page', async () => {
    const element = await explored(trees);
    const list = one(element, '.list');
    expect(all(element, '.item').length).to.be.within(10, 150);
    expect([item(element, 'Tree 1')!.getAttribute('aria-posinset'), item(element, 'Tree 1')!.getAttribute('aria-setsize')]).to.deep.equal(['1', '1000000']);
    await scroll(element, list.scrollHeight);
    await waitUntil(() => item(element, 'Tree 1000000'), 'the last is reached');
    expect(all(element, '.item').length).to.be.at.most(150);
    await scroll(element, list.scrollHeight / 2);
    const middle = Number(all(element, '.item')[0]!.getAttribute('aria-posinset'));
    expect(middle, 'the bar is in proportion').to.be.within(490_000, 510_000);
    await scroll(element, 0);
    await waitUntil(() => item(element, 'Tree 1'), 'and the first again');
    expect(list.scrollTop).to.equal(0);
  });

  it('goes on without a gap or a jump while one scrolls', async () => {
    const element = await explored(trees);
    const list = one(element, '.list');
    const { top, height } = list.getBoundingClientRect();
    const seen = (): number[] => all(element, '.item').filter((each) => each.getBoundingClientRect().bottom > top && each.getBoundingClientRect().top < top + height).map((each) => Number(each.dataset['place']));
    let before = seen();
    const down: number[][] = [before];
    for (let i = 0; i < 60; i += 1) {
      await scroll(element, list.scrollTop + height * 0.8);
      const now = seen();
      expect(now[0], 'what is below follows').to.be.within(before[0]! + 1, before.at(-1)! + 1);
      before = now;
      down.push(now);
    }
    expect(before[0]).to.be.above(100);
    for (let i = 0; i < 62; i += 1) await scroll(element, list.scrollTop - height * 0.8);
    expect(seen()[0]).to.equal(0);
    expect(list.scrollTop).to.equal(0);
  });

  it('is one stop of the Tab key, with arrow keys, Home, End and letters', async () => {
    const element = await explored(trees);
    expect(all(element, '.list button').filter(({ tabIndex }) => tabIndex === 0)).to.have.lengthOf(1);
    one(element, '.list .entry').focus();
    await press(element, 'ArrowDown', 'ArrowDown');
    expect(focused(element)!.textContent).to.contain('Tree 3');
    await press(element, 'End');
    await waitUntil(() => focused(element)?.textContent?.includes('Tree 1000000'));
    await press(element, 'ArrowUp');
    expect(focused(element)!.textContent).to.contain('Tree 999999');
    await press(element, 'Home');
    await waitUntil(() => focused(element)?.textContent?.includes('Tree 1'));
    expect(all(element, '.list button').filter(({ tabIndex }) => tabIndex === 0)).to.have.lengthOf(1);
    const places = await explored(lisbon);
    one(places, '.list .entry').focus();
    await press(places, 'p');
    expect(focused(places)!.textContent).to.contain('Parque Eduardo VII');
  });

  it('keeps the focus when its row is scrolled away', async () => {
    const element = await explored(trees);
    one(element, '.list .entry').focus();
    await scroll(element, one(element, '.list').scrollHeight / 2);
    expect(focused(element)).to.equal(one(element, '.list'));
    await press(element, 'ArrowDown');
    expect(focused(element)!.classList.contains('entry')).to.equal(true);
  });

  it('sorts by any column, both ways, with the rows that lack it at the end', async () => {
    const element = await explored(lisbon);
    await sortBy(element, 'Name');
    expect(titles(element).slice(0, 3)).to.deep.equal(['Castelo de São Jorge', 'Estação do Rossio', 'Jardim da Estrela']);
    await sortBy(element, 'Kind');
    expect(titles(element).at(-1)).to.equal('Estação do Rossio');
    one(element, '[title="Reverse the order"]').click();
    await element.updateComplete;
    expect([titles(element).slice(0, 2), titles(element).at(-1)]).to.deep.equal([['Parque Eduardo VII', 'Jardim da Estrela'], 'Estação do Rossio']);
    await search(element, 'museu');
    expect(titles(element), 'a search keeps the order').to.have.lengthOf(3);
    await sortBy(element, 'Order of the data');
    expect(titles(element)).to.deep.equal(['Museu do Azulejo', 'Museu da Água', 'Museu do Fado']);
  });

  it('sorts a million rows while the page answers', async function () {
    this.timeout(40_000);
    const element = await explored(trees);
    await sortBy(element, 'Height');
    expect(titles(element)[0]).to.equal('Tree 1');
    expect(trees.columns[1]!.value(Number(all(element, '.item .entry')[1]!.dataset['row']))).to.equal(1);
  });

  it('shows in its order what the page selects', async () => {
    const element = await explored(trees);
    await sortBy(element, 'Height');
    element.select(500_000);
    await waitUntil(() => item(element, 'Tree 500001'));
    expect(one(element, '[aria-current]').textContent).to.contain('Tree 500001');
  });

  it('takes the focus back from details whose row is no longer in the page', async () => {
    const element = await explored(trees);
    one(element, '.list .entry').click();
    await waitUntil(() => focused(element)?.id === 'detail-heading');
    await scroll(element, one(element, '.list').scrollHeight / 2);
    await sendKeys({ press: 'Escape' });
    expect(focused(element)).to.equal(one(element, '.list'));
  });

  it('is a table with the same rows and the same selection', async () => {
    const element = await explored(lisbon);
    await asTable(element);
    expect(all(element, 'thead th').map((head) => head.textContent!.trim())).to.deep.equal(['Name', 'Kind', 'Address', 'Opened']);
    expect(lines(element)).to.have.lengthOf(8);
    const region = one(element, '.list');
    expect([region.getAttribute('role'), region.tabIndex, region.getAttribute('aria-label')]).to.deep.equal(['region', 0, 'Table: Places of Lisbon']);
    all(element, '.head')[3]!.click();
    await waitUntil(() => lines(element)[0] === 'Castelo de São Jorge' && lines(element)[1] === 'Jardim da Estrela');
    expect(all(element, 'thead th').map((head) => head.getAttribute('aria-sort'))).to.deep.equal(['none', 'none', 'none', 'ascending']);
    all(element, '.head')[3]!.click();
    await waitUntil(() => all(element, 'thead th')[3]!.getAttribute('aria-sort') === 'descending');
    all(element, 'tbody td')[0]!.click();
    await waitUntil(() => has(element, '[part=detail]'));
    expect(text(element, '#detail-heading')).to.equal(lines(element)[0]);
    expect(one(element, 'tr[data-selected]').textContent).to.contain(lines(element)[0]);
    await search(element, 'museu');
    expect(lines(element)).to.have.lengthOf(3);
  });

  it('has a table that the keyboard walks through, in both directions of writing', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const element = await explored(lisbon, { dir });
      await asTable(element);
      all(element, '.head')[0]!.focus();
      await press(element, dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft');
      expect(focused(element)!.textContent!.trim()).to.equal('Kind');
      expect(all(element, '.head').map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0, -1, -1]);
      one(element, 'tbody .entry').focus();
      await press(element, 'ArrowDown', 'End');
      expect(focused(element)!.textContent).to.contain('Museu do Fado');
    }
  });

  it('shows a million rows as a table', async () => {
    const element = await explored(trees);
    await asTable(element);
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('1000001');
    await scroll(element, one(element, '.list').scrollHeight);
    await waitUntil(() => lines(element).at(-1) === 'Tree 1000000');
    expect(all(element, '.item').at(-1)!.getAttribute('aria-rowindex')).to.equal('1000001');
  });

  for (const look of ['list', 'table'] as const) {
    for (const [name, page] of [['light', {}], ['dark', { style: 'color-scheme: dark' }], ['Arabic', { lang: 'ar', dir: 'rtl' }]] as const) {
      it(`is accessible as a ${look} in ${name}`, async () => {
        const element = await explored(lisbon, page);
        if (look === 'table') await asTable(element);
        await expect(element).to.be.accessible();
      });
    }
  }

  it('fits a narrow phone, where the table alone scrolls sideways', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await explored(lisbon, { style: 'inline-size: 320px' });
      await expect(element).to.be.accessible();
      await asTable(element);
      await expect(element).to.be.accessible();
      expect(element.scrollWidth).to.equal(320);
      expect(one(element, '.list').scrollWidth).to.be.above(320);
      for (const target of all(element, '.bar button, .bar select, .list button')) expect(target.getBoundingClientRect().height, target.outerHTML.slice(0, 80)).to.be.at.least(44);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});

describe('the list beside a wide map', () => {
  it('is accessible where there is no room for words', async () => {
    await setViewport({ width: 1280, height: 800 });
    try {
      const element = await explored(lisbon);
      await expect(element).to.be.accessible();
      expect(one(element, '.side').getBoundingClientRect().left).to.be.above(one(element, '.map').getBoundingClientRect().right);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});

describe('“near me” of <civic-map>', () => {
  let restore = (): void => {};
  afterEach(() => restore());

  it('asks for the position when it is pressed, sorts by distance, and can be undone', async () => {
    restore = located({ latitude: 38.7282, longitude: -9.1526 });
    const element = await drawn(lisbon);
    await waitUntil(() => has(element, '[part=near]'));
    const { geolocation } = navigator as unknown as { geolocation: { asked: number } };
    expect(geolocation.asked).to.equal(0);
    one(element, '[part=near]').click();
    await waitUntil(() => titles(element)[0] === 'Parque Eduardo VII');
    expect(geolocation.asked).to.equal(1);
    expect(one(element, '[part=near]').getAttribute('aria-pressed')).to.equal('true');
    expect(text(element, '.away')).to.match(/^0 (ft|m)$/);
    expect(titles(element).at(-1), 'what has no place is last').to.equal('Museu do Fado');
    expect(text(element, '.said')).to.contain('Your position stays in your browser.');
    await waitUntil(() => has(element, 'canvas.here'), 'the reader is on the map');
    one(element, '[part=near]').click();
    await element.updateComplete;
    expect(titles(element)[0]).to.equal('Castelo de São Jorge');
    expect(has(element, '.away')).to.equal(false);
    await waitUntil(() => !has(element, 'canvas.here'));
  });

  for (const [tag, unit] of [['en-US', 'ft'], ['zh-Hant-TW', 'm'], ['C', 'm']] as const) {
    it(`measures in the units of a reader whose browser speaks ${tag}`, async () => {
      restore = located({ latitude: 38.7282, longitude: -9.1526 });
      const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')!;
      Object.defineProperty(Navigator.prototype, 'language', { configurable: true, get: () => tag });
      try {
        const element = await explored(lisbon);
        one(element, '[part=near]').click();
        await waitUntil(() => has(element, '.away'));
        expect(text(element, '.away')).to.equal(`0 ${unit}`);
      } finally {
        Object.defineProperty(Navigator.prototype, 'language', original);
      }
    });
  }

  it('says why there is no position', async () => {
    restore = located(1);
    const element = await explored(lisbon);
    one(element, '[part=near]').click();
    await waitUntil(() => text(element, '.said') !== '');
    expect(text(element, '.said')).to.contain('You can allow it');
    expect(one(element, '[part=near]').getAttribute('aria-pressed')).to.equal('false');
    restore();
    restore = located(3);
    one(element, '[part=near]').click();
    await waitUntil(() => text(element, '.said').includes('try again'));
  });

  it('is not offered where nothing has a place', async () => {
    const element = await explored(trees);
    expect(has(element, '[part=near]')).to.equal(false);
  });
});
