import { expect, fixture, html, waitUntil as wait } from '@open-wc/testing';
import '../../src/elements/map/civic-map.js';
import '../../src/elements/map/map.saved.js';
import '../../src/elements/map/map.ways.js';
import '../../src/elements/map/map.wishes.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { drawSymbol, legendOf } from '../../src/elements/map/map.png-legend.js';
import { file } from '../../src/elements/map/map.saved.js';
import { serve } from '../support/fake-fetch.js';
import { all, drawn, has, lisbon, one, search, shown, text } from '../support/map-page.js';
import { dataset } from '../support/places.js';

const waitUntil = (check: () => unknown, message?: string): Promise<void> => wait(check as () => boolean, message, { timeout: 5000 });

const way = (element: CivicMap, name: string): HTMLElement => all(element, '[part=save] .ways > li > *').find((each) => each.textContent!.includes(name))!;
const ways = (element: CivicMap): string[] => all(element, '[part=save] .ways > li').map((each) => each.textContent!.trim());

describe('what a reader takes along from <civic-map>', () => {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blobs: Blob[];
  let names: string[];
  beforeEach(() => {
    [blobs, names] = [[], []];
    URL.createObjectURL = (blob) => {
      blobs.push(blob as Blob);
      return '#saved';
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
  });
  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });

  async function opened(element: CivicMap): Promise<CivicMap> {
    await waitUntil(() => has(element, '[part=save]'), 'it can be opened');
    one<HTMLDetailsElement>(element, '[part=save]').open = true;
    await waitUntil(() => has(element, '[part=save] .ways'), 'it comes when it is opened');
    return element;
  }

  it('is the file, the rows that pass the filter, a picture and paper', async () => {
    const element = await opened(await drawn(lisbon));
    await waitUntil(() => ways(element).length === 5);
    expect(ways(element)).to.deep.equal(['Download the data', '8 rows as CSV', '8 rows as GeoJSON', 'Map as a picture (PNG)', 'Print']);
    await expect(element).to.be.accessible();
    await search(element, 'museu');
    way(element, '3 rows as CSV').click();
    await waitUntil(() => blobs.length === 1, 'the file is written');
    expect(names).to.deep.equal(['Places-of-Lisbon.csv']);
    const lines = (await blobs[0]!.text()).trim().split('\r\n');
    expect(lines[0]).to.equal('name,kind,address,opened,longitude,latitude');
    expect(lines[1]).to.equal('Museu do Azulejo,Museum,Rua da Madre de Deus 4,1980,-9.1137,38.7246');
    expect(lines).to.have.length(4);
    expect(text(element, '[part=save] > [role=status]')).to.equal('The file is ready.');
    way(element, '3 rows as GeoJSON').click();
    await waitUntil(() => blobs.length === 2);
    expect(JSON.parse(await blobs[1]!.text()).features[0].geometry).to.deep.equal({ type: 'Point', coordinates: [-9.1137, 38.7246] });
  });

  it('is a picture with title, legend and sources around the map', async () => {
    const element = await opened(await drawn(lisbon));
    way(element, 'PNG').click();
    await waitUntil(() => blobs.length === 1);
    const picture = await createImageBitmap(blobs[0]!);
    const map = one<HTMLCanvasElement>(element, 'canvas');
    expect(picture.width).to.equal(map.width);
    expect(picture.height).to.be.above(map.height + 80);
  });

  it('has on its picture what colours and sizes stand for', async () => {
    const element = await opened(await drawn(lisbon));
    const height = async (): Promise<number> => {
      const before = blobs.length;
      way(element, 'PNG').click();
      await waitUntil(() => blobs.length > before);
      return (await createImageBitmap(blobs.at(-1)!)).height;
    };
    const plain = await height();
    [element.colorBy, element.sizeBy] = ['opened', 'opened'];
    await waitUntil(() => has(element, '.sizes') && has(element, '.classes'));
    const entries = legendOf(element.shadowRoot!);
    expect(entries.filter(({ isHeading }) => isHeading).map((each) => each.text)).to.deep.equal(all(element, '.legend-title').map((each) => each.textContent!.trim()));
    expect(entries.filter(({ symbol }) => symbol)).to.have.length(all(element, '.classes li, .sizes li').length);
    expect(await height()).to.be.above(plain);
    // A circle of the sizes, drawn for itself.
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    const circle = entries.find(({ symbol }) => symbol?.querySelector('circle'))!;
    drawSymbol(context, circle, 0, 40, false);
    expect(context.getImageData(0, 0, 80, 80).data.some((value) => value > 0)).to.equal(true);
  });

  it('says why a picture cannot be saved', async () => {
    const element = await opened(await drawn(lisbon));
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = () => {
      throw new DOMException('tainted', 'SecurityError');
    };
    try {
      way(element, 'PNG').click();
      await waitUntil(() => text(element, '[part=save] > [role=status]').startsWith('The picture cannot be saved'));
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }
  });

  it('is paper with the map, its legend and what it shows', async () => {
    const element = await drawn(lisbon);
    await waitUntil(() => has(element, '.sheet'), 'nobody has to open anything for it');
    dispatchEvent(new Event('beforeprint'));
    expect(has(element, '.sheet canvas')).to.equal(true);
    expect(all(element, '.sheet tbody tr')).to.have.length(7);
    expect(text(element, '.sheet tbody')).to.contain('Castelo de São Jorge').and.not.to.contain('Museu do Fado');
    expect(all(element, '.sheet .legend li').length).to.be.above(3);
    expect(text(element, '.sheet')).to.contain('Câmara Municipal').and.to.contain(location.pathname);
    expect(text(element, '.sheet')).to.contain('Listed are the 7 places on this map.');
    dispatchEvent(new Event('afterprint'));
    expect(text(element, '.sheet')).to.equal('');
    expect(one(element, '.sheet').checkVisibility()).to.equal(false);
  });

  it('is also there for a table without places', async () => {
    const element = await opened(await shown(dataset({ columns: { name: ['A', 'B'] } })));
    expect(ways(element)).to.deep.equal(['2 rows as CSV', 'Print']);
  });

  it('is a link, and a piece of another page', async () => {
    const served = serve({ '/places.csv': () => new Response(`name,kind,lat,lon\n${Array.from({ length: 40 }, (_, i) => `No. ${i},${i % 20 ? 'seat' : 'tree'},52.5${i},13.4${i}\n`).join('')}`) });
    const begin = location.href;
    const { writeText } = navigator.clipboard;
    const copied: string[] = [];
    let isAllowed = true;
    navigator.clipboard.writeText = async (words) => {
      if (!isAllowed) throw new Error('no');
      copied.push(words);
    };
    try {
      const element = await fixture<CivicMap>(html`<civic-map lang="en" state="t" no-legend src="/places.csv" label='"Trees" & <more>' filter=".kind=tree" view="13.4,52.5,14"></civic-map>`);
      await waitUntil(() => element.matches(':state(drawn)'));
      await opened(element);
      await waitUntil(() => way(element, '2 rows as CSV') && way(element, 'Copy link'));
      way(element, 'Copy link').click();
      await waitUntil(() => copied.length === 1);
      expect(copied[0]).to.match(/#t=\.kind=tree;at=13\.4,52\.5,14$/);
      expect(text(element, '[part=save] > [role=status]')).to.equal('Copied.');
      isAllowed = false;
      way(element, 'Copy link').click();
      await waitUntil(() => has(element, '[part=save] .field input'));
      expect(one<HTMLInputElement>(element, '[part=save] .field input').value).to.equal(copied[0]);
      way(element, 'Embed').click();
      await waitUntil(() => element.shadowRoot!.querySelector('dialog')?.open);
      const { value } = one<HTMLTextAreaElement>(element, 'dialog textarea');
      const box = document.createElement('template');
      box.innerHTML = value;
      const twin = box.content.querySelector('civic-map')!;
      expect(Object.fromEntries([...twin.attributes].map((each) => [each.name, each.value]))).to.deep.equal({ src: new URL('/places.csv', location.href).href, label: '"Trees" & <more>', 'no-legend': '', view: '13.4,52.5,14', filter: '.kind=tree' });
      expect(twin.textContent).to.equal('"Trees" & <more>');
      await expect(element).to.be.accessible();
      one(element, 'dialog button:not([type])').click();
      expect(one<HTMLDialogElement>(element, 'dialog').open).to.equal(false);
    } finally {
      navigator.clipboard.writeText = writeText;
      served.restore();
      history.replaceState(null, '', begin);
    }
  });

  it('says how far it is where it takes long, and can be stopped', async () => {
    const length = 1_000_000;
    const element = await opened(await shown({ ...dataset({ columns: { name: ['A'] } }), length, columns: [{ name: 'name', type: 'text', value: (row: number) => `Row ${row}` }] }));
    const button = way(element, '1,000,000 rows as CSV') as HTMLButtonElement;
    button.focus();
    button.click();
    await waitUntil(() => has(element, '[part=save] progress') && one<HTMLProgressElement>(element, '[part=save] progress').position > 0, 'it says how far it is');
    one(element, '[part=save] [part=stop]').focus();
    one(element, '[part=save] [part=stop]').click();
    await waitUntil(() => text(element, '[part=save] > [role=status]') === 'Stopped.');
    await waitUntil(() => !has(element, '[part=save] progress'));
    expect(element.shadowRoot!.activeElement).to.equal(button);
    expect(blobs).to.have.length(0);
    button.click();
    await wait(() => blobs.length === 1, 'the file is written', { timeout: 15_000 });
    expect((await blobs[0]!.text()).split('\r\n')).to.have.length(length + 2);
    // Whoever takes the map out of the page does not wait for a file either.
    button.click();
    await waitUntil(() => has(element, '[part=save] progress'));
    element.remove();
    await waitUntil(() => text(element, '[part=save] > [role=status]') === 'Stopped.');
    expect(blobs).to.have.length(1);
  });

  it('is written without holding up the page', async () => {
    const length = 500_000;
    const values = Float64Array.from({ length }, (_, row) => row);
    const data = { ...lisbon, length, columns: [{ name: 'n', type: 'number' as const, values, value: (row: number) => values[row] }], places: undefined, roles: {} };
    let turns = 0;
    const timer = setInterval(() => void (turns += 1), 0);
    const blob = await file('csv', data, Uint32Array.from(values));
    clearInterval(timer);
    expect(turns).to.be.above(0);
    expect((await blob.text()).split('\r\n')).to.have.length(length + 2);
  });
});
