import { expect } from '@open-wc/testing';
import { failure, read, values } from '../support/dataset.js';

describe('CSV that hardly looks like it', () => {
  it('may be a header without records', async () => {
    const dataset = await read('id;name;lat;lon\n');
    expect(dataset.columns.map(({ name }) => name)).to.deep.equal(['id', 'name', 'lat', 'lon']);
    expect([dataset.length, dataset.report.read, dataset.report.delimiter]).to.deep.equal([0, 0, ';']);
  });

  it('may be one column', async () => {
    const dataset = await read('name\nOak\nLime\nElm tree');
    expect(values(dataset, 'name')).to.deep.equal(['Oak', 'Lime', 'Elm tree']);
  });

  it('may have zeros between its letters', async () => {
    expect(values(await read('id,name\n1,Oak\0\n2,Lime'), 'id')).to.deep.equal([1, 2]);
  });

  it('is no message, and no prose', async () => {
    for (const text of ['Not found, sorry, bye', 'Not Found', 'User-agent: *\nDisallow: /a\nAllow: /b', 'We are moving.\nCome back later.\nThank you.', '# Trees\nof the\ncity']) {
      expect((await failure(read(text))).reason, text).to.equal('unknown');
    }
  });

  it('has no header where it begins with a position', async () => {
    const dataset = await read('Hall,48.50125,9.25125\nPool,48.25125,9.50125\nGate,48.35125,9.60125');
    expect(values(dataset, 'column 1')).to.deep.equal(['Hall', 'Pool', 'Gate']);
    expect((await read('place;12.2023;31.12.2024\nHall;1;2\nPool;3;4')).columns.map(({ name }) => name)).to.deep.equal(['place', '12.2023', '31.12.2024']);
  });

  it('is not cut at a sign that stands in a few records', async () => {
    const names = ['Sea, Land', 'Sea; Land, Air', 'Sky', 'Rock &amp; Roll, Air', 'Ice'];
    const dataset = await read(`id,token,name\n${Array.from({ length: 40 }, (_, i) => `${i},T${i},${names[i % 5]}`).join('\n')}`);
    expect([dataset.report.delimiter, dataset.length]).to.deep.equal([',', 40]);
  });

  it('is cut at what is rarer in texts, where two signs are as frequent', async () => {
    expect((await read('Street, number;Town\nMain St, 5;Ulm\nHill Rd, 7;Aalen')).report.delimiter).to.equal(';');
    expect((await read('unit,geo\ttime\nPC,DE\t1.5\nPC,FR\t2.5')).report.delimiter).to.equal('\t');
  });

  it('knows that no thousands begin with a 0', async () => {
    expect(values(await read('name,value\na,"1,234"\nb,"12,345"\nc,"0,999"'), 'value')).to.deep.equal([1.234, 12.345, 0.999]);
    expect(values(await read('name,value\na,"1,234"\nb,"12,345"\nc,"999"'), 'value')).to.deep.equal([1234, 12345, 999]);
  });
});
