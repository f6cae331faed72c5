import { expect } from '@open-wc/testing';
import { latitude, longitude } from '../../src/model/mercator.js';
import { interleaved } from '../../src/model/places-builder.js';
import { toMercator, type GridContext } from '../../src/sources/crs.js';
import { SourceError } from '../../src/sources/source.js';
import { gridPoints } from './grid-points.js';

/** Who publishes in a grid: of a grid that is used in a city, that city; of one of which others of its kind look the same, nobody decides. */
const hosts: Readonly<Record<number, string>> = {
  28992: 'nl', 31370: 'be', 3812: 'be', 2154: 'fr', 27572: 'fr', 27700: 'gov.uk', 29902: 'ie', 2157: 'ie', 25830: 'es', 25829: 'gal', 23030: 'es', 3763: 'pt', 25831: 'cat', 25832: 'de', 25833: 'berlin.de', 31467: 'de', 31468: 'de', 3068: 'berlin.de', 2056: 'ch', 21781: 'ch',
  31256: 'wien.gv.at', 31287: 'gv.at', 3003: 'it', 6707: 'it', 7791: 'it', 3794: 'si', 3765: 'hr', 23700: 'hu', 5514: 'cz', 8353: 'sk', 2180: 'pl', 2178: 'pl', 3346: 'lt', 3059: 'lv', 3301: 'ee', 3067: 'fi', 3879: 'fi', 3006: 'se', 3011: 'stockholm.se', 3007: 'goteborg.se', 5110: 'oslo.kommune.no',
  2100: 'gr', 3844: 'ro', 7801: 'bg', 2263: 'nyc', 3857: 'example',
};
/** Of the same numbers, one name is enough; and of ED 50 there is one beside it that has taken its place, 230 m away. */
const sameAs: Readonly<Record<number, number>> = { 6707: 7791, 23030: 25830 };
/** Where nothing can decide: the continent has no publishers of its own. */
const asked = new Set([3035, 3034, 5243, 3857]);

/** Forty positions, within two kilometres. */
const cloud = (x: number, y: number): Float64Array => Float64Array.from({ length: 80 }, (_, at) => (at % 2 ? y : x) + ((at * 7919) % 4001) - 2000);

async function guess(positions: Float64Array, context: GridContext): Promise<{ crs: string; lon: number; lat: number } | SourceError> {
  try {
    const { crs, guessedCrs } = await toMercator(interleaved(positions), undefined, context);
    expect(guessedCrs).to.equal(true);
    const middle = (first: number): number => positions.filter((_, at) => at % 2 === first).reduce((sum, value) => sum + value) / (positions.length / 2);
    return { crs, lon: longitude(middle(0)), lat: latitude(middle(1)) };
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

/** Never a wrong place: within a few kilometres, as far as the cloud goes, or a question that names the grid. */
function rightOrAsked(found: Awaited<ReturnType<typeof guess>>, [code, lon, lat]: (typeof gridPoints)[number], what: string): void {
  if (found instanceof SourceError) {
    expect(found.reason, what).to.equal('crs-unknown');
    expect(found.message, what).to.contain(`EPSG:${sameAs[code] ?? code}: around ${Math.abs(lon).toFixed(1).slice(0, -1)}`);
  } else {
    expect(found.lon, `${what}, taken for ${found.crs}`).to.be.closeTo(lon, 0.04);
    expect(found.lat, `${what}, taken for ${found.crs}`).to.be.closeTo(lat, 0.04);
  }
}

describe('a grid that nobody names', () => {
  for (const point of gridPoints) {
    const [code, lon, lat, x, y] = point;
    it(`but is EPSG:${code} lies where it belongs, or is asked for`, async () => {
      const published = `https://data.${hosts[code] ?? 'europa.eu'}/x.csv`;
      const home = await guess(cloud(x, y), { address: published });
      if (!asked.has(code)) expect(home, `${published}: ${(home as SourceError).message}`).to.include({ crs: `EPSG:${sameAs[code] ?? code}` });
      rightOrAsked(home, point, published);
      rightOrAsked(await guess(cloud(x, y), { address: 'https://data.example.org/x.csv' }), point, 'a host without a country');
      const hint = { columns: '“x” and “y”', metres: false };
      rightOrAsked(await guess(cloud(x, y), { address: published, hint }), point, 'x and y');
      // Columns in which the northing stands first.
      if (code !== 3857) rightOrAsked(await guess(cloud(y, x), { address: published, hint }), [code, lon, lat, y, x], 'the northing first');
    });
  }

  it('is asked for with the grids that fit, the likelier first, and where each would have the data', async () => {
    const found = await guess(cloud(513_223, 5_403_015), { address: 'https://data.example.org/x.geojson' });
    expect((found as SourceError).message).to.contain('It could be EPSG:25832: around 9.2° E 48.8° N (Germany)').and.contain('EPSG:3857: around 4.6° E 43.6° N');
  });

  it('is no web map of a place where nobody would look for the data', async () => {
    // Feet of Missouri would be in Chad, and metres of a town that counts from its own corner in the Gulf of Guinea.
    for (const [x, y, address] of [[1_706_020, 1_075_026, 'https://data.example.org/x.csv'], [30_000, 40_000, 'https://data.example.org/x.csv'], [-8_238_310, 4_970_071, 'https://data.stad.nl/x.csv'], [1_113_194, 6_446_275, 'https://data.city.gov/x.csv']] as const) {
      expect((await guess(cloud(x, y), { address }) as SourceError).reason, `${x} ${y} ${address}`).to.equal('crs-unknown');
    }
    expect(await guess(cloud(-8_238_310, 4_970_071), { address: 'https://data.city.gov/x.csv' })).to.include({ crs: 'EPSG:3857' });
  });

  it('is the one of nearly all rows, wherever a few lie', async () => {
    const positions = cloud(2_683_186, 1_247_156);
    positions.set([0, 0, 99, 1e9], 20);
    expect(await toMercator(interleaved(positions), undefined, { address: 'https://data.stadt.ch/x.csv' })).to.deep.equal({ crs: 'EPSG:2056', guessedCrs: true });
  });
});
