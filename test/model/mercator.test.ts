import { expect } from '@open-wc/testing';
import { distance, halfWorld, latitude, longitude, mercatorX, mercatorY } from '../../src/model/mercator.js';

describe('Web Mercator', () => {
  it('puts Brussels where EPSG:3857 has it', () => {
    // 6378137 m × radians, and 6378137 m × ln tan(45° + φ/2), worked out for 50.85 N, 4.35 E.
    expect(mercatorX(4.35)).to.be.closeTo(484239.785, 0.001);
    expect(mercatorY(50.85)).to.be.closeTo(6594803.227, 0.001);
  });

  it('comes back to the degrees that went in', () => {
    for (const [lon, lat] of [[0, 0], [-179.9, 84.9], [151.2, -33.87], [180, -85]] as const) {
      expect(longitude(mercatorX(lon))).to.be.closeTo(lon, 1e-9);
      expect(latitude(mercatorY(lat))).to.be.closeTo(lat, 1e-9);
    }
  });

  it('draws the poles at the edge of the square', () => {
    expect(mercatorY(90)).to.be.closeTo(halfWorld, 1);
    expect(mercatorY(-90)).to.be.closeTo(-halfWorld, 1);
  });

  it('measures distances on the ground', () => {
    expect(distance(2.3522, 48.8566, -0.1276, 51.5072)).to.be.closeTo(343_500, 1000);
    expect(distance(179.9, 0, -179.9, 0)).to.be.closeTo(22_239, 5);
    expect(distance(1, 1, 1, 1)).to.equal(0);
  });
});
