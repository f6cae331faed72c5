import { expect } from '@open-wc/testing';
import { bin, cellSize, type Bins, type Extent } from '../../src/model/grid.js';
import { halfWorld } from '../../src/model/mercator.js';

const world = 2 * halfWorld;
const all = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, row) => row);
const counted = (bins: Bins): number[] => [...bins.count].sort((a, b) => a - b);
const around = (x: number, y: number, half: number): Extent => [x - half, y - half, x + half, y + half];

describe('bins of points', () => {
  it('have exact counts, centres of gravity and rows', () => {
    const xs = Float64Array.of(10, 12, 14, 500, Number.NaN);
    const ys = Float64Array.of(10, 10, 13, 500, 0);
    const bins = bin(xs, ys, all(5), around(0, 0, 1000), 100, 40);
    expect(counted(bins)).to.deep.equal([1, 3]);
    const three = bins.count.indexOf(3);
    expect([bins.x[three], bins.y[three]]).to.deep.equal([12, 11]);
    expect([...bins.rows(three)]).to.deep.equal([0, 1, 2]);
    expect(bins.row[1 - three]).to.equal(3);
  });

  it('count only the rows that are asked for', () => {
    const xs = Float64Array.of(10, 12, 14);
    expect(counted(bin(xs, xs, Uint32Array.of(0, 2), around(0, 0, 100), 100, 40))).to.deep.equal([2]);
  });

  it('join neighbours that would overlap, and count them together', () => {
    const xs = Float64Array.of(95, 105, 305);
    const ys = Float64Array.of(50, 50, 50);
    expect(counted(bin(xs, ys, all(3), around(200, 50, 300), 100, 40))).to.deep.equal([1, 2]);
    expect(counted(bin(xs, ys, all(3), around(200, 50, 300), 100, 5))).to.deep.equal([1, 1, 1]);
  });

  it('count the whole of a cell at the edge of the view, and nothing far away', () => {
    const xs = Float64Array.of(990, 1010, 5000);
    const ys = Float64Array.of(0, 0, 0);
    expect(counted(bin(xs, ys, all(3), around(0, 0, 1000), 100, 60))).to.deep.equal([2]);
  });

  it('stay the same while the view moves', () => {
    const xs = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i) * 900);
    const ys = Float64Array.from({ length: 400 }, (_, i) => Math.cos(i * 7) * 900);
    const inside = (bins: Bins): string[] =>
      [...bins.x].map((x, i) => `${x.toFixed(6)} ${bins.y[i]!.toFixed(6)} ${bins.count[i]}`).filter((line) => Math.abs(Number.parseFloat(line)) < 300).sort();
    const size = cellSize(2, 50);
    expect(inside(bin(xs, ys, all(400), around(0, 0, 1500), size, 80))).to.deep.equal(inside(bin(xs, ys, all(400), around(37, -11, 1500), size, 80)));
  });

  it('are found beyond the antimeridian and in further copies of the world', () => {
    const xs = Float64Array.of(halfWorld - 10, -halfWorld + 10);
    const ys = Float64Array.of(0, 0);
    const bins = bin(xs, ys, all(2), around(halfWorld, 0, 1000), cellSize(10, 50), 100);
    expect(counted(bins)).to.deep.equal([2]);
    expect(bins.x[0]).to.be.closeTo(halfWorld, 1e-6);
    expect(bin(xs, ys, all(2), around(halfWorld + 3 * world, 0, 1000), cellSize(10, 50), 100).x[0]).to.be.closeTo(halfWorld + 3 * world, 1e-6);
  });

  it('count each point once where the view is wider than the world', () => {
    const xs = Float64Array.from({ length: 1000 }, (_, i) => -halfWorld + (i / 1000) * world);
    const ys = new Float64Array(1000);
    const bins = bin(xs, ys, all(1000), [-2 * world, -halfWorld, 2 * world, halfWorld], cellSize(100_000, 50), 3_000_000);
    expect(bins.count.reduce((sum, each) => sum + each, 0)).to.equal(1000);
  });

  it('lie in cells of which a whole number makes the world', () => {
    for (const resolution of [0.3, 1, 7, 150, 80_000]) {
      const size = cellSize(resolution, 48);
      expect(Number.isInteger(world / size)).to.equal(true);
      expect(size / resolution).to.be.within(48 / 1.2, 48 * 1.2);
    }
  });

  it('take milliseconds for 200,000 points', () => {
    const count = 200_000;
    const xs = Float64Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) * halfWorld);
    const ys = Float64Array.from({ length: count }, (_, i) => Math.sin(i * 78.233) * halfWorld * 0.8);
    const rows = all(count);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      bin(xs, ys, rows, [-halfWorld, -halfWorld, halfWorld, halfWorld], cellSize(40_000, 48), 1_600_000);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[4]).to.be.lessThan(50);
  });
});
