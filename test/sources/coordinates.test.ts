import { expect } from '@open-wc/testing';
import { failure, place, problems, read } from '../support/dataset.js';

describe('the places of a table', () => {
  const headers: readonly (readonly [north: string, east: string])[] = [
    ['lat', 'lon'], ['Latitude', 'Longitude'], ['LAT', 'LNG'], ['reclat', 'reclong'], ['stop_lat', 'stop_lon'], ['locationLat', 'locationLon'], ['geo.latitude', 'geo.longitude'],
    ['Breitengrad', 'Längengrad'], ['Geo-Breite', 'Geo-Länge'], ['latitud', 'longitud'], ['latitudine', 'longitudine'], ['breedtegraad', 'lengtegraad'], ['緯度', '経度'], ['y', 'x'], ['Y-Koord', 'X-Koord'], ['coord_y', 'coord_x'],
  ];
  for (const [north, east] of headers) {
    it(`are in “${north}” and “${east}”`, async () => {
      const dataset = await read(`name,${north},${east}\nPool,48.5,9.25\nHall,47.5,8.25`);
      expect(place(dataset, 0)).to.deep.equal([9.25, 48.5]);
      expect(dataset.roles).to.include({ latitude: 1, longitude: 2 });
    });
  }

  it('are in the plainest pair of several, not in one half of each', async () => {
    const dataset = await read('zone_lat,lon,zone_lon,lat\n1,9.25,2,48.5\n1,8.25,2,47.5');
    expect(place(dataset, 0)).to.deep.equal([9.25, 48.5]);
  });

  it('are not in how long and wide things are', async () => {
    const dataset = await read('name,Länge,Breite,platz,flat\nBay,12,2.5,1,2\nBed,10,3.5,1,2');
    expect(dataset.places).to.equal(undefined);
  });

  it('are in “Länge” and “Breite” where no thing is measured so exactly', async () => {
    const dataset = await read('name;Länge;Breite\nHalle;9,18293;48,77584\nBad;9,2;48,78126\nTurm;9,17702;48,7');
    expect(place(dataset, 0)).to.deep.equal([9.18293, 48.77584]);
    expect((await read('name;Länge;Breite\nHalle;99,18293;98,77584\nBad;99,2001;98,78126')).places, 'nor so far north').to.equal(undefined);
  });

  it('are where the page says', async () => {
    const dataset = await read('lat,lon,entry_n,entry_e\n1,2,48.5,9.25\n1,2,47.5,8.25', { map: { latitude: 'entry_n', longitude: 'entry_e' } });
    expect(place(dataset, 0)).to.deep.equal([9.25, 48.5]);
  });

  it('are turned round where the headers are swapped', async () => {
    const dataset = await read('lat,lon\n120.5,14.5\n121.5,15.5');
    expect(place(dataset, 0)).to.deep.equal([120.5, 14.5]);
    expect(problems(dataset)).to.deep.equal({ swapped: 2 });
  });

  it('are asked for where they may be pixels of a map, and found where the page says so', async () => {
    const body = 'x,y,n\n145.13957,78.5555,1\n145.2,78.6,2\n0,0,3';
    const { reason, message } = await failure(read(body));
    expect([reason, message.includes('crs="pixels"')]).to.deep.equal(['crs-unknown', true]);
    const dataset = await read(body, { crs: 'pixels' });
    expect(place(dataset, 0)).to.deep.equal([24.10252, 56.90238]);
    expect(problems(dataset)).to.deep.equal({ 'null-island': 1 });
  });

  it('are in whole degrees where a header says that it is a pair, and behind an address', async () => {
    expect(place(await read('name;latlng\na;48.5,9\nb;47,8'), 0)).to.deep.equal([9, 48.5]);
    expect(place(await read('name;Location\na;"1 Main St (47.61, -122.33)"\nb;"2 Main St (47.62, -122.34)"'), 0)).to.deep.equal([-122.33, 47.61]);
  });

  it('are in “latitude, longitude” text, or the other way where it says so', async () => {
    expect(place(await read('name;geo_point_2d\na;48.8566, 2.3522\nb;48.8606, 2.3376'), 0)).to.deep.equal([2.3522, 48.8566]);
    expect(place(await read('name;lonlat\na;2.3522,48.8566\nb;2.3376,48.8606'), 0)).to.deep.equal([2.3522, 48.8566]);
    expect(place(await read('name;pos\na;(-122.4194, 37.7749)\nb;(-122.4313, 37.7739)'), 0)).to.deep.equal([-122.4194, 37.7749]);
    expect((await read('name;size\na;12, 15\nb;13, 16')).places).to.equal(undefined);
  });

  it('are in GeoJSON text', async () => {
    const dataset = await read('name;geo_shape\na;"{""type"":""Polygon"",""coordinates"":[[[0,1],[2,1],[2,3],[0,3],[0,1]]]}"\nb;"{""type"": ""Point"", ""coordinates"": [9, 48]}"\nc;"{broken"');
    expect(dataset.places?.kind(0)).to.equal('area');
    expect(place(dataset, 1)).to.deep.equal([9, 48]);
    expect(problems(dataset)).to.deep.equal({ 'bad-geometry': 1 });
  });

  const wkt: readonly (readonly [text: string, kind: string, anchor: readonly [number, number]])[] = [
    ['POINT (9 48)', 'point', [9, 48]],
    ['point z(9 48 300)', 'point', [9, 48]],
    ['MULTIPOINT ((9 48), (10 49))', 'point', [9, 48]],
    ['MULTIPOINT (9 48, 10 49)', 'point', [9, 48]],
    ['LINESTRING (0 0, 10 0)', 'line', [5, 0]],
    ['LINESTRING M (0 0 1,10 0 2)', 'line', [5, 0]],
    ['MULTILINESTRING ((20 0, 21 0), (0 0, 10 0))', 'line', [5, 0]],
    ['POLYGON ((0 -1, 2 -1, 2 1, 0 1, 0 -1))', 'area', [1, 0]],
    ['MULTIPOLYGON (((0 -1, 2 -1, 2 1, 0 1, 0 -1)), ((20 20, 21 20, 21 21, 20 20)))', 'area', [1, 0]],
    ['GEOMETRYCOLLECTION (POINT (3 3), POLYGON ((0 -1, 2 -1, 2 1, 0 1, 0 -1)))', 'area', [1, 0]],
    ['SRID=4326;POINT(9.5 48.5)', 'point', [9.5, 48.5]],
  ];
  for (const [text, kind, anchor] of wkt) {
    it(`are in ${text}, whatever the column is called`, async () => {
      const dataset = await read(`name;side_of_the_road\na;"${text}"\nb;"${text}"`);
      expect(dataset.places?.kind(0)).to.equal(kind);
      const [lon, lat] = place(dataset, 0)!;
      expect(lon).to.be.closeTo(anchor[0], 1e-4);
      expect(lat).to.be.closeTo(anchor[1], 1e-4);
    });
  }

  it('of WKT that is empty or broken are counted', async () => {
    const dataset = await read('g;n\nPOINT (1 2);1\nPOINT (3 4);2\nPOINT EMPTY;3\nPOINT (x y);4\nPOLYGON ((1 2, 3 4;5\n;6\nPOINT (1 2);7\nPOINT (1 2);8');
    expect(problems(dataset)).to.deep.equal({ 'no-place': 2, 'bad-geometry': 2 });
  });

  it('are in the degrees beside WKT in metres that nobody explains', async () => {
    const dataset = await read('geom,lat,lon\nPOINT (513223 5403015),48.78,9.18\nPOINT (513224 5403015),48.79,9.19');
    expect(place(dataset, 0)).to.deep.equal([9.18, 48.78]);
  });

  it('are in the grid that EWKT, the header or the page names', async () => {
    for (const [csv, crs] of [['g,n\nSRID=25832;POINT(513223.54 5403015.52),1\nSRID=25832;POINT(513223.54 5403015.52),2'], ['x_25832,y_25832\n513223.54,5403015.52\n513223.54,5403015.52'], ['Ost;Nord\n513223,54;5403015,52\n513223,54;5403015,52', 'EPSG:25832']] as const) {
      const dataset = await read(csv, { crs });
      const [lon, lat] = place(dataset, 0)!;
      expect(lon).to.be.closeTo(9.18, 1e-5);
      expect(lat).to.be.closeTo(48.78, 1e-5);
      expect(dataset.report.crs).to.equal('EPSG:25832');
      expect(dataset.report.guessedCrs).to.equal(undefined);
    }
  });

  it('are asked for, by the names of the columns, where two grids fit', async () => {
    const { reason, message } = await failure(read('Nordwert,Ostwert\n5820079,391440\n5820080,391441'));
    expect(reason).to.equal('crs-unknown');
    expect(message).to.contain('“Ostwert” and “Nordwert”').and.contain('EPSG:25832: ').and.contain('EPSG:25833: ');
  });
});
