import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { failure, place, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';

const park = { id: 'urn:ngsi-ld:OffStreetParking:1', type: 'OffStreetParking' };

describe('NGSI', () => {
  it('reads attributes of version 2, and places as text with the latitude first', async () => {
    const dataset = await read(JSON.stringify([{
      ...park, name: { type: 'Text', value: 'Market', metadata: {} }, location: { type: 'geo:point', value: '48.1, 9.1', metadata: {} },
      totalSpotNumber: { type: 'Number', value: 40, metadata: {} }, availableSpotNumber: { type: 'Number', value: 12, metadata: { TimeInstant: { type: 'DateTime', value: '2026-05-01T10:00:00Z' } } },
    }]));
    expect([place(dataset, 0), values(dataset, 'name'), values(dataset, 'availableSpotNumber')]).to.deep.equal([[9.1, 48.1], ['Market'], [12]]);
    expect([dataset.roles.free, dataset.roles.capacity].every((index) => index !== undefined)).to.equal(true);
    expect(dataset.live?.at).to.equal(Date.UTC(2026, 4, 1, 10));
  });

  it('reads what a broker sends to subscribers, and keys with values alone where their names are those of the models', async () => {
    const sent = await read(JSON.stringify({ subscriptionId: 'a', data: [{ ...park, name: { type: 'Text', value: 'Market' } }] }));
    expect([sent.report.format, values(sent, 'name')]).to.deep.equal(['ngsi', ['Market']]);
    const device = await read(JSON.stringify([{ id: 'device-1', type: 'Device', controlledProperty: ['temperature'], value: 'l=0.2' }]));
    expect([device.report.format, values(device, 'value')]).to.deep.equal(['ngsi', ['l=0.2']]);
  });

  it('reads linked data: addresses, relationships, several instances, languages', async () => {
    const dataset = await read(JSON.stringify({
      ...park, '@context': ['https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld'],
      name: { type: 'LanguageProperty', languageMap: { en: 'Market', de: 'Markt' } },
      address: { type: 'Property', value: { type: 'PostalAddress', streetAddress: 'Main Street 1', postalCode: '70173', addressLocality: 'Stuttgart' } },
      status: [{ type: 'Property', value: 'closed', datasetId: 'urn:b' }, { type: 'Property', value: 'open', observedAt: '2026-05-01T10:00:00Z' }],
      refSite: { type: 'Relationship', object: 'urn:ngsi-ld:Site:9' },
      location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [9.1, 48.1] } },
      observationDateTime: { type: 'Property', value: { '@type': 'DateTime', '@value': '2026-05-01T10:05:00Z' } },
    }));
    expect(['Market', 'Markt']).to.include(values(dataset, 'name')[0]);
    expect([values(dataset, 'address')[0], values(dataset, 'status')[0], values(dataset, 'refSite')[0]]).to.deep.equal(['Main Street 1, 70173 Stuttgart', 'open', 'urn:ngsi-ld:Site:9']);
    expect(dataset.live?.at).to.equal(Date.UTC(2026, 4, 1, 10, 5));
  });

  it('reads keys and values, and GeoJSON whose geometry is wrapped up', async () => {
    const plain = await read(JSON.stringify({ ...park, name: 'Market', location: { type: 'Point', coordinates: [9.1, 48.1] } }));
    expect([plain.report.format, place(plain, 0)]).to.deep.equal(['ngsi', [9.1, 48.1]]);
    const point = { type: 'GeoProperty', value: { type: 'Point', coordinates: [9.1, 48.1] } };
    const feature = await read(JSON.stringify({ type: 'FeatureCollection', features: [{ id: park.id, type: 'Feature', geometry: point, properties: { type: park.type, name: { type: 'Property', value: 'Market' }, location: point } }] }));
    expect([feature.report.format, place(feature, 0), values(feature, 'name')]).to.deep.equal(['ngsi', [9.1, 48.1], ['Market']]);
  });

  it('leaves other JSON with ids and types alone', async () => {
    const dataset = await read(JSON.stringify([{ id: '1', type: 'museum', name: 'Fado', lat: 38.7, lon: -9.1 }]));
    expect(dataset.report.format).to.equal('json');
  });

  it('reads relationships that are written like properties, and places of other names, which are said in words, too', async () => {
    const dataset = await read(JSON.stringify({ id: 'uri:ngsi-ld:Vehicle:1', type: 'Vehicle', fleet: { type: 'Relationship', value: 'urn:x' }, lastKnownPosition: { type: 'geo:json', value: { type: 'Point', coordinates: [9.1, 48.1] } } }));
    expect([dataset.report.format, values(dataset, 'fleet'), values(dataset, 'lastKnownPosition'), place(dataset, 0)]).to.deep.equal(['ngsi', ['urn:x'], ['48.1, 9.1'], [9.1, 48.1]]);
  });

  it('asks for the entity where an address leads to its attributes alone', async () => {
    const { restore } = serve({ '/v2/entities/Bin1': () => Response.json({ id: 'Bin1', type: 'Bin', fill: { type: 'Number', value: 4, metadata: {} } }) });
    expect(values(await openDataset('https://broker.example/v2/entities/Bin1/attrs').finally(restore), 'fill')).to.deep.equal([4]);
  });

  it('asks a broker for all pages', async () => {
    const entities = Array.from({ length: 2300 }, (_, i) => ({ id: `urn:${i}`, type: 'Lamp', location: { type: 'geo:json', value: { type: 'Point', coordinates: [9 + i / 10_000, 48] }, metadata: {} } }));
    const { restore, requests } = serve({ '/v2/entities': ({ url }) => {
      const query = new URL(url).searchParams;
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
      return Response.json(entities.slice(offset, offset + limit), { headers: { 'fiware-total-count': '2300' } });
    } });
    const dataset = await openDataset('https://broker.example/v2/entities?type=Lamp&limit=5').finally(restore);
    expect([dataset.length, dataset.report.located, dataset.report.portal, requests.length]).to.deep.equal([2300, 2300, 'ngsi-v2', 3]);
  });

  it('says which types there are where one has to be named, and what an empty answer may mean', async () => {
    let { restore } = serve({ '/ngsi-ld/v1/entities': () => Response.json({ title: 'Too broad query' }, { status: 400 }), '/ngsi-ld/v1/types': () => Response.json({ typeList: ['Lamp'] }) });
    const broad = await failure(openDataset('https://broker.example/ngsi-ld/v1/entities').finally(restore));
    expect(broad.message).to.contain('?type=Lamp');
    ({ restore } = serve({ '/v2/entities': () => Response.json([]), '/v2/types': () => Response.json([]) }));
    expect((await failure(openDataset('https://broker.example/v2/entities').finally(restore))).message).to.contain('Fiware-Service');
  });
});
