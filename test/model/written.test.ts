import { expect } from '@open-wc/testing';
import { csvOf } from '../../src/model/csv-written.js';
import type { Dataset } from '../../src/model/dataset.js';
import { geojsonOf } from '../../src/model/geojson-written.js';
import { dataset } from '../support/places.js';

const rows = ({ length }: Dataset): Uint32Array => Uint32Array.from({ length }, (_, row) => row);
const csv = (data: Dataset): string => [...csvOf(data, rows(data))].join('');
const geojson = (data: Dataset): { features: { id?: unknown; geometry: { type: string; coordinates: unknown } | null; properties: unknown }[] } => JSON.parse([...geojsonOf(data, rows(data))].join(''));

describe('rows as CSV', () => {
  it('have the names of the columns, and where they are', () => {
    const data = dataset({
      columns: { name: ['Oak', 'Lime, "old"', 'Two\nlines'], height: [12.5, undefined, -3], planted: [new Date('2020-05-01'), new Date('2021-06-01T12:30Z'), undefined] },
      places: [{ point: [13.4123456, 52.5] }, undefined, { point: [-179.9, -17] }],
    });
    expect(csv(data)).to.equal('\ufeffname,height,planted,longitude,latitude\r\nOak,12.5,2020-05-01,13.4123456,52.5\r\n"Lime, ""old""",,2021-06-01T12:30:00.000Z,,\r\n"Two\nlines",-3,,-179.9,-17\r\n');
  });

  it('are nothing that a spreadsheet would compute', () => {
    expect(csv(dataset({ columns: { name: [' =1', '\u00a0@x', '\u200b＝1', ' a=1', ' -5'] } })).split('\r\n').slice(1, 6)).to.deep.equal(["' =1", "'\u00a0@x", "'\u200b＝1", '" a=1"', "' -5"]);
    const cells = ['=1+1', '+49 89 1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '-12.5', '+3', '-1e5', '.5', '＝1', 'a=1', '=HYPERLINK("https://x.example","x")'];
    const lines = csv(dataset({ columns: { '=name': cells } })).split('\r\n');
    expect(lines.slice(0, 5)).to.deep.equal(["\ufeff'=name", "'=1+1", "'+49 89 1", "'-1+1", "'@SUM(A1)"]);
    expect(lines.slice(7)).to.deep.equal(['-12.5', '+3', '-1e5', '.5', "'＝1", 'a=1', `"'=HYPERLINK(""https://x.example"",""x"")"`, '']);
    expect(lines[5]).to.equal("'\t=1");
    expect(lines[6]).to.equal("\"'\r=1\"");
  });

  it('do not say twice where they are', () => {
    const data = dataset({ columns: { lat: [52.5], lon: [13.4] }, roles: { latitude: 'lat', longitude: 'lon' }, places: [{ point: [13.4, 52.5] }] });
    expect(csv(data)).to.equal('\ufefflat,lon\r\n52.5,13.4\r\n');
    const grid = dataset({ columns: { north: [5_800_000], east: [390_000] }, roles: { latitude: 'north', longitude: 'east' }, places: [{ point: [13.4, 52.5] }] });
    expect(csv(grid)).to.equal('\ufeffnorth,east,longitude,latitude\r\n5800000,390000,13.4,52.5\r\n');
  });
});

describe('rows as GeoJSON', () => {
  const square = (west: number, south: number, east: number, north: number): [number, number][] => [[west, south], [west, north], [east, north], [east, south], [west, south]];

  it('have ids, values, points, lines and nowhere', () => {
    const { features } = geojson(dataset({ columns: { code: ['a', 'b', 'c'], size: [1, undefined, 3] }, roles: { id: 'code' }, places: [{ point: [13.4123456789, 52.5] }, undefined, { line: [[1, 2], [3, 4]] }] }));
    expect(features[0]).to.deep.equal({ type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates: [13.4123457, 52.5] }, properties: { code: 'a', size: 1 } });
    expect(features[1]).to.deep.include({ geometry: null, properties: { code: 'b' } });
    expect(features[2]!.geometry).to.deep.equal({ type: 'LineString', coordinates: [[1, 2], [3, 4]] });
  });

  it('have holes and islands, outlines counterclockwise and holes clockwise', () => {
    const { features } = geojson(dataset({ columns: { name: ['x'] }, places: [{ area: [square(0, 0, 10, 10), square(2, 2, 8, 8), square(4, 4, 6, 6), square(20, 0, 30, 10)] }] }));
    const { type, coordinates } = features[0]!.geometry as { type: string; coordinates: [number, number][][][] };
    expect(type).to.equal('MultiPolygon');
    expect(coordinates.map((polygon) => polygon.length)).to.deep.equal([2, 1, 1]);
    const turn = (ring: [number, number][]): number => Math.sign(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0));
    expect(turn(coordinates[0]![0]!)).to.equal(1);
    expect(turn(coordinates[0]![1]!)).to.equal(-1);
  });

  it('are cut at the antimeridian', () => {
    const { features } = geojson(dataset({ columns: { name: ['line', 'area'] }, places: [{ line: [[170, 0], [190, 10]] }, { area: [square(170, -10, 190, 10)] }] }));
    expect(features[0]!.geometry).to.deep.equal({ type: 'MultiLineString', coordinates: [[[170, 0], [180, 5]], [[-180, 5], [-170, 10]]] });
    const { type, coordinates } = features[1]!.geometry as { type: string; coordinates: [number, number][][][] };
    expect(type).to.equal('MultiPolygon');
    const spans = coordinates.map(([ring]) => [Math.min(...ring!.map(([x]) => x)), Math.max(...ring!.map(([x]) => x))]);
    expect(spans).to.deep.equal([[170, 180], [-180, -170]]);
    for (const [ring] of coordinates) expect(ring![0]).to.deep.equal(ring!.at(-1));
  });
});

