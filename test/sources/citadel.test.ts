import { expect } from '@open-wc/testing';
import { failure, place, problems, read, values } from '../support/dataset.js';

const poi = (title: string, posList: unknown, text = ''): unknown => ({
  id: title, title, category: ['Parking'], description: '',
  location: { point: { term: 'centroid', pos: { srsName: 'http://www.opengis.net/def/crs/EPSG/0/4326', posList } }, address: { value: 'Main St', postal: null, city: 'Gent' } },
  attribute: [{ term: title === 'A' ? 'Phone' : 'telephone', type: 'tel', text, tplIdentifier: '#Citadel_telephone' }, { term: 'Run by', type: 'string', text: 'City', tplIdentifier: '' }],
});
const body = (list: readonly unknown[]): string => JSON.stringify({ dataset: { id: 5, updated: '20121030T09:38:21-5:00', author: { value: 'Stad Gent' }, license: { href: 'CC BY 3.0', term: 'https://example.org/cc' }, updatefrequency: 'semester', poi: list } });

describe('Citadel-JSON', () => {
  it('reads “latitude longitude”, with attributes by their marks and the dirt of real files', async () => {
    const dataset = await read(body([poi('A', '51.05 3.72', '09/2662900'), poi('B', ' 2.25'), poi('C', '51,06 3,73', '1')]));
    expect([place(dataset, 0), place(dataset, 1), place(dataset, 2)]).to.deep.equal([[3.72, 51.05], undefined, [3.73, 51.06]]);
    expect(values(dataset, 'Phone')).to.deep.equal(['09/2662900', undefined, '1']);
    expect(dataset.columns.map(({ name }) => name)).to.include('Run by').and.not.include('telephone');
    expect(dataset.columns[dataset.roles.phone!]!.name).to.equal('Phone');
    expect(dataset.about).to.deep.include({ publisher: 'Stad Gent', licence: { name: 'CC BY 3.0', url: 'https://example.org/cc' }, updated: Date.UTC(2012, 9, 30, 14, 38, 21), interval: 'semester' });
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1 });
  });

  it('turns positions that can only be longitude first, and counts them', async () => {
    const dataset = await read(body([poi('A', '120.5 14.5'), poi('B', '121.5 15.5')]));
    expect(place(dataset, 0)).to.deep.equal([120.5, 14.5]);
    expect(problems(dataset)).to.deep.equal({ swapped: 2 });
  });
});

describe('OParl', () => {
  it('turns a place that is written as latitude, longitude, as in its own example, and counts it', async () => {
    const at = (coordinates: readonly number[]): string => JSON.stringify({ data: [{ id: 'https://oparl.example/location/0', type: 'https://schema.oparl.org/1.1/Location', geojson: { type: 'Feature', geometry: { type: 'Point', coordinates } } }], pagination: { totalElements: 3 } });
    const turned = await read(at([52.5, 13.4]));
    expect([place(turned, 0), problems(turned), turned.report.total]).to.deep.equal([[13.4, 52.5], { swapped: 1 }, 3]);
    expect(problems(await read(at([13.4, 52.5])))).to.deep.equal({});
  });

  it('says what a thing is in a word, and no place of it twice', async () => {
    const paper = { id: 'https://oparl.example/paper/7', type: 'https://schema.oparl.org/1.1/Paper', name: 'Answer', location: [{ id: 'https://oparl.example/location/1', type: 'https://schema.oparl.org/1.1/Location', description: 'Hall', geojson: { type: 'Point', coordinates: [7.03, 50.98] } }] };
    const dataset = await read(JSON.stringify(paper));
    expect(place(dataset, 0)).to.deep.equal([7.03, 50.98]);
    expect(dataset.columns.map(({ name, value }) => [name, value(0)])).to.deep.equal([['id', 'https://oparl.example/paper/7'], ['name', 'Answer'], ['type', 'Paper'], ['location.id', 'https://oparl.example/location/1'], ['location.description', 'Hall']]);
    expect((await failure(read(JSON.stringify({ id: 'https://oparl.example/7', type: 'https://schema.oparl.org/1.1/Error', message: 'not here' })))).message).to.include('not here');
  });
});
