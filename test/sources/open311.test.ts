import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { accounted, failure, place, problems, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';

const request = (id: number, more: object = {}): object => ({ service_request_id: id, status: 'open', service_name: 'Light', service_code: '006', requested_datetime: '2026-05-01T10:00:00Z', address: `Main Street ${id}`, lat: '48.1', long: '9.1', ...more });

describe('Open311', () => {
  it('reads requests: numbers as text, places that are missing, attributes', async () => {
    const dataset = await read(JSON.stringify([request(1, { attributes: [{ label: 'Pole', value: 'A7' }] }), request(2, { lat: null, long: null }), request(3, { lat: 0, long: 0 })]));
    expect([dataset.length, place(dataset, 0), values(dataset, 'Pole')[0]]).to.deep.equal([3, [9.1, 48.1], 'A7']);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1, 'null-island': 1 });
    const names = (['category', 'start', 'title', 'id'] as const).map((role) => dataset.columns[dataset.roles[role]!]!.name);
    expect(names).to.deep.equal(['service_name', 'requested_datetime', 'address', 'service_request_id']);
  });

  it('reads the list under a name, and codes without quotes, as the standard writes them', async () => {
    const dataset = await read('{"service_requests":[{"service_request_id":1,"service_code":006,"service_name":"Light","lat":48.1,"long":9.1}]}');
    expect([dataset.length, values(dataset, 'service_code')[0]]).to.deep.equal([1, '006']);
  });

  it('reads JSON that is written as if it were XML', async () => {
    const dataset = await read('{"service_requests":[{"request":[{"service_request_id":["1"],"service_name":["Light"],"lat":["48.1"],"long":["9.1"]},{"service_request_id":["2"],"service_name":["Bin"]}]}]}');
    expect([values(dataset, 'service_name'), place(dataset, 0)]).to.deep.equal([['Light', 'Bin'], [9.1, 48.1]]);
  });

  it('reads XML, where what is empty is there all the same', async () => {
    const xml = await read('<?xml version="1.0"?><service_requests><request><service_request_id>1</service_request_id><service_name>Light &amp; more</service_name><service_code>6</service_code><description/><lat>48.1</lat><long>9.1</long></request><request><service_request_id>2</service_request_id><lat></lat><long/></request></service_requests>');
    expect([xml.length, place(xml, 0), values(xml, 'service_name')[0], accounted(xml)]).to.deep.equal([2, [9.1, 48.1], 'Light & more', true]);
    const services = await read('<services><service><service_code>1</service_code><service_name>Light</service_name></service></services>');
    expect([services.length, services.places]).to.deep.equal([1, undefined]);
  });

  it('says what the service says', async () => {
    const error = await failure(read('[{"code":400,"description":"jurisdiction_id was not provided"}]'));
    expect(error.reason).to.equal('refused');
    expect(error.message).to.contain('?jurisdiction_id=');
    expect((await failure(read('<errors><error><code>404</code><description>none</description></error></errors>'))).reason).to.equal('not-found');
  });

  it('reads a service page by page from its root, and ends where it knows no pages', async () => {
    let pages = true;
    const { restore, requests } = serve({ '/open311/v2/requests.json': ({ url }) => {
      const page = pages ? Number(new URL(url).searchParams.get('page')) : 1;
      return Response.json(Array.from({ length: page < 3 ? 50 : 7 }, (_, i) => request(page * 100 + i)));
    } });
    try {
      expect((await openDataset('https://city.example/open311/v2')).length).to.equal(107);
      expect(new URL(requests[0]!.url).searchParams.get('start_date')).to.match(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      pages = false;
      expect((await openDataset('https://city.example/open311/v2/requests.json?status=open')).length).to.equal(50);
    } finally {
      restore();
    }
  });
});
