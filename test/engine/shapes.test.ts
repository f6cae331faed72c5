import { expect } from '@open-wc/testing';
import { shapeAt } from '../../src/engine/shapes-hit.js';
import { isSmall } from '../../src/engine/shapes.js';
import type { Dataset, Places, Shapes } from '../../src/model/dataset.js';
import { cellLevel } from '../../src/model/grid.js';
import { read } from '../support/dataset.js';

/** Squares, by the metres of their sides near the equator, one beside the other; negative ones are lines. */
async function squares(...sides: number[]): Promise<Places & { readonly shapes: Shapes }> {
  const features = sides.map((side, i) => {
    const [west, size] = [i * 0.1, Math.abs(side) / 111_320];
    const corners = [[west, 0], [west + size, 0], [west + size, size], [west, size], [west, 0]];
    return { type: 'Feature', properties: { name: `Place ${i}` }, geometry: side < 0 ? { type: 'LineString', coordinates: corners.slice(0, 2) } : { type: 'Polygon', coordinates: [corners] } };
  });
  const { places }: Dataset = await read(JSON.stringify({ type: 'FeatureCollection', features }));
  return places as Places & { shapes: Shapes };
}

/** Which are drawn as points, at so many metres a pixel. */
const small = async (resolution: number, ...sides: number[]): Promise<boolean[]> => {
  const { shapes } = await squares(...sides);
  return sides.map((_, row) => isSmall(shapes, row, cellLevel(resolution, 42)));
};

describe('what is too small to be seen as what it is', () => {
  it('is a point where most are, as buildings on the map of a town', async () => {
    expect(await small(20, 8, 9, 10, 4000)).to.deep.equal([true, true, true, false]);
  });

  it('stays what it is among others that are seen, as small countries on a map of the world', async () => {
    expect(await small(20, 60, 100, 3000, 4000)).to.deep.equal([false, false, false, false]);
  });

  it('is a line as long as that is longer than it is wide', async () => {
    expect(await small(20, -30, -30, -35)).to.deep.equal([false, false, false]);
    expect(await small(20, 30, 30, 35)).to.deep.equal([true, true, true]);
  });

  it('is met by a pointer that comes near', async () => {
    const { shapes, x, y } = await squares(60, 4000);
    const rows = Uint32Array.of(0, 1);
    expect(shapeAt(shapes, rows, x[0]! - 150, y[0]!, 200)).to.equal(0);
    expect(shapeAt(shapes, rows, x[1]! - 2150, y[1]!, 200)).to.equal(undefined);
    expect(shapeAt(shapes, rows, x[1]!, y[1]!, 200)).to.equal(1);
  });
});
