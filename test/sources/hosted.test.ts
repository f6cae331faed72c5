import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { fileOf } from '../../src/sources/portals/hosted.js';
import { failure } from '../support/dataset.js';
import { json, serve, status, text } from '../support/fake-fetch.js';

const csv = 'name,lat,lon\nPool,48.5,9.25\nHall,47.5,8.25';

async function open(address: string, table: Parameters<typeof serve>[0]): Promise<Dataset> {
  const { restore } = serve(table);
  return openDataset(address).finally(restore);
}

describe('a page that shows a file', () => {
  const files: readonly (readonly [page: string, file: string])[] = [
    ['https://github.com/city/data/blob/main/a/trees.csv#L4', 'https://raw.githubusercontent.com/city/data/main/a/trees.csv'],
    ['https://github.com/city/data/raw/refs/heads/main/trees.csv', 'https://raw.githubusercontent.com/city/data/main/trees.csv'],
    ['https://gist.github.com/city/0123456789abcdef0123/', 'https://gist.githubusercontent.com/city/0123456789abcdef0123/raw'],
    ['https://gitlab.city.org/open/parks/data/-/blob/main/a/b%20c.csv?ref_type=heads', 'https://gitlab.city.org/api/v4/projects/open%2Fparks%2Fdata/repository/files/a%2Fb%20c.csv/raw?ref=main'],
    ['https://codeberg.org/city/data/src/branch/main/trees.csv', 'https://codeberg.org/city/data/raw/branch/main/trees.csv'],
    ['https://huggingface.co/datasets/city/trees/blob/main/trees.csv', 'https://huggingface.co/datasets/city/trees/resolve/main/trees.csv'],
    ['https://docs.google.com/spreadsheets/d/1AbC/edit?usp=sharing#gid=7', 'https://docs.google.com/spreadsheets/d/1AbC/export?format=csv&gid=7'],
    ['https://docs.google.com/spreadsheets/d/e/2P-x/pubhtml?gid=7&single=true', 'https://docs.google.com/spreadsheets/d/e/2P-x/pub?output=csv&gid=7&single=true'],
    ['https://docs.google.com/spreadsheets/d/e/2P-x/pub?output=tsv', 'https://docs.google.com/spreadsheets/d/e/2P-x/pub?output=tsv'],
    ['https://drive.google.com/file/d/1AbC/view?usp=sharing', 'https://drive.google.com/uc?export=download&id=1AbC'],
    ['https://www.dropbox.com/scl/fi/abc/trees.csv?rlkey=x&dl=0', 'https://dl.dropboxusercontent.com/scl/fi/abc/trees.csv?rlkey=x'],
    ['https://1drv.ms/x/s!Abc', 'https://api.onedrive.com/v1.0/shares/u!aHR0cHM6Ly8xZHJ2Lm1zL3gvcyFBYmM/root/content'],
    ['https://city.sharepoint.com/:x:/s/open/Abc?e=1', 'https://city.sharepoint.com/:x:/s/open/Abc?e=1&download=1'],
    ['https://cloud.city.org/index.php/s/AbCdEfGhIjKlMnO', 'https://cloud.city.org/index.php/s/AbCdEfGhIjKlMnO/download'],
    ['https://zenodo.org/records/12/files/trees.csv?download=1', 'https://zenodo.org/api/records/12/files/trees.csv/content'],
  ];
  for (const [page, file] of files) it(`${page} leads to the file`, () => expect(fileOf(new URL(page)).href).to.equal(file));

  it('is read as the file', async () => {
    const dataset = await open('https://github.com/city/data/blob/main/trees.csv', { 'https://raw.githubusercontent.com/city/data/main/trees.csv': text(csv) });
    expect([dataset.length, dataset.report.located]).to.deep.equal([2, 2]);
  });

  it('may be a page of another site after all, and says where a file is not shared', async () => {
    expect((await open('https://city.example/s/AbCdEfGhIjKlMnO', { '/s/AbCdEfGhIjKlMnO/download': status(404), '/s/AbCdEfGhIjKlMnO': text(csv) })).length).to.equal(2);
    const page = text('<!doctype html><html><title>Sign in</title></html>', 'text/html');
    expect((await failure(open('https://docs.google.com/spreadsheets/d/1AbC/edit', { '/spreadsheets/d/1AbC/export': page }))).message).to.contain('anyone with the link');
  });
});

describe('a record of a repository', () => {
  it('gives the best of its files, with what is known of it', async () => {
    const zenodo = { metadata: { title: 'Trees', creators: [{ name: 'City' }], license: { id: 'cc-by-4.0' }, publication_date: '2026-01-02' }, files: [{ key: 'readme.pdf', links: { self: 'https://zenodo.org/api/files/readme.pdf' } }, { key: 'trees.csv', size: 40, links: { self: 'https://zenodo.org/api/records/12/files/trees.csv/content' } }] };
    const { about, report, length } = await open('https://zenodo.org/records/12', { '/api/records/12': json(zenodo), '/api/records/12/files/trees.csv/content': text(csv) });
    expect([length, report.portal, about.title, about.publisher, about.licence?.name, about.updated]).to.deep.equal([2, 'zenodo', 'Trees', 'City', 'cc-by-4.0', Date.UTC(2026, 0, 2)]);
    const figshare = { title: 'Trees', authors: [{ full_name: 'City' }], license: { name: 'CC0' }, files: [{ id: 7, name: 'trees.csv', download_url: 'https://ndownloader.figshare.com/files/7' }, { id: 8, name: 'halls.csv', download_url: 'https://ndownloader.figshare.com/files/8' }] };
    const second = await open('https://figshare.com/articles/dataset/Trees/12/2?file=8', { 'https://api.figshare.com/v2/articles/12/versions/2': json(figshare), '/v2/articles/12/versions/2': json(figshare), '/files/8': text(csv) });
    expect([second.length, second.report.portal, second.report.choices?.map(({ title }) => title)]).to.deep.equal([2, 'figshare', ['trees.csv']]);
    const dataverse = { status: 'OK', data: { latestVersion: { files: [{ label: 'trees.tab', dataFile: { id: 9, originalFileFormat: 'text/csv', originalFileName: 'trees.csv' } }], metadataBlocks: { citation: { fields: [{ typeName: 'title', value: 'Trees' }] } } } } };
    const third = await open('https://data.university.example/dataset.xhtml?persistentId=doi:10.1/A', { '/api/datasets/:persistentId/': json(dataverse), '/api/access/datafile/9': text(csv) });
    expect([third.length, third.about.title]).to.deep.equal([2, 'Trees']);
  });

  it('says that there is none', async () => {
    expect((await failure(open('https://zenodo.org/records/13', { '/api/records/13': json({ status: 404, message: 'PID does not exist.' }, 404) }))).reason).to.equal('not-found');
  });
});

describe('a question to Overpass', () => {
  it('is asked for JSON, whatever it asks for', async () => {
    const asked: (string | null)[] = [];
    const answer = (request: Request): Response => {
      asked.push(new URL(request.url).searchParams.get('data'));
      return Response.json({ osm3s: {}, elements: [{ type: 'node', id: 1, lat: 48.5, lon: 9.25, tags: { name: 'Bench' } }] });
    };
    for (const query of ['node(1);out;', '[timeout:5];node(1);out;', '[out:xml][timeout:5];node(1);out;', '[out:json];node(1);out;']) {
      const { report } = await open(`https://overpass.example/api/interpreter?data=${encodeURIComponent(query)}`, { '/api/interpreter': answer });
      expect([report.format, report.portal]).to.deep.equal(['overpass', 'overpass']);
    }
    expect(asked).to.deep.equal(['[out:json];node(1);out;', '[out:json][timeout:5];node(1);out;', '[out:json][timeout:5];node(1);out;', '[out:json];node(1);out;']);
  });
});
