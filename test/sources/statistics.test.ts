import { expect } from '@open-wc/testing';
import { failure, place, read, values } from '../support/dataset.js';

const table = {
  version: '2.0', class: 'dataset', label: 'People', source: 'Office', updated: '2024-05-01', id: ['geo', 'year', 'sex'], size: [2, '2', 1],
  dimension: {
    geo: { label: 'place', category: { index: ['A', 'B'], label: { A: 'Aachen', B: 'Bonn' }, coordinates: { A: [6.08, 50.78] } } },
    year: { category: { index: { 2023: 1, 2022: 0 } } },
    sex: { category: { label: { T: 'total' }, unit: { T: { label: 'persons' } } } },
  },
};

describe('JSON-stat', () => {
  it('is a row a cell, with words, codes, units and why a value is missing', async () => {
    const dataset = await read(JSON.stringify({ ...table, value: [1, null, 3, 4.5], status: { 1: 'secret' } }));
    expect(values(dataset, 'place')).to.deep.equal(['Aachen', 'Aachen', 'Bonn', 'Bonn']);
    expect(values(dataset, 'geo')).to.deep.equal(['A', 'A', 'B', 'B']);
    expect(values(dataset, 'year')).to.deep.equal([2022, 2023, 2022, 2023]);
    expect(values(dataset, 'value')).to.deep.equal([1, undefined, 3, 4.5]);
    expect([values(dataset, 'status')[1], values(dataset, 'unit')[0]]).to.deep.equal(['secret', 'persons']);
    expect([place(dataset, 0), place(dataset, 2)]).to.deep.equal([[6.08, 50.78], undefined]);
    expect(dataset.about).to.deep.include({ title: 'People', publisher: 'Office', updated: Date.UTC(2024, 4, 1) });
  });

  it('may name only the cells that have a value', async () => {
    const dataset = await read(JSON.stringify({ ...table, value: { 3: 9 } }));
    expect([values(dataset, 'place'), values(dataset, 'year'), values(dataset, 'value')]).to.deep.equal([['Bonn'], [2023], [9]]);
  });

  it('of version 1 may hold several tables', async () => {
    const { id, size, dimension } = table;
    const body = JSON.stringify({ small: { value: [1], dimension: { id: ['geo'], size: [1], geo: { category: { label: { A: 'Aachen' } } } } }, large: { label: 'Large', value: [1, 2, 3, 4], dimension: { id, size, ...dimension } } });
    const { report } = await read(body);
    expect([report.read, report.choices?.map(({ name }) => name)]).to.deep.equal([4, ['small']]);
    expect((await read(body, { layer: 'small' })).length).to.equal(1);
  });

  it('is refused where its values do not fit, or all lies elsewhere', async () => {
    expect((await failure(read(JSON.stringify({ ...table, value: [1, 2, 3, 4, 5] })))).reason).to.equal('unreadable');
    const { reason, message } = await failure(read(JSON.stringify({ version: '2.0', class: 'collection', link: { item: [{ class: 'dataset', href: 'a.json', label: 'A' }] } })));
    expect(reason).to.equal('unknown');
    expect(message).to.contain('collection of 1 tables');
  });
});

describe('SDMX-JSON', () => {
  const dimension = (id: string, name: string, codes: Readonly<Record<string, string>>): unknown => ({ id, name, values: Object.entries(codes).map(([code, label]) => ({ id: code, name: label })) });
  const structure = {
    name: 'Rates', attributes: { observation: [dimension('STATUS', 'Status', { A: 'Normal' })] },
    dimensions: { series: [dimension('GEO', 'Country', { DE: 'Germany', FR: 'France' })], observation: [dimension('TIME', 'Time', { 2022: '2022', 2023: '2023' })] },
  };

  it('in series is a row an observation, with words and codes', async () => {
    const dataset = await read(JSON.stringify({ header: { sender: { name: 'Bank' } }, structure, dataSets: [{ series: { 0: { observations: { 0: [1.5, 0], 1: [1.6] } }, 1: { observations: { 1: [null] } } } }] }));
    expect(values(dataset, 'Country')).to.deep.equal(['Germany', 'Germany', 'France']);
    expect(values(dataset, 'GEO')).to.deep.equal(['DE', 'DE', 'FR']);
    expect([values(dataset, 'Time'), values(dataset, 'value'), values(dataset, 'Status')]).to.deep.equal([[2022, 2023, 2023], [1.5, 1.6, undefined], ['Normal', undefined, undefined]]);
    expect(dataset.about).to.include({ title: 'Rates', publisher: 'Bank' });
  });

  it('of version 2 may be flat, and name its measures', async () => {
    const flat = { ...structure, measures: { observation: [{ id: 'OBS', name: 'Rate' }] }, dimensions: { observation: [...structure.dimensions.series, ...structure.dimensions.observation] } };
    const dataset = await read(JSON.stringify({ meta: {}, data: { structures: [flat], dataSets: [{ structure: 0, observations: { '1:0': [2.5, 0], '9:9': [1] } }] } }));
    expect([values(dataset, 'Country'), values(dataset, 'Rate')]).to.deep.equal([['France', undefined], [2.5, 1]]);
  });

  it('may say by a null that nothing is said, and may be no more than an error', async () => {
    const status = { id: 'STATUS', name: 'Status', values: [null, { id: 'A', name: 'Normal' }] };
    const dataset = await read(JSON.stringify({ structure: { ...structure, attributes: { observation: [status] } }, dataSets: [{ series: { 0: { observations: { 0: [1.5, 0], 1: [1.6, 1] } } } }] }));
    expect(values(dataset, 'Status')).to.deep.equal([undefined, 'Normal']);
    const { reason, message } = await failure(read(JSON.stringify({ meta: { schema: 'https://json.sdmx.org/2.0/x' }, errors: [{ code: 404, title: 'No data found' }] })));
    expect([reason, message.includes('No data found')]).to.deep.equal(['unreadable', true]);
  });
});
