import { expect } from '@open-wc/testing';
import { joined, u32, u64, utf8 } from '../support/bytes.js';
import { failure, read } from '../support/dataset.js';

async function gzipped(text: string): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}

/** The header of version 3, and metadata behind it. */
function pmtilesOf(metadata: Uint8Array, { version = 3, compression = 2, type = 1, box = [8, 48, 9, 49] } = {}): Uint8Array<ArrayBuffer> {
  return joined([utf8('PMTiles'), [version], u64(127), u64(0), u64(127), u64(metadata.length), u64(0), u64(0), u64(0), u64(0), u64(0), u64(0), u64(0), [1, compression, 2, type, 3, 14], ...box.map((degrees) => u32(Math.round(degrees * 1e7) >>> 0)), [7], u32(0), u32(0), metadata]);
}

describe('PMTiles', () => {
  it('are tiles to be looked at, with what they say of themselves', async () => {
    const metadata = await gzipped(JSON.stringify({ name: 'City', attribution: '<a href="https://example.org">&copy; City</a>', vector_layers: [{ id: 'roads' }, { id: 'water' }] }));
    const dataset = await read(pmtilesOf(metadata, { box: [-8, 48, 9, 49] }));
    expect(dataset.tiles).to.deep.include({ kind: 'pmtiles', format: 'application/vnd.mapbox-vector-tile', layers: 'roads,water', bounds: [-8, 48, 9, 49], minZoom: 3, maxZoom: 14 });
    expect(dataset.tiles!.url).to.match(/\/data$/);
    expect([dataset.length, dataset.report.format, dataset.about.title, dataset.about.attribution]).to.deep.equal([0, 'pmtiles', 'City', '© City']);
  });

  it('may say nothing, or in a way that nobody can unpack', async () => {
    for (const options of [{ compression: 3 }, { compression: 1 }, { compression: 2 }]) expect((await read(pmtilesOf(utf8('{broken'), { ...options, type: 2, box: [0, 0, 0, 0] }))).tiles).to.include({ format: 'image/png', bounds: undefined });
  });

  it('of other versions say which', async () => {
    expect((await failure(read(pmtilesOf(new Uint8Array(0), { version: 4 })))).message).to.contain('version 4');
    expect((await failure(read(pmtilesOf(new Uint8Array(0), { version: 2 })))).message).to.contain('pmtiles convert');
    expect((await failure(read(pmtilesOf(new Uint8Array(0)).slice(0, 60)))).reason).to.equal('unreadable');
    expect((await failure(read(pmtilesOf(new Uint8Array(0), { type: 0 })))).message).to.contain('what its tiles are');
  });
});
