import { expect } from '@open-wc/testing';
import { interleaved } from '../../src/model/places-builder.js';
import { toMercator } from '../../src/sources/crs.js';
import { crsName } from '../../src/sources/crs-name.js';
import { latitude, longitude } from '../../src/model/mercator.js';
import { failure } from '../support/dataset.js';
import { gridPoints } from './grid-points.js';

async function degrees(x: number, y: number, crs: string | undefined, context: Parameters<typeof toMercator>[2] = {}): Promise<{ lon: number; lat: number; crs: string; guessed: boolean | undefined }> {
  const positions = Float64Array.of(x, y);
  const { crs: used, guessedCrs } = await toMercator(interleaved(positions), crs, context);
  return { lon: longitude(positions[0]!), lat: latitude(positions[1]!), crs: used, guessed: guessedCrs };
}

describe('a grid', () => {
  const names: readonly (readonly [unknown, string | undefined])[] = [
    ['EPSG:25832', 'EPSG:25832'], ['epsg:25832', 'EPSG:25832'], ['urn:ogc:def:crs:EPSG::25832', 'EPSG:25832'], ['urn:ogc:def:crs:EPSG:6.18:25832', 'EPSG:25832'], ['urn:x-ogc:def:crs:EPSG:25832', 'EPSG:25832'],
    ['http://www.opengis.net/def/crs/EPSG/0/25832', 'EPSG:25832'], ['http://www.opengis.net/gml/srs/epsg.xml#25832', 'EPSG:25832'], ['25832', 'EPSG:25832'], [25_832, 'EPSG:25832'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'], ['OGC:CRS84', 'EPSG:4326'], ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'], ['WGS84', 'EPSG:4326'],
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28356' } }, 'EPSG:28356'], [{ type: 'EPSG', properties: { code: '28356' } }, 'EPSG:28356'], [{ type: 'EPSG', properties: { code: 28_356 } }, 'EPSG:28356'],
    [{ type: 'link', properties: { href: 'http://spatialreference.org/ref/epsg/28992/proj4/', type: 'proj4' } }, 'EPSG:28992'],
    ['urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783', 'EPSG:25832'], ['urn:ogc:def:crs,crs:EPSG:6.12:3068, crs:EPSG:6.12:5783', 'EPSG:3068'], ['EPSG:25832+5783', 'EPSG:25832'],
    ['http://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25833&2=http://www.opengis.net/def/crs/EPSG/0/7837', 'EPSG:25833'],
    ['urn:adv:crs:ETRS89_UTM32*DE_DHHN92_NH', 'EPSG:25832'], ['urn:adv:crs:DE_DHDN_3GK3', 'EPSG:31467'],
    [null, undefined], [undefined, undefined], ['', undefined], [{ type: 'name', properties: { name: null } }, undefined], ['Our own grid', 'Our own grid'],
  ];
  it('is known by every spelling of its name', () => {
    for (const [said, name] of names) expect(crsName(said), JSON.stringify(said)).to.equal(name);
  });

  for (const [code, lon, lat, x, y] of gridPoints) {
    // ED 50 differs by more than three shifts can say.
    const within = code === 23_030 ? 8 : 3;
    it(`EPSG:${code} lies where PROJ says, within ${within} m`, async () => {
      const found = await degrees(x, y, `EPSG:${code}`);
      expect((found.lat - lat) * 111_000).to.be.closeTo(0, within);
      expect((found.lon - lon) * 111_000 * Math.cos((lat * Math.PI) / 180)).to.be.closeTo(0, within);
      expect(found).to.include({ crs: `EPSG:${code}`, guessed: undefined });
    });
  }

  it('of any country is known by its number, also in degrees of another time', async () => {
    for (const [code, lon, lat, x, y] of [[2039, 35.2, 31.8, 219_035.79, 634_141.14], [102_356, -106.3, 42.8, 484_527.73, 355_954.19], [54_009, 100, 10, 9_928_037.68, 1_234_041.35], [2048, 18.4, -33.9, 55_496.13, 3_752_731.37], [5179, 127, 37.5, 955_804.82, 1_944_643.72], [4314, 9, 50, 9.001045, 50.001148], [4490, 116, 40, 116, 40]] as const) {
      const found = await degrees(x, y, `EPSG:${code}`);
      expect(found.lon, String(code)).to.be.closeTo(lon, 3e-5);
      expect(found.lat, String(code)).to.be.closeTo(lat, 3e-5);
      expect(found).to.include({ crs: `EPSG:${code}`, guessed: undefined });
    }
  });

  it('of a family is computed from its zone', async () => {
    for (const [crs, x, y, lon, lat] of [['EPSG:32632', 513_223.54, 5_403_015.52, 9.18, 48.78], ['EPSG:4647', 32_513_223.54, 5_403_015.52, 9.18, 48.78], ['EPSG:28356', 500_000, 7_000_000, 153, -27.12], ['EPSG:32756', 500_000, 7_000_000, 153, -27.12]] as const) {
      const found = await degrees(x, y, crs);
      expect(found.lon, crs).to.be.closeTo(lon, 0.01);
      expect(found.lat, crs).to.be.closeTo(lat, 0.01);
    }
  });

  it('is read northing first where only that lies near its meridian', async () => {
    const found = await degrees(6_072_387.91, 3_528_378.77, 'urn:ogc:def:crs:EPSG::31467');
    expect(found.lon).to.be.closeTo(9.44, 1e-4);
    expect(found.lat).to.be.closeTo(54.78, 1e-4);
  });

  it('that is not known is no guess', async () => {
    const { reason, message } = await failure(degrees(33_863, 777_606, 'EPSG:99986'));
    expect(reason).to.equal('crs-unknown');
    expect(message).to.contain('EPSG:99986');
    expect((await failure(degrees(33_863, 777_606, 'Our own grid'))).reason).to.equal('crs-unknown');
  });

  it('is not believed against degrees, nor degrees against metres', async () => {
    expect(await degrees(9.18, 48.78, 'EPSG:25832')).to.include({ crs: 'EPSG:4326', guessed: true });
    expect(await degrees(-742_860, -1_042_721, 'EPSG:4326', { hint: { columns: '', metres: true } })).to.include({ crs: 'EPSG:5514', guessed: true });
  });
});

describe('a grid that nobody names', () => {
  const metres = { columns: '“Ost” and “Nord”', metres: true };

  it('is guessed where it is the only one that fits, and called a guess', async () => {
    for (const [code, x, y] of [['EPSG:2056', 2_683_186, 1_247_156], ['EPSG:31467', 3_528_378, 6_072_387], ['EPSG:31468', 4_468_105, 5_333_640], ['EPSG:5514', -742_860, -1_042_721]] as const) {
      expect(await degrees(x, y, undefined, { hint: metres })).to.include({ crs: code, guessed: true });
    }
  });

  it('is Web Mercator where no national one fits', async () => {
    const found = await degrees(-204_776.87, 6_895_993.17, undefined);
    expect(found).to.include({ crs: 'EPSG:3857', guessed: true });
    expect(found.lon).to.be.closeTo(-1.8395, 1e-3);
  });

  it('is asked for where two fit', async () => {
    const { reason, message } = await failure(degrees(513_223, 5_403_015, undefined));
    expect(reason).to.equal('crs-unknown');
    expect(message).to.contain('EPSG:25832').and.contain('EPSG:3857');
  });

  it('is that of the country that the address ends in', async () => {
    expect(await degrees(652_301, 6_861_302, undefined, { address: 'https://data.ville.fr/arbres.geojson' })).to.include({ crs: 'EPSG:2154', guessed: true });
    expect(await degrees(154_986, 462_980, undefined, { address: 'https://data.stad.nl/bomen.geojson' })).to.include({ crs: 'EPSG:28992' });
    expect((await failure(degrees(391_440, 5_820_079, undefined, { address: 'https://daten.stadt.de/x.geojson' }))).message).to.contain('EPSG:25832');
  });

  it('called x and y is no degrees where nobody lives', async () => {
    const hint = { columns: '“x” and “y”', metres: false };
    expect((await failure(degrees(126.69, 83.94, undefined, { hint }))).reason).to.equal('crs-unknown');
    expect(await degrees(9.18, 48.78, undefined, { hint })).to.include({ crs: 'EPSG:4326', guessed: true });
  });
});
