import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { PlaceSelectEvent } from '../../src/elements/map/map.events.js';
import { mercatorX, mercatorY } from '../../src/model/mercator.js';
import { all, colourAt, drawn, focused, frames, has, lisbon, one, search, shown, text } from '../support/map-page.js';
import { dataset } from '../support/places.js';

type Position = readonly [number, number];

/** Points of one kind, at given longitudes and latitudes. */
const points = (...positions: readonly Position[]) => dataset({
  columns: { name: positions.map((_, row) => `Place ${row + 1}`) },
  roles: { title: 'name' },
  places: positions.map((point) => ({ point })),
});

const square = (west: number, south: number, side: number): Position[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];

/** In the open Atlantic, where nothing of the basemap is in the way. */
const shapes = dataset({
  columns: { name: ['District with a lake', 'Tram line', 'Kiosk'] },
  roles: { title: 'name' },
  places: [{ area: [square(-45, 12, 10), square(-41, 16, 2)] }, { line: [[-33, 12], [-33, 22]] }, { point: [-29, 17] }],
});

const map = (element: CivicMap): HTMLElement => one(element, '.map');
/** What of it takes the keys. */
const keys = (element: CivicMap): HTMLElement => one(element, '.map [role=application]');
/** What is shown as a whole lies beside the map's own buttons: its middle is so far right of that of the map. */
const beside = 16;
const middle = (element: CivicMap): [number, number] => [map(element).clientWidth / 2 + beside, map(element).clientHeight / 2];

/** Presses the mouse at a pixel of the map, as a reader does. */
async function click(element: CivicMap, x: number, y: number): Promise<void> {
  map(element).scrollIntoView({ block: 'center' });
  const { left, top } = map(element).getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + x), Math.round(top + y)] });
  // Two clicks in quick succession would be a double click.
  await new Promise((done) => void setTimeout(done, 300));
}

/** Waits until the picture has come to rest: the same for several frames in a row, however slow the machine draws them. */
async function rest(element: CivicMap): Promise<void> {
  const picture = (): string => one<HTMLCanvasElement>(element, 'canvas').toDataURL();
  let same = 0;
  for (let before = picture(); same < 5;) {
    await new Promise((done) => void setTimeout(done, 40));
    await frames(1);
    const now = picture();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

const differs = (a: readonly number[], b: readonly number[]): boolean => a.some((value, i) => Math.abs(value - b[i]!) > 24);

function luminance([r = 0, g = 0, b = 0]: readonly number[]): number {
  const linear = (value: number): number => (value <= 10.3 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('the map of <civic-map>', () => {
  it('is drawn after the list, with buttons, a name and its keys', async () => {
    const element = await drawn(lisbon);
    const region = map(element);
    expect([region.getAttribute('role'), region.getAttribute('aria-label'), region.tabIndex]).to.deep.equal(['region', 'Map: Places of Lisbon', -1]);
    expect([keys(element).getAttribute('aria-label'), keys(element).tabIndex]).to.deep.equal(['Move the map', 0]);
    expect(text(element, `#${keys(element).getAttribute('aria-describedby')}`)).to.contain('arrow keys');
    expect(all(element, '.zoom button').map((each) => each.textContent)).to.deep.equal(['Zoom in', 'Zoom out', 'Show all places']);
    const canvas = one<HTMLCanvasElement>(element, 'canvas');
    expect([canvas.width, canvas.height]).to.deep.equal([Math.round(canvas.clientWidth * devicePixelRatio), Math.round(canvas.clientHeight * devicePixelRatio)]);
  });

  it('selects the place that is clicked, opens its details and takes the focus there', async () => {
    const element = await drawn(points([0, 0], [10, 0], [5, 0]));
    const selected = oneEvent(element, 'civic-place-select') as Promise<Event>;
    await click(element, ...middle(element));
    expect(((await selected) as PlaceSelectEvent).row).to.equal(2);
    await waitUntil(() => focused(element)?.id === 'detail-heading');
    expect(text(element, '#detail-heading')).to.equal('Place 3');
    expect(all(element, '[aria-current]').map((entry) => entry.textContent!.trim())).to.deep.equal(['Place 3']);
    await sendKeys({ press: 'Escape' });
    expect(focused(element)).to.equal(keys(element));
  });

  it('draws around what is selected in the list', async () => {
    const element = await drawn(points([0, 0], [10, 0], [5, 0]));
    const [x, y] = middle(element);
    const ring = (): number[] => colourAt(element, x, y - 17);
    const before = ring();
    element.select(2);
    await frames(6);
    expect(differs(ring(), before)).to.equal(true);
  });

  it('moves to what is selected beyond its edge', async () => {
    const element = await drawn(points([0, 0], [10, 0]));
    for (let i = 0; i < 3; i += 1) {
      one(element, '[part=zoom-in]').click();
      await rest(element);
    }
    element.select(1);
    await rest(element);
    element.select(undefined);
    await rest(element);
    const { width, height } = one(element, 'canvas').getBoundingClientRect();
    const ground = colourAt(element, width - 2, 2);
    let symbols = 0;
    for (let x = 4; x < width; x += 6) for (let y = 4; y < height - 40; y += 6) if (differs(colourAt(element, x, y), ground)) symbols += 1;
    expect(symbols, 'the place is in view').to.be.greaterThan(0);
  });

  it('goes nearer when a cluster is clicked, until its places come apart', async () => {
    const element = await drawn(points([0, 0], [50, 0], [25, 0], [25.05, 0]));
    await click(element, ...middle(element));
    await rest(element);
    expect(has(element, '[part=detail]')).to.equal(false);
    const [x, y] = middle(element);
    const { width } = one(element, 'canvas').getBoundingClientRect();
    const ground = colourAt(element, x, y);
    const inked = Array.from({ length: Math.floor(width / 4) }, (_, i) => i * 4).filter((left) => differs(colourAt(element, left, y), ground));
    expect(inked.some((left) => left < x - 50) && inked.some((left) => left > x + 50), 'one on each side').to.equal(true);
    expect(inked.some((left) => Math.abs(left - x) < 50), 'nothing between them').to.equal(false);
  });

  it('lists the places of a cluster that no zoom takes apart', async () => {
    const element = await drawn(points([0, 0], [20, 0], [10, 0], [10, 0], [10, 0]));
    await click(element, ...middle(element));
    await waitUntil(() => has(element, '[part=detail]'));
    expect(text(element, '#detail-heading')).to.equal('3 places at this spot');
    const choices = all(element, '[part=detail] .entry');
    expect(choices.map((each) => each.textContent!.trim())).to.deep.equal(['Place 3', 'Place 4', 'Place 5']);
    choices[1]!.click();
    await waitUntil(() => text(element, '#detail-heading') === 'Place 4');
  });

  it('draws only what passes the filter, and goes where it is', async () => {
    const element = await drawn(points([0, 0], [10, 0], [5, 0]));
    const [x, y] = middle(element);
    const ground = colourAt(element, x, y + 40);
    expect(differs(colourAt(element, x, y), ground)).to.equal(true);
    await search(element, 'place 1');
    await rest(element);
    expect(differs(colourAt(element, x, y), ground)).to.equal(false);
    await search(element, '');
    for (let i = 0; i < 4; i += 1) {
      one(element, '[part=zoom-in]').click();
      await rest(element);
    }
    await search(element, 'place 2');
    await rest(element);
    expect(differs(colourAt(element, x, y), colourAt(element, x, y + 40)), 'what is found elsewhere is brought into view').to.equal(true);
  });

  it('moves and zooms by keys, only while it has the focus', async () => {
    const element = await drawn(points([0, 0], [10, 0], [5, 0]));
    const [x, y] = middle(element);
    const inked = (dx: number): boolean => differs(colourAt(element, x + dx, y), colourAt(element, x + dx, y + 60));
    one(element, 'input[type=search]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await rest(element);
    expect(inked(0)).to.equal(true);
    keys(element).focus();
    await sendKeys({ press: 'ArrowRight' });
    await rest(element);
    expect([inked(0), inked(-80)]).to.deep.equal([false, true]);
    await sendKeys({ press: 'ArrowLeft' });
    await rest(element);
    expect(inked(0)).to.equal(true);
    const left = (): number => Array.from({ length: Math.floor(x) - 20 }, (_, i) => Math.floor(x) - 20 - i).find((at) => differs(colourAt(element, at, y), colourAt(element, at, y + 60))) ?? -1;
    const before = left();
    await sendKeys({ press: '-' });
    await rest(element);
    expect((x - left()) / (x - before), 'half as far from the middle').to.be.within(0.4, 0.6);
  });

  it('leaves the wheel to the page, says how to zoom, and zooms with Ctrl', async () => {
    const element = await drawn(lisbon);
    const wheel = (ctrlKey: boolean): boolean => {
      const { left, top } = map(element).getBoundingClientRect();
      const event = new WheelEvent('wheel', { deltaY: -200, ctrlKey, clientX: left + 100, clientY: top + 100, bubbles: true, composed: true, cancelable: true });
      one(element, 'canvas').dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel(false), 'the page scrolls').to.equal(false);
    await element.updateComplete;
    expect(text(element, '.map-hint')).to.contain('Ctrl');
    expect(one(element, '.map-hint').hidden).to.equal(false);
    const before = one<HTMLCanvasElement>(element, 'canvas').toDataURL();
    expect(wheel(true)).to.equal(true);
    await rest(element);
    expect(one<HTMLCanvasElement>(element, 'canvas').toDataURL()).not.to.equal(before);
    await waitUntil(() => one(element, '.map-hint').hidden, 'the hint goes', { timeout: 4000 });
  });

  it('leaves one finger to the page', async () => {
    const element = await drawn(lisbon);
    expect(getComputedStyle(map(element)).touchAction).to.equal('pan-x pan-y');
    // Browsers of machines without a touch screen make no such events.
    one(element, 'canvas').dispatchEvent(Object.assign(new Event('touchmove', { bubbles: true, composed: true, cancelable: true }), { touches: [{}] }));
    await element.updateComplete;
    expect(text(element, '.map-hint')).to.contain('two fingers');
  });

  it('draws areas, their holes, and lines, and selects them', async () => {
    const element = await drawn(shapes);
    const [x, y] = middle(element);
    // All lies between 45° and 29° west, and the view is fitted to that.
    const perDegree = Math.min((map(element).clientWidth - 120) / 16, (map(element).clientHeight - 88) / 10.5);
    const at = (longitude: number): number => x + (longitude + 37) * perDegree;
    const ground = colourAt(element, at(-31), y);
    expect(differs(colourAt(element, at(-33), y), ground), 'the line').to.equal(true);
    expect(differs(colourAt(element, at(-43), y), ground), 'the area').to.equal(true);
    expect(colourAt(element, at(-40), y), 'the hole').to.deep.equal(ground);
    await click(element, at(-40), y);
    expect(has(element, '[part=detail]'), 'a hole is not the area').to.equal(false);
    await click(element, at(-43), y);
    await waitUntil(() => has(element, '[part=detail]'));
    expect(text(element, '#detail-heading')).to.equal('District with a lake');
    await sendKeys({ press: 'Escape' });
    await rest(element);
    await click(element, at(-33) + 6, y);
    await waitUntil(() => has(element, '[part=detail]') && text(element, '#detail-heading') === 'Tram line', 'a line is hit from a few pixels away');
  });

  it('draws all areas again when a filter is taken back, also where one has gone elsewhere meanwhile', async () => {
    const element = await drawn(shapes);
    const picture = async (): Promise<string> => {
      await rest(element);
      return one<HTMLCanvasElement>(element, 'canvas').toDataURL();
    };
    const [home, elsewhere] = ['-50,8,-20,28', '-46,10,-36,20'];
    element.view = home;
    const all = await picture();
    element.view = elsewhere;
    const near = await picture();
    expect(near).not.to.equal(all);
    element.view = home;
    await rest(element);
    await search(element, 'Tram');
    element.view = home;
    const filtered = await picture();
    expect(filtered).not.to.equal(all);
    element.filters = {};
    element.view = home;
    expect(await picture()).to.equal(all);
    await search(element, 'Tram');
    element.view = elsewhere;
    await rest(element);
    element.filters = {};
    expect(await picture()).to.equal(near);
  });

  it('follows the page from light to dark, with colours that stand out in both', async () => {
    const element = await drawn(points([0, 0], [10, 0], [5, 0]), { style: 'color-scheme: light' });
    const [x, y] = middle(element);
    const corner = (): number[] => colourAt(element, 20, y);
    const light = corner();
    expect(contrast(colourAt(element, x, y), light)).to.be.at.least(3);
    element.parentElement!.style.colorScheme = 'dark';
    await waitUntil(() => differs(corner(), light), 'the canvas is dark too');
    await frames();
    expect(luminance(corner())).to.be.lessThan(0.1);
    expect(contrast(colourAt(element, x, y), corner())).to.be.at.least(3);
  });

  for (const scheme of ['light', 'dark']) {
    it(`gives each symbol at least 3:1 on land and on water in ${scheme}`, async () => {
      const element = await drawn(lisbon, { style: `color-scheme: ${scheme}` });
      const colour = (name: string): number[] => {
        const [r = 0, g = 0, b = 0] = getComputedStyle(one(element, `.probes .${name}`)).color.match(/[\d.]+/g)!.map(Number);
        return [r, g, b];
      };
      for (let symbol = 0; symbol < 9; symbol += 1) {
        for (const ground of ['land', 'water', 'halo']) expect(contrast(colour(`symbol-${symbol}`), colour(ground)), `symbol ${symbol} on ${ground}`).to.be.at.least(3);
      }
    });
  }

  it('gives way to a sentence where it cannot be drawn, and the list does everything', async () => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (this: Document, name: string) {
      if (name === 'canvas') throw new TypeError('no canvas');
      return createElement.call(this, name);
    } as typeof createElement;
    try {
      const element = await shown(lisbon);
      await waitUntil(() => has(element, '.no-map'), 'it says so');
      expect(text(element, '.no-map')).to.contain('could not be drawn');
      expect(text(element, '[part=about]')).not.to.contain('Natural Earth');
      await search(element, 'fado');
      expect(text(element, '[role=status]')).to.equal('1 of 8 places');
      one(element, '[part=entry]').click();
      await waitUntil(() => focused(element)?.id === 'detail-heading');
    } finally {
      Document.prototype.createElement = createElement;
    }
  });

  it('is drawn again after the element was moved in the page', async () => {
    const element = await drawn(lisbon);
    const box = element.parentElement!;
    element.remove();
    expect(element.matches(':state(drawn)')).to.equal(false);
    box.append(element);
    await waitUntil(() => element.matches(':state(drawn)'));
    expect(all(element, 'canvas')).to.have.lengthOf(1);
  });

  it('is fetched from nobody', async () => {
    performance.clearResourceTimings();
    await drawn(lisbon);
    const foreign = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).origin !== location.origin);
    expect(foreign).to.deep.equal([]);
  });
});

describe('the map of <civic-map> without a mouse', () => {
  it('is moved by buttons, which one button brings where there is little room', async () => {
    const element = await drawn(points([0, 0], [10, 0]));
    const picture = (): string => one<HTMLCanvasElement>(element, 'canvas').toDataURL();
    const move = one(element, '[part=move]');
    expect(move.getAttribute('aria-expanded')).to.equal('false');
    expect(one(element, '.ways-to-move').offsetParent).to.equal(null);
    move.click();
    expect(all(element, '.ways-to-move button').map((each) => each.textContent)).to.deep.equal(['Up', 'Left', 'Right', 'Down']);
    for (const button of all(element, '.ways-to-move button')) {
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
      await rest(element);
      const before = picture();
      button.click();
      await rest(element);
      expect(picture(), button.title).not.to.equal(before);
    }
  });

  it('hides nothing with its buttons of what it shows as a whole, at either side', async () => {
    // At all corners, so that something is wherever buttons could be.
    const corners = points([0, 0], [0, 10], [10, 0], [10, 10]);
    for (const dir of ['ltr', 'rtl']) {
      for (const width of ['20rem', '45rem']) {
        const element = await drawn(corners, { dir, style: `inline-size: ${width}` });
        const { left, top } = one(element, 'canvas').getBoundingClientRect();
        const seen = element.engine!.getView();
        expect(seen.getResolution(), 'it shows them large').to.be.below(10_000);
        for (const button of all(element, '.zoom .button, .pan .button').filter((each) => each.offsetParent)) {
          const box = button.getBoundingClientRect();
          for (const [longitude, latitude] of [[0, 0], [0, 10], [10, 0], [10, 10]] as const) {
            const [x, y] = element.engine!.getPixelFromCoordinate([mercatorX(longitude), mercatorY(latitude)]) as [number, number];
            const isHidden = left + x + 8 > box.left && left + x - 8 < box.right && top + y + 8 > box.top && top + y - 8 < box.bottom;
            expect(isHidden, `${button.title} hides ${longitude}, ${latitude} (${dir}, ${width})`).to.equal(false);
          }
        }
        element.remove();
      }
    }
  });

  it('says what is in view, from the middle outwards, and opens it', async () => {
    const element = await drawn(points([0, 0], [10, 0], [5, 0]));
    await waitUntil(() => has(element, '.in-view'));
    const list = one(element, '.in-view');
    expect([list.getAttribute('role'), list.getAttribute('aria-label')]).to.deep.equal(['listbox', 'In view on the map']);
    const names = (): string[] => all(element, '.in-view [role=option]').map((option) => option.textContent!.trim());
    expect(names()[0]).to.equal('Place 3');
    expect(names()).to.have.lengthOf(3);
    list.focus();
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    const second = names()[1];
    expect(text(element, `#${list.getAttribute('aria-activedescendant')}`)).to.equal(second);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.id === 'detail-heading');
    expect(text(element, '#detail-heading')).to.equal(second);
    await sendKeys({ press: 'Escape' });
    expect(focused(element), 'the focus goes back').to.equal(one(element, '.in-view'));
    for (let i = 0; i < 2; i += 1) {
      one(element, '[part=zoom-in]').click();
      await rest(element);
    }
    await waitUntil(() => names().length < 3, 'it is in step with the map');
    await expect(element).to.be.accessible();
  });
});
