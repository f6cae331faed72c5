import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';
import { failure } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const csv = 'name,lat,lon\nPool,48.5,9.25\nHall,47.5,8.25';
const site = 'https://data.example';
const files = { [`${site}/pools.csv`]: text(csv), [`${site}/halls.csv`]: text(csv) };

async function open(table: Parameters<typeof serve>[0], options: DatasetOptions = {}, address = `${site}/catalogue`): Promise<Dataset> {
  const { restore } = serve({ ...files, ...table });
  return openDataset(address, options).finally(restore);
}

const dcatUs = {
  '@type': 'dcat:Catalog', conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
  dataset: [
    { identifier: 'd0', title: 'Report', distribution: [{ mediaType: 'text/html', accessURL: `${site}/report` }] },
    { identifier: 'd1', title: 'Pools', description: '<b>All</b> pools', publisher: { name: 'City' }, modified: '2026-01-02', license: 'https://creativecommons.org/licenses/by/4.0', landingPage: `${site}/page`, distribution: [{ title: 'Table', format: 'CSV', mediaType: 'text/csv', accessURL: `${site}/pools.csv` }] },
    { identifier: 'd2', title: 'Halls', distribution: [{ mediaType: 'text/csv', downloadURL: `${site}/halls.csv` }] },
  ],
};
const expanded = [
  { '@id': 'http://x/d', '@type': ['http://www.w3.org/ns/dcat#Dataset'], 'http://purl.org/dc/terms/title': [{ '@value': 'Becken', '@language': 'de' }, { '@value': 'Pools', '@language': 'en' }], 'http://www.w3.org/ns/dcat#distribution': [{ '@id': 'http://x/1' }] },
  { '@id': 'http://x/1', '@type': ['http://www.w3.org/ns/dcat#Distribution'], 'http://purl.org/dc/terms/format': [{ '@id': 'http://publications.europa.eu/resource/authority/file-type/CSV' }], 'http://www.w3.org/ns/dcat#accessURL': [{ '@id': `${site}/pools.csv` }] },
];
const prefixed = {
  '@context': { dcat: 'http://www.w3.org/ns/dcat#' },
  '@graph': [
    { '@id': '_:b1', '@type': 'dcat:Distribution', 'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' }, 'dcat:downloadURL': { '@id': `${site}/pools.csv` } },
    { '@id': 'http://x/d', '@type': 'dcat:Dataset', 'dct:title': { de: 'Becken', en: 'Pools' }, 'dcat:distribution': { '@id': '_:b1' } },
  ],
};
const xml = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
  <dcat:Catalog rdf:about="${site}/"><dcat:dataset><dcat:Dataset rdf:about="${site}/d1"><dct:title xml:lang="de">Becken</dct:title><dct:title xml:lang="en">Pools</dct:title>
    <dct:publisher rdf:resource="${site}/city"/><dcat:distribution rdf:resource="pools"/></dcat:Dataset></dcat:dataset></dcat:Catalog>
  <rdf:Description rdf:about="pools"><rdf:type rdf:resource="http://www.w3.org/ns/dcat#Distribution"/><dct:format>CSV</dct:format><dcat:downloadURL rdf:resource="${site}/pools.csv"/></rdf:Description>
  <foaf:Organization xmlns:foaf="http://xmlns.com/foaf/0.1/" rdf:about="${site}/city"><foaf:name>City</foaf:name></foaf:Organization></rdf:RDF>`;

describe('a catalogue in DCAT', () => {
  it('may begin with publishers, be a series, or a plain list; and may say one thing in several places', async () => {
    const names = async (body: unknown): Promise<readonly unknown[]> => {
      const { report, about } = await open({ [`${site}/catalogue`]: typeof body === 'string' ? text(body) : json(body) });
      return [about.title, report.choices?.map(({ name }) => name)];
    };
    const publishers = Array.from({ length: 400 }, (_, i) => ({ '@id': `http://x/${i}`, '@type': ['http://xmlns.com/foaf/0.1/Organization'], 'http://xmlns.com/foaf/0.1/name': [{ '@value': 'City '.repeat(40) }] }));
    expect(await names([...publishers, ...expanded])).to.deep.equal(['Pools', undefined]);
    expect(await names([{ title: 'Pools', identifier: '1', distribution: [{ format: 'CSV', downloadURL: `${site}/pools.csv` }] }, { title: 'Halls', identifier: '1', distribution: [{ accessURL: `${site}/halls` }] }])).to.deep.equal(['Pools', ['1 (2)']]);
    const rdf = (inner: string): string => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">${inner}</rdf:RDF>`;
    const distribution = `<dcat:distribution><dcat:Distribution><dcat:downloadURL rdf:resource="${site}/pools.csv"/></dcat:Distribution></dcat:distribution>`;
    expect(await names(rdf(`<rdf:Description rdf:about="http://x/s"><rdf:type rdf:resource="http://www.w3.org/ns/dcat#DatasetSeries"/><dct:title>Series</dct:title>${distribution}</rdf:Description>`))).to.deep.equal(['Series', undefined]);
    expect(await names(rdf(`<dcat:Dataset rdf:about="http://x/d"><dct:title>Pools</dct:title></dcat:Dataset><dcat:Dataset rdf:about="http://x/d">${distribution}</dcat:Dataset>`))).to.deep.equal(['Pools', undefined]);
  });

  it('gives the first of its datasets that can be read, and names the others', async () => {
    const { about, report, length } = await open({ [`${site}/catalogue`]: json(dcatUs) });
    expect(length).to.equal(2);
    expect(about).to.deep.include({ title: 'Pools', description: 'All pools', publisher: 'City', updated: Date.UTC(2026, 0, 2), page: `${site}/page`, download: `${site}/pools.csv` });
    expect(about.licence?.url).to.equal('https://creativecommons.org/licenses/by/4.0');
    expect(report.choices?.map(({ name, title }) => [name, title])).to.deep.equal([['d0', 'Report'], ['d2', 'Halls']]);
    expect(report.portal).to.equal('dcat');
  });

  it('gives the dataset that is asked for', async () => {
    for (const layer of ['d2', 'Halls']) expect((await open({ [`${site}/catalogue`]: json(dcatUs) }, { layer })).about.title, layer).to.equal('Halls');
  });

  for (const [what, body] of [['expanded', expanded], ['with prefixes, in any order', prefixed]] as const) {
    it(`is read in JSON-LD ${what}`, async () => {
      const { about, length } = await open({ [`${site}/catalogue`]: json(body) });
      expect([about.title, length]).to.deep.equal(['Pools', 2]);
    });
  }

  it('is read in RDF/XML, where things are described beside each other', async () => {
    const { about, length } = await open({ [`${site}/catalogue`]: text(xml) });
    expect([about.title, about.publisher, length]).to.deep.equal(['Pools', 'City', 2]);
  });

  it('of which nothing can be read names what there is', async () => {
    const { restore } = serve({ [`${site}/catalogue`]: json(dcatUs) });
    const error: unknown = await openDataset(`${site}/catalogue`).catch((caught: unknown) => caught);
    restore();
    expect((error as SourceError).reason).to.equal('unreachable');
    expect((error as SourceError).choices.map(({ name }) => name)).to.deep.equal(['d0', 'd1', 'd2']);
  });

  it('in Turtle says which other form can be read', async () => {
    expect((await failure(open({ [`${site}/catalogue`]: text('@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<x> a dcat:Dataset .') }))).message).to.contain('Turtle').and.contain('JSON-LD');
  });

  it('that nests without end, or uses the names of JavaScript, does no harm', async () => {
    const deep = `${'{"@graph":['.repeat(5000)}{"@type":"dcat:Dataset"}${']}'.repeat(5000)}`;
    expect((await failure(open({ [`${site}/catalogue`]: text(deep) }))).reason).to.equal('unknown');
    const odd = { ...dcatUs, __proto__: { x: 1 }, constructor: 'x', dataset: [{ ...dcatUs.dataset[1], __proto__: null, toString: 'x' }] };
    expect((await open({ [`${site}/catalogue`]: json(odd) })).length).to.equal(2);
  });
});

describe('data.europa.eu', () => {
  const result = {
    id: 'pools', title: { de: 'Becken', en: 'Pools' }, publisher: { name: 'City' }, modified: '2026-01-02T00:00:00Z',
    distributions: [
      { id: 'a', title: { en: 'Page' }, format: { id: 'HTML', label: 'HTML' }, access_url: [`${site}/page`] },
      { id: 'b', title: { en: 'Table' }, format: { id: 'CSV', label: 'CSV' }, access_url: [`${site}/page`], download_url: [`${site}/pools.csv`], license: { label: 'CC BY 4.0', resource: 'https://creativecommons.org/licenses/by/4.0' } },
    ],
  };

  it('is read from the page of a dataset, in the reader’s language', async () => {
    const { about, report, length } = await open({ 'https://data.europa.eu/api/hub/search/datasets/pools': json({ result }) }, {}, 'https://data.europa.eu/data/datasets/pools?locale=de');
    expect(length).to.equal(2);
    expect(report.portal).to.equal('data.europa.eu');
    expect(about).to.deep.include({ title: 'Pools', publisher: 'City', licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0' }, updated: Date.UTC(2026, 0, 2) });
  });
});
