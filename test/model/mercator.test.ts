import { expect } from '@open-wc/testing';
import { halfWorld, latitude, maxLatitude, mercatorY } from '../../src/model/mercator.js';

/** As the grid is defined (EPSG method 1024). */
const defined = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) * halfWorld;

describe('Web Mercator', () => {
  it('lies within a millimetre of its definition from edge to edge', () => {
    for (let lat = -maxLatitude; lat < maxLatitude; lat += 0.0137) expect(mercatorY(lat), String(lat)).to.be.closeTo(defined(lat), 0.001);
  });

  it('ends at the edges, also for the poles', () => {
    for (const lat of [maxLatitude, 89, 90]) expect(mercatorY(lat)).to.be.closeTo(halfWorld, 0.001);
    expect(mercatorY(-90)).to.be.closeTo(-halfWorld, 0.001);
    expect(Number.isNaN(mercatorY(Number.NaN))).to.equal(true);
  });

  it('leads back to the same degree', () => {
    for (const lat of [-60.25, 0, 48.137, 78.9]) expect(latitude(mercatorY(lat))).to.be.closeTo(lat, 1e-8);
  });
});
