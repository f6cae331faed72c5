import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { failure, place, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';

const thing = (id: number): Record<string, unknown> => ({
  '@iot.id': id, name: `Station ${id}`, description: `Station ${id}`, properties: { city: 'Hamburg', name: 'inner' },
  Locations: [{ name: 'here', location: { type: 'Feature', geometry: { type: 'Point', coordinates: [10 + id / 1000, 53.5] } } }],
  Datastreams: [
    { '@iot.id': 1, name: `Air of ${id}`, unitOfMeasurement: { symbol: '°C' }, ObservedProperty: { name: 'Temperature' }, Observations: [{ result: 20 + id, phenomenonTime: '2026-05-01T09:00:00Z/2026-05-01T10:00:00Z' }] },
    { '@iot.id': 2, name: `Water of ${id}`, unitOfMeasurement: { symbol: '°C' }, ObservedProperty: { name: 'Temperature' }, Observations: [{ result: 15, phenomenonTime: '2026-05-01T09:30:00Z' }] },
    { '@iot.id': 3, name: 'Silent', unitOfMeasurement: {}, Observations: [] },
  ],
});

describe('SensorThings', () => {
  it('makes one row of each thing, with the latest values and their units', async () => {
    const dataset = await read(JSON.stringify({ '@iot.count': 5, value: [thing(1), thing(2)] }));
    expect([dataset.length, dataset.report.total, dataset.report.located]).to.deep.equal([2, 5, 2]);
    expect(values(dataset, 'Temperature (°C)')).to.deep.equal([21, 22]);
    expect(values(dataset, 'Water of 1 (°C)')[0]).to.equal(15);
    expect([values(dataset, 'name')[0], values(dataset, 'city')[0], values(dataset, 'properties.name')[0]]).to.deep.equal(['Station 1', 'Hamburg', 'inner']);
    expect(dataset.live?.at).to.equal(Date.UTC(2026, 4, 1, 10));
  });

  it('reads observations in the short form', async () => {
    const dataset = await read(JSON.stringify({ value: [{ 'Datastream@iot.navigationLink': 'x', components: ['id', 'phenomenonTime', 'result'], 'dataArray@iot.count': 2, dataArray: [[1, '2026-05-01T10:00:00Z', 4.5], [2, '2026-05-01T11:00:00Z', 5]] }] }));
    expect([values(dataset, 'id'), values(dataset, 'result'), dataset.live?.at]).to.deep.equal([[1, 2], [4.5, 5], Date.UTC(2026, 4, 1, 11)]);
  });

  it('reads a single entity, whose location is a geometry', async () => {
    const dataset = await read(JSON.stringify({ name: 'One', '@iot.selfLink': 'https://x.example/v1.1/Things(1)', Locations: [{ location: { type: 'Point', coordinates: [10, 53.5] } }] }));
    expect([dataset.length, place(dataset, 0)]).to.deep.equal([1, [10, 53.5]]);
  });

  it('follows a service from its root to the last page, even where it does not know its own address', async () => {
    const { restore, requests } = serve({
      '/frost/v1.1': () => Response.json({ value: [{ name: 'Things', url: 'http://localhost/Things' }] }),
      '/frost/v1.1/Things': ({ url }) => {
        const query = new URL(url).searchParams;
        // This server knows no selection within what it expands.
        if (query.get('$expand')!.includes('$select=name')) return Response.json({ code: 400, message: 'no' }, { status: 400 });
        const skip = Number(query.get('$skip') ?? 0);
        return Response.json({ '@iot.count': 150, ...(skip === 0 ? { '@iot.nextLink': `http://localhost:8080/v1.1/Things?$skip=100&$expand=${encodeURIComponent(query.get('$expand')!)}` } : {}), value: Array.from({ length: skip === 0 ? 100 : 50 }, (_, i) => thing(skip + i)) });
      },
    });
    const dataset = await openDataset('https://sensors.example/frost/v1.1').finally(restore);
    expect([dataset.length, dataset.report.located, dataset.report.portal, requests.length]).to.deep.equal([150, 150, 'sensorthings', 4]);
  });

  it('finds the service behind the page that FROST shows at its root', async () => {
    const { restore } = serve({ '/FROST-Server/v1.1': () => Response.json({ value: [{ name: 'Things', url: 'x' }] }), '/FROST-Server/v1.1/Things': () => Response.json({ value: [thing(1)] }) });
    expect((await openDataset('https://sensors.example/FROST-Server/').finally(restore)).length).to.equal(1);
  });

  it('ends where a page leads back to itself, and says what the service says', async () => {
    let { restore } = serve({ '/v1.0/Things': () => Response.json({ '@iot.nextLink': 'https://s.example/v1.0/Things?$skip=1', value: [thing(1)] }) });
    expect((await openDataset('https://s.example/v1.0/Things').finally(restore)).length).to.be.lessThan(4);
    ({ restore } = serve({ '/v1.0/Things': () => Response.json({ code: 403, message: 'not for you' }, { status: 403 }) }));
    expect((await failure(openDataset('https://s.example/v1.0/Things').finally(restore))).message).to.contain('not for you');
  });
});
