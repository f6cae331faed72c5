import { expect } from '@open-wc/testing';
import { failure, read, values } from '../support/dataset.js';
import { zipOf } from '../support/zip.js';

const table = 'name,lat,lon\nLibrary,48.1,11.5\nPool,48.2,11.6\n';
const list = 'name,amount\nA,1\nB,2\nC,3\n';

describe('A zip archive', () => {
  it('is read by what is in it, wherever it lies and whatever a Mac adds', async () => {
    const dataset = await read(await zipOf([['data/', ''], ['data/places.txt', table], ['__MACOSX/data/._places.txt', 'a,b\n1,2\n'], ['README.txt', 'one, two\nthree, four\n']]));
    expect(values(dataset, 'name')).to.deep.equal(['Library', 'Pool']);
    expect(dataset.report.format).to.equal('csv');
    expect(dataset.report.choices).to.equal(undefined);
  });

  it('takes the file with most places and names the others, which can be asked for', async () => {
    const archive = await zipOf([['list.csv', list], ['sub/places.csv', table]], { packed: false });
    const dataset = await read(archive);
    expect(dataset.report.located).to.equal(2);
    expect(dataset.report.choices).to.deep.equal([{ name: 'list.csv', format: 'csv' }]);
    expect((await read(archive, { layer: 'list' })).length).to.equal(3);
    const { message } = await failure(read(archive, { layer: 'trees' }));
    expect(message).to.contain('“sub/places.csv”');
  });

  it('is opened within another, once', async () => {
    const inner = await zipOf([['places.csv', table]]);
    expect((await read(await zipOf([['inner.zip', inner]]))).length).to.equal(2);
    const { reason } = await failure(read(await zipOf([['outer.zip', await zipOf([['inner.zip', inner]])]])));
    expect(reason).to.equal('unknown');
  });

  it('says what is wrong with it', async () => {
    const whole = await zipOf([['places.csv', table.repeat(50)]]);
    expect((await failure(read(whole.slice(0, 120)))).message).to.contain('copied to its end');
    const broken = whole.slice();
    broken.fill(0xff, 45, 70);
    expect((await failure(read(broken))).message).to.contain('“places.csv” cannot be unpacked');
    const secret = whole.slice();
    // The flags of the entry in the list of files.
    secret[secret.length - 22 - 46 - 10 + 8] = 1;
    expect((await failure(read(secret))).message).to.contain('password');
    expect((await failure(read(await zipOf([['photo.jpg', 'x'], ['plan.pdf', '%PDF']])))).message).to.contain('“photo.jpg”, “plan.pdf”');
    expect((await failure(read(await zipOf([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'], ['content.xml', '<office/>']])))).message).to.contain('OpenDocument');
  });

  it('stops at what is made to fill up memory', async () => {
    const rows = new Uint8Array(300 * 2 ** 20).fill(0x31);
    rows.set(new TextEncoder().encode('a,b\n1,2\n3,4\n'));
    const { reason } = await failure(read(await zipOf([['places.csv', rows]])));
    expect(reason).to.equal('too-large');
  }).timeout(60_000);

  it('knows names as old programs wrote them', async () => {
    const umlaut = new Uint8Array([0x42, 0x84, 0x64, 0x65, 0x72, 0x2e, 0x63, 0x73, 0x76]);
    const dataset = await read(await zipOf([[umlaut, list], ['places.csv', table]]));
    expect(dataset.report.choices?.[0]?.name).to.equal('Bäder.csv');
  });
});
