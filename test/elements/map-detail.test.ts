import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { all, has, one, shown, text } from '../support/map-page.js';
import { dataset } from '../support/places.js';

const [hour, day] = [3_600_000, 86_400_000];

async function opened(data: Dataset, row = 0): Promise<CivicMap> {
  const element = await shown(data);
  element.select(row);
  await waitUntil(() => has(element, '[part=detail]'));
  await element.updateComplete;
  return element;
}

const fact = (element: CivicMap, name: string): HTMLElement | undefined => all(element, '[part=detail] dl div').find((each) => each.querySelector('dt')!.textContent!.trim() === name)?.querySelector('dd') ?? undefined;
const said = (element: CivicMap, name: string): string | undefined => fact(element, name)?.textContent!.replace(/[\s\u202f\u2009]+/g, ' ').trim();

describe('the details of <civic-map>', () => {
  it('say whether it is open, and leave hours that they do not read as they are', async () => {
    const data = dataset({ columns: { name: ['A', 'B', 'C'], hours: ['24/7', 'Mo-Su off', 'by appointment, Monday 9'] }, roles: { title: 'name', hours: 'hours' } });
    expect(said(await opened(data), 'Hours')).to.equal('Open now 24/7');
    expect(said(await opened(data, 1), 'Hours')).to.equal('Closed now Mo-Su off');
    expect(said(await opened(data, 2), 'Hours')).to.equal('by appointment, Monday 9');
  });

  it('say when it closes', async () => {
    const until = new Date(Math.ceil((Date.now() + 2 * hour) / hour) * hour);
    const time = (date: Date): string => `${String(date.getHours()).padStart(2, '0')}:00`;
    const data = dataset({ columns: { name: ['A'], hours: [`${time(new Date(until.getTime() - 4 * hour))}-${time(until)}`] }, roles: { title: 'name', hours: 'hours' } });
    expect(said(await opened(data), 'Hours')).to.match(/^Open now, until /);
  });

  it('link to a way that nobody hears of before it is pressed, or to the page’s own', async () => {
    const element = await opened(dataset({ columns: { name: ['A'] }, roles: { title: 'name' }, places: [{ point: [13.4, 52.5] }] }));
    const link = one<HTMLAnchorElement>(element, '[part=route]');
    expect([link.href, link.rel]).to.deep.equal(['https://www.openstreetmap.org/directions?to=52.500000%2C13.400000', 'noopener noreferrer']);
    element.route = 'https://ways.city.example/?to={lat},{lon}';
    await element.updateComplete;
    expect(link.href).to.equal('https://ways.city.example/?to=52.500000,13.400000');
    element.route = 'javascript:alert({lat})';
    await element.updateComplete;
    expect(new URL(link.href).hostname).to.equal('www.openstreetmap.org');
  });

  it('have no way to what is nowhere', async () => {
    const element = await opened(dataset({ columns: { name: ['A', 'B'] }, roles: { title: 'name' }, places: [{ point: [13.4, 52.5] }, undefined] }), 1);
    expect(has(element, '[part=route]')).to.equal(false);
  });

  it('say when something takes place, that it is over, and what else is there', async () => {
    const midnight = new Date().setHours(0, 0, 0, 0);
    const start = [midnight + 18 * hour + 60_000, midnight - 40 * day, midnight + 3 * day + hour, midnight + 2 * day + hour, midnight + 9 * day].map((time) => new Date(time));
    const data = dataset({
      columns: { name: ['Concert', 'Market', 'Talk', 'Play', 'Elsewhere'], start, end: start.map((time) => new Date(time.getTime() + 2 * hour)) },
      roles: { title: 'name', start: 'start', end: 'end' },
      places: [...Array.from({ length: 4 }, () => ({ point: [13.4, 52.5] as [number, number] })), { point: [13.5, 52.5] }],
    });
    const element = await opened(data);
    expect(said(element, 'Start')).to.match(/today 6:01 – 8:01 PM$/);
    expect(fact(element, 'End'), 'both are one').to.equal(undefined);
    expect(all(element, '.related bdi').map((each) => each.textContent)).to.deep.equal(['Play', 'Talk']);
    one(element, '.related button').click();
    await waitUntil(() => text(element, '#detail-heading') === 'Play');
    element.select(1);
    await waitUntil(() => text(element, '#detail-heading') === 'Market');
    expect(said(element, 'Start')).to.match(/^Past /);
  });

  it('show how much is free, and how old that is', async () => {
    const parking = dataset({ columns: { name: ['Garage'], free: [12], capacity: [40] }, roles: { title: 'name', free: 'free', capacity: 'capacity' } });
    const element = await opened({ ...parking, live: { every: 10_000_000, at: Date.now() - 3 * 60_000 - 1000 } });
    expect(said(element, 'Free')).to.equal('12 of 40 free3 minutes ago');
    const meter = one<HTMLMeterElement>(element, 'meter');
    expect([meter.value, meter.max]).to.deep.equal([12, 40]);
    expect(fact(element, 'Capacity')).to.equal(undefined);
  });

  it('show all pictures of a cell, and none that does not come', async () => {
    const picture = 'https://city.example/a.jpg; https://city.example/b.jpg';
    const element = await opened(dataset({ columns: { name: ['A'], photo: [picture] }, roles: { title: 'name', image: 'photo' } }));
    const pictures = all<HTMLImageElement>(element, '[part=detail] img');
    expect(pictures.map(({ src }) => src)).to.deep.equal(['https://city.example/a.jpg', 'https://city.example/b.jpg']);
    pictures[0]!.dispatchEvent(new Event('error'));
    expect(pictures[0]!.hidden).to.equal(true);
  });
});

describe('a page’s own template of details', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', 'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', 'blob:https://city.example/x', 'file:///etc/passwd', '{{name}}', '${alert(1)}', '{{constructor}}', "' onclick='alert(1)",
  ];

  async function templated(template: string, cells: readonly string[]): Promise<CivicMap> {
    const element = await fixture<CivicMap>(html`<civic-map lang="en"></civic-map>`);
    element.innerHTML = `<template slot="detail">${template}</template>`;
    element.data = dataset({ columns: { name: cells, web: cells, other: cells.map(() => undefined) }, roles: { title: 'name' } });
    await waitUntil(() => element.matches(':state(ready)'));
    element.select(0);
    await waitUntil(() => has(element, '[part=detail]'));
    await element.updateComplete;
    return element;
  }

  it('is filled with what the row says', async () => {
    const element = await templated('<p class="own">About <b>{{Name}}</b>, {{ other }}{{unknown}}</p><a href="{{web}}">Site</a><a href="https://city.example/?q={{name}}">Search</a>', ['https://oak.example/']);
    expect(text(element, '.own')).to.equal('About https://oak.example/,');
    expect(has(element, '[part=detail] dl'), 'it stands instead of all else').to.equal(false);
    expect(all<HTMLAnchorElement>(element, '[part=detail] a').map(({ href }) => href)).to.deep.equal(['https://oak.example/', 'https://city.example/?q=https://oak.example/']);
    const kept = one(element, '.own');
    element.requestUpdate();
    await element.updateComplete;
    expect(one(element, '.own'), 'it stays while it says the same').to.equal(kept);
  });

  for (const text of hostile) {
    it(`takes ${JSON.stringify(text)} as text`, async () => {
      const element = await templated('<p class="own">{{name}}</p><a class="link" href="{{web}}" title="{{name}}">x</a><img src="{{web}}" alt="">', [text]);
      const detail = one(element, '[part=detail]');
      const filled = detail.querySelector('.own')!;
      expect(filled.childElementCount).to.equal(0);
      expect(detail.querySelectorAll('script, svg[onload], [onerror], [onclick]')).to.have.lengthOf(0);
      for (const link of detail.querySelectorAll('a')) expect(link.getAttribute('href') ?? 'https:').to.match(/^https?:/);
      for (const picture of detail.querySelectorAll('img')) expect(picture.src).to.match(/^https?:/);
    });
  }

  it('is itself nothing but text, links and pictures', async () => {
    const element = await templated(`
      <script>globalThis.broken = 1</script><style>* { display: none }</style><iframe src="https://evil.example"></iframe><form action="https://evil.example"><input name="a"><button>Send</button></form>
      <p onclick="globalThis.broken = 1" style="position: fixed" id="search" class="own">fine</p><a href="javascript:globalThis.broken=1">link</a><svg><script>globalThis.broken = 1</script></svg>
      <object data="x"></object><embed src="x"><base href="https://evil.example"><meta http-equiv="refresh" content="0"><civic-map src="x"></civic-map><template><p>no</p></template><img src="https://city.example/a.png" srcset="https://evil.example/b.png" onload="globalThis.broken = 1">`, ['A']);
    const detail = one(element, '[part=detail]');
    expect(detail.querySelectorAll('script, style, iframe, form, input, object, embed, base, meta, civic-map, template')).to.have.lengthOf(0);
    const own = detail.querySelector('.own')!;
    expect(own.getAttributeNames()).to.deep.equal(['class']);
    expect([...detail.querySelectorAll('a:not([part=route])')].map((link) => link.getAttribute('href'))).to.deep.equal([null]);
    // Where there is no network the picture is gone already.
    expect(detail.querySelector('img')?.hasAttribute('srcset') ?? false).to.equal(false);
    expect('broken' in globalThis).to.equal(false);
  });
});
