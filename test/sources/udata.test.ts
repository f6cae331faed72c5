import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { failure, values } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const portal = 'https://www.data.gouv.fr';
const id = 'a0000000-0000-4000-8000-000000000001';
const csv = 'name,lat,lon\nPool,48.5,9.25';
const closed = (request: Request): Response | Promise<Response> => (request.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch')));
const dataset = (resource: object): object => ({ id: 'd1', slug: 'piscines', title: 'Piscines', organization: { name: 'Ville' }, license: 'odc-odbl', resources: [{ id, title: 'Table', type: 'main', format: 'csv', url: 'https://ville.example/piscines.csv', ...resource }] });

async function open(table: Parameters<typeof serve>[0], path: string) {
  const { restore, requests } = serve(table);
  const reading = openDataset(portal + path);
  await reading.catch(() => undefined);
  restore();
  return { reading, asked: requests.map(({ url }) => url) };
}

describe('a dataset of data.gouv.fr', () => {
  const table = { [`https://tabular-api.data.gouv.fr/api/resources/${id}/data/csv/`]: text(csv) };

  it('whose file nobody may read is read from the tables of the portal', async () => {
    const resource = { extras: { 'analysis:parsing:finished_at': '2026-01-01' } };
    const { reading } = await open({ '/api/1/datasets/piscines/': json(dataset(resource)), 'https://ville.example/piscines.csv': closed, ...table }, '/fr/datasets/piscines/');
    const read = await reading;
    expect([values(read, 'name'), read.about.title, read.about.licence?.name, read.report.portal]).to.deep.equal([['Pool'], 'Piscines', 'Open Data Commons Open Database License (ODbL)', 'udata']);
  });

  it('whose file nobody may read, and that is no table of the portal, says whose server it is', async () => {
    const { reading } = await open({ '/api/1/datasets/piscines/': json(dataset({})), 'https://ville.example/piscines.csv': closed, ...table }, '/fr/datasets/piscines/');
    const { reason, message } = await failure(reading);
    expect(reason).to.equal('cors');
    expect(message).to.contain('ville.example');
  });

  it('may be shown by the portal’s explorer, or by its tables', async () => {
    for (const address of [`https://explore.data.gouv.fr/fr/resources/${id}`, `https://tabular-api.data.gouv.fr/api/resources/${id}/data/?page=2`]) {
      const { restore } = serve({ [`/api/2/datasets/resources/${id}/`]: json({ resource: { id, title: 'Table', format: 'csv', url: 'https://ville.example/piscines.csv' } }), 'https://ville.example/piscines.csv': text(csv) });
      expect(values(await openDataset(address).finally(restore), 'name'), address).to.deep.equal(['Pool']);
    }
  });

  it('that is a PDF says so', async () => {
    const { reading } = await open({ '/api/1/datasets/piscines/': json(dataset({ format: 'pdf', url: 'https://ville.example/plan.pdf' })) }, '/fr/datasets/piscines/');
    expect((await failure(reading)).message).to.contain('“Piscines” is there as pdf');
  });

  it('has a short address for each file, which is that file where nobody knows more', async () => {
    const path = `/fr/datasets/r/${id}`;
    const { reading } = await open({ [path]: text(csv), [`/api/2/datasets/resources/${id}/`]: json({ message: 'gone' }, 404) }, path);
    const { report } = await reading;
    expect([report.format, report.portal]).to.deep.equal(['csv', undefined]);
  });
});
