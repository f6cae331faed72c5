import { expect, waitUntil } from '@open-wc/testing';
import type { Dataset, Tiles } from '../../src/model/dataset.js';
import { all, drawn, has, text } from '../support/map-page.js';

/** One red square, whichever is asked for. */
function red(): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 256;
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(200, 10, 20)';
  context.fillRect(0, 0, 256, 256);
  return canvas.toDataURL();
}

const source = (tiles: Tiles): Dataset => ({
  length: 0, columns: [], places: undefined, roles: {}, tiles,
  about: { title: 'Land use', description: 'From the air, 2024.' },
  report: { format: 'wms', read: 0, kept: 0, located: 0, problems: [], choices: [{ name: 'noise', title: 'Noise' }] },
});

/** Whether a picture of ours covers the middle of the map. */
function covers(canvas: HTMLCanvasElement): boolean {
  const { width, height } = canvas;
  const [r = 0, g = 0, b = 0] = canvas.getContext('2d')?.getImageData(width >> 1, height >> 1, 1, 1).data ?? [];
  return Math.abs(r - 200) < 4 && Math.abs(g - 10) < 4 && Math.abs(b - 20) < 4;
}

describe('<civic-map> of a source that gives pictures', () => {
  it('lays them over its ground, and says that there is nothing to list', async () => {
    const element = await drawn(source({ kind: 'xyz', url: red(), format: 'image/png', bounds: [5.6, 52, 5.9, 52.2] }));
    await waitUntil(() => all<HTMLCanvasElement>(element, '.canvas-holder canvas').some(covers), 'the pictures are drawn', { timeout: 5000 });
    expect(has(element, 'input[type=search]'), 'nothing to search').to.equal(false);
    await waitUntil(() => has(element, '[part=pictures]'));
    expect(text(element, '[part=pictures]')).to.contain('gives pictures of a map').and.contain('From the air').and.contain('1 other layer').and.contain('Noise');
    await expect(element).to.be.accessible();
  });

  it('says so when none comes', async () => {
    const element = await drawn(source({ kind: 'xyz', url: '/missing/{z}/{x}/{y}.png', format: 'image/png' }));
    await waitUntil(() => has(element, '[part=pictures] [role=alert]'), 'it says so', { timeout: 8000 });
    expect(text(element, '[part=pictures] [role=alert]')).to.equal('The pictures of this source do not come at the moment.');
  });
});
