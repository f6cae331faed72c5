import { expect } from '@open-wc/testing';
import { shapeAt } from '../../src/engine/shapes-hit.js';
import { thinned } from '../../src/engine/shapes-thinned.js';
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

type Position = readonly [x: number, y: number];

/** What is left of some lines or rings, as positions of each. */
function left(tolerance: number, ...lines: (readonly Position[])[]): Position[][] {
  const starts = lines.reduce((all, line) => [...all, all.at(-1)! + line.length], [0]);
  const shapes = { coordinates: Float64Array.from(lines.flat(2)), parts: Uint32Array.from(starts), rows: Uint32Array.of(0, lines.length), kinds: Uint8Array.of(3), boxes: Float64Array.of(0, 0, 0, 0) };
  const work = thinned(shapes, tolerance);
  for (;;) {
    const step = work.next();
    if (!step.done) continue;
    const { coordinates, parts } = step.value;
    return lines.map((_, part) => Array.from({ length: parts[part + 1]! - parts[part]! }, (_, i) => [coordinates[2 * (parts[part]! + i)]!, coordinates[2 * (parts[part]! + i) + 1]!] as const));
  }
}

/** How far a position is from a line. */
const away = ([x, y]: Position, line: readonly Position[]): number => Math.min(...line.slice(1).map(([x2, y2], i) => {
  const [x1, y1] = line[i]!;
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y);
}));

describe('what is left of shapes from far away', () => {
  it('is the corners, and the ends of each part', () => {
    const side = Array.from({ length: 50 }, (_, i): Position => [i, i % 2 ? 0.2 : -0.2]);
    expect(left(1, [...side, [50, 0], [50, 50]], [[7, 7]], [[0, 0], [0.1, 0.1], [0, 0]])).to.deep.equal([[[0, -0.2], [50, 0], [50, 50]], [[7, 7]], [[0, 0], [0, 0]]]);
  });

  it('keeps a peak from which the line goes back where it came from', () => {
    expect(left(1, [[0, 0], [5, 0.1], [20, 0], [5, -0.1], [0, 0]])).to.deep.equal([[[0, 0], [20, 0], [0, 0]]]);
  });

  it('leaves nothing out that is further than the tolerance from what stays', () => {
    const coast = Array.from({ length: 3000 }, (_, i): Position => [100 * Math.cos(i / 480) + 3 * Math.sin(i / 7), 100 * Math.sin(i / 480) + 2 * Math.cos(i / 5)]);
    const [kept] = left(0.5, coast);
    expect(kept!.length).to.be.below(coast.length / 4);
    expect(Math.max(...coast.map((position) => away(position, kept!)))).to.be.below(0.6);
  });
});
