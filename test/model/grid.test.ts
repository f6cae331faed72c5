import { expect } from '@open-wc/testing';
import { cellLevel, cellSize, Grid, type Bins, type Extent } from '../../src/model/grid.js';
import { halfWorld } from '../../src/model/mercator.js';
import { pointOrder } from '../../src/model/point-order.js';

const world = 2 * halfWorld;
const all = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, row) => row);
const counted = (bins: Bins): number[] => [...bins.count].sort((a, b) => a - b);
const finished = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
/** A grid of some rows, whose smallest cells are some ten metres wide. */
const grid = (xs: Float64Array, ys: Float64Array, rows = all(xs.length)): Grid => {
  const passes = new Uint8Array(xs.length);
  for (const row of rows) passes[row] = 1;
  return finished(Grid.of(finished(pointOrder(xs, ys)), passes));
};
/** At 2 metres a pixel. */
const level = cellLevel(2, 50);
const size = cellSize(level);
const around = (x: number, y: number, half: number): Extent => [x - half, y - half, x + half, y + half];

describe('bins of points', () => {
  it('have exact counts, centres of gravity and rows', () => {
    const xs = Float64Array.of(10, 12, 14, 500, Number.NaN);
    const ys = Float64Array.of(10, 10, 13, 500, 0);
    const bins = grid(xs, ys).bins(around(0, 0, 1000), level, 40);
    expect(counted(bins)).to.deep.equal([1, 3]);
    const three = bins.count.indexOf(3);
    expect([bins.x[three], bins.y[three]]).to.deep.equal([12, 11]);
    expect([...bins.rows(three)]).to.deep.equal([0, 1, 2]);
    expect(bins.row[1 - three]).to.equal(3);
  });

  it('count only the rows that are asked for', () => {
    const xs = Float64Array.of(10, 12, 14);
    const bins = grid(xs, xs, Uint32Array.of(0, 2)).bins(around(0, 0, 100), level, 40);
    expect(counted(bins)).to.deep.equal([2]);
    expect([...bins.rows(0)]).to.deep.equal([0, 2]);
    expect(grid(xs, xs, Uint32Array.of(1)).bins(around(0, 0, 100), level, 40).row[0]).to.equal(1);
  });

  it('join neighbours that would overlap, and count them together', () => {
    const xs = Float64Array.of(size - 5, size + 5, 3 * size + 5);
    const ys = Float64Array.of(50, 50, 50);
    const all = around(200, 50, 300);
    expect(counted(grid(xs, ys).bins(all, level, 40))).to.deep.equal([1, 2]);
    expect(counted(grid(xs, ys).bins(all, level, 5))).to.deep.equal([1, 1, 1]);
  });

  it('count the whole of a cell at the edge of the view, and nothing far away', () => {
    const xs = Float64Array.of(8 * size - 10, 8 * size + 10, 60 * size);
    const ys = Float64Array.of(1, 1, 1);
    expect(counted(grid(xs, ys).bins(around(0, 0, 8 * size), level, 60))).to.deep.equal([2]);
  });

  it('stay the same while the view moves', () => {
    const xs = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i) * 900);
    const ys = Float64Array.from({ length: 400 }, (_, i) => Math.cos(i * 7) * 900);
    const inside = (bins: Bins): string[] =>
      [...bins.x].map((x, i) => `${x.toFixed(6)} ${bins.y[i]!.toFixed(6)} ${bins.count[i]}`).filter((line) => Math.abs(Number.parseFloat(line)) < 300).sort();
    expect(inside(grid(xs, ys).bins(around(0, 0, 1500), level, 80))).to.deep.equal(inside(grid(xs, ys).bins(around(37, -11, 1500), level, 80)));
  });

  it('count the same as one by one, in every level, filtered or not', () => {
    const xs = Float64Array.from({ length: 5000 }, (_, i) => (i % 97 === 0 ? Number.NaN : Math.sin(i * 12.9898) * 40_000 + 500_000));
    const ys = Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i * 78.233) * 30_000 - 6_000_000);
    const rows = all(5000).filter((row) => row % 3 !== 1);
    for (const each of [0, 5, 10, 13, 16, 22]) {
      const side = cellSize(each);
      const cells = new Map<string, number[]>();
      for (const row of rows) {
        if (Number.isNaN(xs[row])) continue;
        const cell = `${Math.floor(xs[row]! / side)} ${Math.floor(ys[row]! / side)}`;
        cells.set(cell, [...(cells.get(cell) ?? []), row]);
      }
      const extent: Extent = each < 17 ? [459_000, -6_031_000, 541_000, -5_969_000] : [500_000, -6_000_100, 500_200, -5_999_900];
      const bins = grid(xs, ys, rows).bins(extent, each, 0);
      for (let bin = 0; bin < bins.length; bin += 1) {
        const [row] = [bins.row[bin]!];
        expect([...bins.rows(bin)]).to.deep.equal(cells.get(`${Math.floor(xs[row]! / side)} ${Math.floor(ys[row]! / side)}`));
      }
      if (each < 17) expect(bins.length).to.equal(cells.size);
    }
  });

  it('are found beyond the antimeridian and in further copies of the world', () => {
    const xs = Float64Array.of(halfWorld - 10, -halfWorld + 10);
    const ys = Float64Array.of(1, 1);
    const bins = grid(xs, ys).bins(around(halfWorld, 0, 1000), level, 100);
    expect(counted(bins)).to.deep.equal([2]);
    expect(bins.x[0]).to.be.closeTo(halfWorld, 1e-6);
    expect(grid(xs, ys).bins(around(halfWorld + 3 * world, 0, 1000), level, 100).x[0]).to.be.closeTo(halfWorld + 3 * world, 1e-6);
  });

  it('count each point once where the view is wider than the world', () => {
    const xs = Float64Array.from({ length: 1000 }, (_, i) => -halfWorld + (i / 1000) * world);
    const ys = new Float64Array(1000);
    for (const wide of [0, 3]) {
      const bins = grid(xs, ys).bins([-2 * world, -halfWorld, 2 * world, halfWorld], wide, 3_000_000);
      expect(bins.count.reduce((sum, each) => sum + each, 0)).to.equal(1000);
    }
  });

  it('lie in cells that halve the world', () => {
    for (const resolution of [1, 7, 150, 80_000]) {
      const cell = cellSize(cellLevel(resolution, 48));
      expect(Number.isInteger(Math.log2(world / cell))).to.equal(true);
      expect(cell / resolution).to.be.within(48 / 1.5, 48 * 1.5);
    }
  });

  it('hold each of 200,000 points once', () => {
    const count = 200_000;
    const xs = Float64Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) * halfWorld);
    const ys = Float64Array.from({ length: count }, (_, i) => Math.sin(i * 78.233) * halfWorld * 0.8);
    const order = finished(pointOrder(xs, ys));
    const bins = finished(Grid.of(order)).bins([-halfWorld, -halfWorld, halfWorld, halfWorld], cellLevel(40_000, 48), 1_600_000);
    expect(bins.count.reduce((sum, each) => sum + each, 0)).to.equal(count);
    const rows = new Set(Array.from({ length: bins.length }, (_, bin) => [...bins.rows(bin)]).flat());
    expect(rows.size).to.equal(count);
  });
});
