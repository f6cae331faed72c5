import { expect } from '@open-wc/testing';
import { column, failure, place, problems, read, values } from '../support/dataset.js';

const at = (found: readonly number[] | undefined, lon: number, lat: number) => {
  expect(found?.[0]).to.be.closeTo(lon, 1e-4);
  expect(found?.[1]).to.be.closeTo(lat, 1e-4);
};

describe('angles in degrees, minutes and seconds', () => {
  it('stand in two columns, with a point of the compass or without', async () => {
    at(place(await read('name;lat;lon\nHall;48°51\'24"N;2°21\'03"W\nPool;48°52\'24"N;2°22\'03"W'), 0), -2.35083, 48.85667);
    at(place(await read('name;Breitengrad;Längengrad\nHall;48° 51,5′;2° 21,5′\nPool;48° 52,5′;2° 22,5′'), 0), 2.35833, 48.85833);
    at(place(await read('name;latitude;longitude\nHall;N 48.5°;E 9.25°\nPool;N 48.6°;E 9.35°'), 1), 9.35, 48.6);
  });

  it('stand in columns of any name where their values say what they are', async () => {
    const dataset = await read('name;a;b\nHall;48°30\'00"N;9°15\'00"E\nPool;48°45\'00"N;9°30\'00"E\nGate;?;9°30\'00"E');
    at(place(dataset, 1), 9.5, 48.75);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1 });
  });

  it('may be plain numbers, of which some are none', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `tree ${i},${i === 3 ? 'degrees_north' : i === 5 ? '48.1x' : `48.${i + 10}`},9.${i + 10}`);
    const dataset = await read(`name,lat,lon\n${rows.join('\n')}`);
    expect([dataset.report.located, problems(dataset)]).to.deep.equal([18, { 'no-place': 2 }]);
  });

  it('stand in one column', async () => {
    const dataset = await read('name;where\nHall;48°30\'00"N, 9°15\'00"E\nPool;48°45\'00"S, 9°30\'00"E');
    at(place(dataset, 0), 9.25, 48.5);
    at(place(dataset, 1), 9.5, -48.75);
    expect(dataset.columns.length).to.equal(2);
    expect(column(dataset, 'where')).to.equal(dataset.columns[dataset.roles.geometry!]);
  });

  it('are not taken from streets, nor where O could be either', async () => {
    for (const csv of ['name;a;b\nHall;120 S;85 W\nPool;90 S;60 W', 'name;lat;lon\nHall;48°30\'00"N;9°15\'00"O\nPool;48°45\'00"N;9°30\'00"O']) {
      expect((await read(csv)).places, csv).to.equal(undefined);
    }
  });
});

describe('two numbers in one column', () => {
  it('stand east first where it is called “xy”, and may have commas for decimals', async () => {
    at(place(await read('nom;coordonneesXY\nGare;[2.35123, 48.85123]\nPort;[2.36123, 48.86123]'), 0), 2.35123, 48.85123);
    at(place(await read('name;wo\nHall;"48,50125; 9,25125"\nPool;"48,25125; 9,50125"'), 0), 9.25125, 48.50125);
  });
});

describe('headers of coordinates', () => {
  for (const header of ['Ylat;Xlong', 'lat_n;lon_e', 'szerokość geograficzna;długość geograficzna', 'zeměpisná šířka;zeměpisná délka', 'leveysaste;pituusaste', 'широта;долгота', '纬度;经度']) {
    it(`may be ${header}`, async () => {
      at(place(await read(`name;${header}\nHall;48.5;9.25\nPool;48.25;9.5`), 0), 9.25, 48.5);
    });
  }
});

describe('geometry from databases', () => {
  it('is the digits of its bytes, with its grid if it names one', async () => {
    const dataset = await read('name,the_geom\nHall,0101000020E610000000000000000027400000000000104840\nPool,010100000000000000000027400000000000204840');
    at(place(dataset, 0), 11.5, 48.125);
    at(place(dataset, 1), 11.5, 48.25);
    expect(values(dataset, 'name')).to.deep.equal(['Hall', 'Pool']);
  });
});

describe('GeoJSON in a cell', () => {
  const drawing = '{""type"":""FeatureCollection"",""features"":[{""type"":""Feature"",""geometry"":{""type"":""Point"",""coordinates"":[9.25,48.5]}}]}';

  it('may be a feature or some, where nothing plainer says the place', async () => {
    at(place(await read(`name,shape\nHall,"${drawing}"\nPool,"${drawing}"`), 1), 9.25, 48.5);
    const both = await read(`name,shape,lat,lon\nHall,"${drawing}",48.25,9.5\nPool,"${drawing}",48.25,9.5`);
    at(place(both, 1), 9.5, 48.25);
  });
});

describe('metres of UTM', () => {
  it('lie in the zone that another column says, each in its own', async () => {
    const mixed = await read('name,zone,easting,northing\nHall,32U,513223.54,5403015.52\nPool,33U,391440.03,5820079.67');
    at(place(mixed, 0), 9.18, 48.78);
    at(place(mixed, 1), 13.4, 52.52);
    const spanish = await read('nombre;huso;x;y\nSol;30;440615.66;4474610.02\nRio;30;440715.66;4474710.02');
    at(place(spanish, 0), -3.7, 40.42);
    expect(spanish.report.crs).to.equal('EPSG:32630');
    expect(spanish.report.guessedCrs).to.equal(undefined);
  });

  it('are not read by the number of a parking zone', async () => {
    const { reason } = await failure(read('name,zone,easting,northing\nHall,3,530043.19,180358.21\nPool,4,530143.19,180458.21'));
    expect(reason).to.equal('crs-unknown');
  });
});
