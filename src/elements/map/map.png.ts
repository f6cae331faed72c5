import { pictureOf } from '../../engine/picture.js';
import { drawSymbol, legendOf, sizeOf, type Entry } from './map.png-legend.js';
import type { Special } from './map.special.js';

const [margin, line] = [16, 22];

/** The map as it is, under its title and over its legend, its sources and its date. Throws where the browser lets nobody read it. */
export async function picture({ with: [host, language, , , stage] }: Special, title: string, sources: readonly string[]): Promise<Blob | null> {
  const map = pictureOf(stage.drawing!.engine.map.getViewport());
  const ratio = devicePixelRatio;
  const width = map.width / ratio;
  const style = getComputedStyle(host);
  const [font, isLeftward] = [style.fontFamily, host.matches(':dir(rtl)')];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  context.font = `14px ${font}`;
  const before = (entry: Entry): number => Math.ceil(sizeOf(entry).width) + (entry.text && sizeOf(entry).width > 0 ? 6 : 0);
  const legend = rows(legendOf(host.shadowRoot!), (entry) => before(entry) + context.measureText(entry.text).width + 18, width, ({ isHeading }) => isHeading);
  const heights = legend.map((row) => Math.max(line, ...row.map(({ item }) => sizeOf(item).height + 6)));
  context.font = `12px ${font}`;
  const notes = rows([...sources, language.date(Date.now())], (text) => context.measureText(text).width + 18, width);
  canvas.width = map.width;
  canvas.height = Math.round((line + margin + 12 + heights.reduce((sum, each) => sum + each, 0) + notes.length * 18 + margin) * ratio) + map.height;
  context.scale(ratio, ratio);
  const probe = getComputedStyle(host.shadowRoot!.querySelector('.list, .stage') ?? host);
  const paper = getComputedStyle(host.shadowRoot!.querySelector('.button') ?? host).backgroundColor;
  context.fillStyle = /rgba\(.*, 0\)|transparent/.test(paper) ? 'Canvas' : paper;
  context.fillRect(0, 0, width, canvas.height / ratio);
  context.direction = isLeftward ? 'rtl' : 'ltr';
  context.textBaseline = 'middle';
  const place = (x: number): number => (isLeftward ? width - x : x);
  const write = (text: string, x: number, y: number, as: string): void => {
    context.font = `${as} ${font}`;
    context.fillStyle = probe.color;
    context.fillText(`\u2068${text}\u2069`, place(x), y, width - margin - x);
  };
  write(title, margin, margin / 2 + line / 2 + 2, '600 17px');
  let y = line + margin;
  context.drawImage(map, 0, y, width, map.height / ratio);
  y += map.height / ratio + 8;
  for (const [i, row] of legend.entries()) {
    y += heights[i]! / 2;
    for (const { item, x } of row) {
      const { width: own } = sizeOf(item);
      drawSymbol(context, item, isLeftward ? place(x) - own : x, y, isLeftward);
      write(item.text, x + before(item), y, item.isHeading ? '600 14px' : '14px');
    }
    y += heights[i]! / 2;
  }
  y += line / 2;
  for (const row of notes) {
    for (const { item, x } of row) write(item, x, y, '12px');
    y += 18;
  }
  return new Promise((done) => void canvas.toBlob(done));
}

interface Placed<T> {
  readonly item: T;
  readonly x: number;
}

/** Things side by side, in as many rows as it takes; some begin a row of their own. */
function rows<T>(items: readonly T[], widthOf: (item: T) => number, width: number, isFirst?: (item: T) => boolean | undefined): Placed<T>[][] {
  const found: Placed<T>[][] = [];
  let x = Infinity;
  for (const item of items) {
    const own = widthOf(item);
    if (x + own > width - margin || isFirst?.(item)) {
      found.push([]);
      x = margin;
    }
    found.at(-1)!.push({ item, x });
    x += own;
  }
  return found;
}
