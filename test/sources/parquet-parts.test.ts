import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { partsOf, wkbOf } from '../support/bytes.js';
import { failure, place, problems, read, values } from '../support/dataset.js';
import { serve, status, text } from '../support/fake-fetch.js';
import { metadataOf, parquetOf, type TestColumn } from '../support/parquet.js';
import { zipOf } from '../support/zip.js';

const said = { geo: JSON.stringify({ version: '1.1.0', primary_column: 'geometry', columns: { geometry: { encoding: 'WKB', geometry_types: [], covering: { bbox: { xmin: ['bbox', 'xmin'], ymin: ['bbox', 'ymin'], xmax: ['bbox', 'xmax'], ymax: ['bbox', 'ymax'] } } } } }) };
const columnsAt = (points: readonly (readonly [number, number])[], name: string): readonly TestColumn[] => [
  { name: 'name', type: 6, converted: 0, values: points.map((_, i) => `${name} ${i}`) },
  ...['xmin', 'ymin', 'xmax', 'ymax'].map((side, i): TestColumn => ({ name: `bbox.${side}`, type: 5, values: points.map((point) => point[i % 2 as 0 | 1]) })),
  { name: 'geometry', type: 6, values: points.map(([x, y]) => wkbOf([x, y])) },
];
const one = columnsAt([[8, 48], [9, 48]], 'a');
const two = columnsAt([[10, 49], [11, 49], [12, 49]], 'b');
const bytes = (body: Uint8Array<ArrayBuffer>) => (): Response => new Response(body, { headers: { 'content-type': 'application/octet-stream' } });

describe('GeoParquet in several files', () => {
  it('is one table in a zip archive, with what the folders say', async () => {
    const files = [['d/land=A/part-1.parquet', parquetOf(one, said)], ['d/land=B%C3%96/part-10.parquet', parquetOf(two, said)], ['d/_SUCCESS', '']] as const;
    const dataset = await read(await zipOf(files));
    expect(dataset.report).to.include({ format: 'geoparquet', read: 5, kept: 5, located: 5 });
    expect(dataset.report.choices).to.equal(undefined);
    expect([values(dataset, 'name'), values(dataset, 'land')]).to.deep.equal([['a 0', 'a 1', 'b 0', 'b 1', 'b 2'], ['A', 'A', 'BÖ', 'BÖ', 'BÖ']]);
    expect(place(dataset, 4)).to.deep.equal([12, 49]);
    expect((await read(await zipOf(files), { layer: 'part-1' })).length).to.equal(2);
    // Files with other columns are other tables.
    const mixed = await read(await zipOf([...files, ['other.parquet', parquetOf([{ name: 'x', type: 2, values: [1n] }])]]));
    expect([mixed.length, mixed.report.choices?.length]).to.deep.equal([3, 2]);
  });

  it('is found by the list that lies beside its parts, which may be named with a star', async () => {
    const list = metadataOf({ 'land=A/part 1.parquet': one, 'land=B/part-2.parquet': two }, said);
    const { restore, requests } = serve({ '/p/_metadata': bytes(list), '/p/land=A/part%201.parquet': bytes(parquetOf(one, said)), '/p/land=B/part-2.parquet': bytes(parquetOf(two, said)) });
    try {
      for (const address of ['/p/_metadata', '/p/*/*.parquet']) {
        const dataset = await openDataset(address);
        expect(dataset.report, address).to.include({ format: 'geoparquet', read: 5, located: 5 });
        expect(values(dataset, 'land')).to.deep.equal(['A', 'A', 'B', 'B', 'B']);
        expect(dataset.columns.map(({ name }) => name)).to.deep.equal(['name', 'land']);
      }
      expect(requests.some(({ url }) => url.includes('*'))).to.equal(false);
    } finally {
      restore();
    }
    const elsewhere = serve({ '/p/_metadata': bytes(metadataOf({ '//other.example/a.parquet': one }, said)) });
    try {
      expect((await failure(openDataset('/p/_metadata'))).message).to.match(/another server|cannot be read|answered|no such address/);
      expect(elsewhere.requests.every(({ url }) => new URL(url).origin === location.origin)).to.equal(true);
    } finally {
      elsewhere.restore();
    }
  });

  it('of large parts transfers those that are looked at', async () => {
    const grid = (west: number): (readonly [number, number])[] => Array.from({ length: 40_000 }, (_, i) => [west + (i % 200) / 100, 40 + Math.floor(i / 200) / 100] as const);
    const padded = (west: number): readonly TestColumn[] => [...columnsAt(grid(west), `West ${west}`), { name: 'note', type: 6, converted: 0, values: Array.from({ length: 40_000 }, () => 'x'.repeat(300)) }];
    const parts = { 'a.parquet': padded(0), 'b.parquet': padded(10) };
    const asked: string[] = [];
    const a = parquetOf(parts['a.parquet'], said, 10_000);
    const b = parquetOf(parts['b.parquet'], said, 10_000);
    const { restore, requests } = serve({ '/p/_metadata': bytes(metadataOf(parts, said, 10_000)), '/p/a.parquet': partsOf(a, asked), '/p/b.parquet': partsOf(b, asked) });
    try {
      const dataset = await openDataset('/p/_metadata', { view: [10.005, 40.005, 10.025, 40.025] });
      expect(dataset.report).to.deep.include({ read: 4, kept: 4, total: 80_000, view: [10.005, 40.005, 10.025, 40.025] });
      expect(requests.some(({ url }) => url.endsWith('a.parquet'))).to.equal(false);
      const first = await openDataset('/p/_metadata');
      expect(first.report).to.include({ read: 50_000, total: 80_000 });
      expect(problems(first)['beyond-limit']).to.equal(30_000);
    } finally {
      restore();
    }
  }).timeout(40_000);

  it('is found on the page of a folder, and where nothing names its parts, says so', async () => {
    const page = '<html><title>Index of /f</title><a href="../">up</a><a href="part-00001-0c0ffee0-1234-1234-1234-123456789abc.parquet">b</a><a href="part-00000-0c0ffee1-1234-1234-1234-123456789abc.parquet">a</a></html>';
    const table = { '/f/part-00000-0c0ffee1-1234-1234-1234-123456789abc.parquet': bytes(parquetOf(one, said)), '/f/part-00001-0c0ffee0-1234-1234-1234-123456789abc.parquet': bytes(parquetOf(two, said)), '/f/': text(page, 'text/html'), '/f/_metadata': status(404), '/g/_metadata': status(404), '/g/': status(403) };
    const { restore } = serve(table);
    try {
      for (const address of ['/f/', '/f/part-*.parquet']) expect(values(await openDataset(address), 'name'), address).to.deep.equal(['a 0', 'a 1', 'b 0', 'b 1', 'b 2']);
      const { reason, message } = await failure(openDataset('/g/*.parquet'));
      expect([reason, message.includes('_metadata')]).to.deep.equal(['not-found', true]);
    } finally {
      restore();
    }
  });
});
