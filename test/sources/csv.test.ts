import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { serve } from '../support/fake-fetch.js';
import { accounted, column, place, problems, read, values } from '../support/dataset.js';

const header = 'name,lat,lon';
const names = (csv: string | Uint8Array<ArrayBuffer>) => read(csv).then((dataset) => values(dataset, 'name'));

describe('CSV', () => {
  for (const [delimiter, label] of [[',', 'commas'], [';', 'semicolons'], ['\t', 'tabs'], ['|', 'bars']] as const) {
    it(`is cut at ${label}`, async () => {
      const dataset = await read(`name,lat,lon\nHall,48.5,9.25\nPool,48.25,9.5`.replaceAll(',', delimiter));
      expect(dataset.report.delimiter).to.equal(delimiter);
      expect(values(dataset, 'name')).to.deep.equal(['Hall', 'Pool']);
      expect(place(dataset, 1)).to.deep.equal([9.5, 48.25]);
    });
  }

  it('keeps delimiters, quotes and line breaks that stand in quotes', async () => {
    const dataset = await read('name,note\r\n"a, b","say ""hi"""\r\n"two\r\nlines", plain \r\n"""q""","x"');
    expect(values(dataset, 'name')).to.deep.equal(['a, b', 'two\r\nlines', '"q"']);
    expect(values(dataset, 'note')).to.deep.equal(['say "hi"', 'plain', 'x']);
    expect(dataset.report.read).to.equal(3);
  });

  it('is one also where most of its lines stand within a text', async () => {
    const verse = Array.from({ length: 40 }, (_, line) => `line ${line} of a long text`).join('\n');
    const dataset = await read(`name,note,lat,lon\nBench,"${verse}",48.5,9.25\nTree,"${verse} “so”, she said: ""no""",48.25,9.5\n`);
    expect(values(dataset, 'name')).to.deep.equal(['Bench', 'Tree']);
    expect(place(dataset, 1)).to.deep.equal([9.5, 48.25]);
  });

  it('reads every line ending', async () => {
    for (const end of ['\n', '\r\n', '\r']) expect(await names([header, 'a,1,2', 'b,1,2'].join(end)), JSON.stringify(end)).to.deep.equal(['a', 'b']);
  });

  it('forgives a quote within a field, one that is never closed, and blanks around quotes', async () => {
    expect(await names('name,size\n5" pipe,1\nx "y" z,2\n "blank" ,3\n"never closed,4')).to.deep.equal(['5" pipe', 'x "y" z', 'blank', '"never closed']);
  });

  it('tells decimals from delimiters', async () => {
    const dataset = await read('x;y;name\n7,5;48,25;a\n8,5;49,25;b');
    expect(dataset.report.delimiter).to.equal(';');
    expect(values(dataset, 'x')).to.deep.equal([7.5, 8.5]);
  });

  it('passes over titles above the header', async () => {
    const dataset = await read('Trees of the city\nAs of,2026\n\nname,kind,lat,lon\noak,tree,48,9\nlime,tree,48,9');
    expect(dataset.columns.map((each) => each.name)).to.deep.equal(['name', 'kind', 'lat', 'lon']);
    expect(dataset.report.read).to.equal(2);
    const padded = await read('Trees;;;\nname;kind;lat;lon\noak;tree;48;9\nlime;tree;48;9');
    expect(padded.columns[0]!.name).to.equal('name');
  });

  it('cleans headers: blanks, dBASE types, empty ones and doubles', async () => {
    const dataset = await read('" name ","hochwert,N,19,11",,"x","x","two\nlines"\na,1,2,3,4,5');
    expect(dataset.columns.map((each) => each.name)).to.deep.equal(['name', 'hochwert', 'column 3', 'x', 'x (2)', 'two lines']);
  });

  it('names columns by number where there is no header', async () => {
    const dataset = await read('1,2.5\n2,3.5\n3,4.5');
    expect(dataset.report.read).to.equal(3);
    expect(values(dataset, 'column 2')).to.deep.equal([2.5, 3.5, 4.5]);
  });

  it('keeps ragged records, leaves blank ones out, and reports both by their numbers', async () => {
    const dataset = await read('a,b,c\n1,2,3\n\n,,\n1,2\n1,2,3,4\n1,2,3,\n5,6,7\n\n\n');
    expect(dataset.report.read).to.equal(7);
    expect(dataset.report.kept).to.equal(5);
    expect(dataset.report.problems).to.deep.equal([
      { reason: 'blank', count: 2, rows: [2, 3], dropped: true },
      { reason: 'ragged', count: 2, rows: [4, 5], dropped: false },
    ]);
    expect(values(dataset, 'c')).to.deep.equal([3, undefined, 3, 3, 7]);
    expect(accounted(dataset)).to.equal(true);
  });

  it('accounts for places by the numbers that records have in the file', async () => {
    const dataset = await read('name,lat,lon\n,,\na,48,9\nb,,\n,,\nc,0,0\nd,148,500\ne,48,9');
    expect(problems(dataset)).to.deep.equal({ blank: 2, 'no-place': 1, 'null-island': 1, 'outside-world': 1 });
    expect(dataset.report.problems.map(({ rows }) => rows)).to.deep.equal([[1, 4], [3], [5], [6]]);
    expect([dataset.report.kept, dataset.report.located]).to.deep.equal([5, 2]);
    expect(accounted(dataset)).to.equal(true);
  });

  it('without places is a table', async () => {
    const dataset = await read('name,height\na,1\nb,2');
    expect(dataset.places).to.equal(undefined);
    expect(dataset.length).to.equal(2);
  });
});

describe('the encoding of CSV', () => {
  const text = 'name,ort\nMühle,Köln\nGeöffnet,Zürich';
  const bytes = (...parts: readonly (string | readonly number[])[]) => new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part])));
  const utf16 = (little: boolean) => [...text].flatMap((letter) => (little ? [letter.charCodeAt(0), 0] : [0, letter.charCodeAt(0)]));

  const encoded: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])],
    ['windows-1252', bytes(text)],
    ['utf-16le', new Uint8Array([0xff, 0xfe, ...utf16(true)])],
    ['utf-16le', new Uint8Array(utf16(true))],
    ['utf-16be', new Uint8Array([0xfe, 0xff, ...utf16(false)])],
  ];
  encoded.forEach(([encoding, data], i) => {
    it(`is ${encoding}${i === 1 || i > 2 ? ` (form ${i})` : ''}`, async () => {
      const dataset = await read(data);
      expect(dataset.report.encoding).to.equal(encoding);
      expect(dataset.columns[0]!.name).to.equal('name');
      expect(values(dataset, 'ort')).to.deep.equal(['Köln', 'Zürich']);
    });
  });

  it('is Shift_JIS where that is what it looks like', async () => {
    const dataset = await read(bytes('name,city\n', [0x93, 0x73, 0x93, 0xb9, 0x95, 0x7b, 0x8c, 0xa7], ',', [0x93, 0xde, 0x97, 0xc7], '\n', [0x93, 0xde, 0x97, 0xc7, 0x8e, 0x73], ',', [0x8c, 0xa7]));
    expect(dataset.report.encoding).to.equal('shift_jis');
    expect(values(dataset, 'name')).to.deep.equal(['都道府県', '奈良市']);
  });

  it('is what the server says, if it is no UTF-8', async () => {
    const dataset = await read(bytes('name,city\n', [0xb1, 0xb2], ',x\n', [0xb3], ',y'), {}, { 'content-type': 'text/csv; charset=ISO-8859-7' });
    expect(values(dataset, 'name')).to.deep.equal(['±²', '³']);
    expect(dataset.report.encoding).to.equal('iso-8859-7');
  });

  it('stays UTF-8 where a byte or two are broken, and says in which records', async () => {
    const dataset = await read(new Uint8Array([...new TextEncoder().encode(`name,n\n${'äöüäöü,1\n'.repeat(9)}`), 0x61, 0xff, 0x62, ...new TextEncoder().encode(',2\nfine,3')]));
    expect(dataset.report.encoding).to.equal('utf-8');
    expect(column(dataset, 'name').value(9)).to.equal('a\ufffdb');
    expect(dataset.report.problems).to.deep.equal([{ reason: 'not-text', count: 1, rows: [10], dropped: false }]);
  });
});

describe('a large CSV', () => {
  it('leaves the page free to answer while it is read', async () => {
    const rows = Array.from({ length: 400_000 }, (_, i) => `${i},Place ${i} of many,${i % 7},${(48 + i / 1e6).toFixed(6)},${(9 + i / 1e6).toFixed(6)}`);
    const { restore } = serve({ '/large.csv': () => new Response(`id,name,kind,lat,lon\n${rows.join('\n')}`) });
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    try {
      const dataset = await openDataset('/large.csv');
      expect(dataset.report.located).to.equal(400_000);
      expect(column(dataset, 'name').value(399_999)).to.equal('Place 399999 of many');
      expect(turns).to.be.greaterThan(4);
    } finally {
      clearInterval(counting);
      restore();
    }
  });

  it('stops when nobody waits any more', async () => {
    const { restore } = serve({ '/large.csv': () => new Response(`id,lat,lon\n${'1,48.5,9.5\n'.repeat(400_000)}`) });
    const stop = new AbortController();
    try {
      const reading = openDataset('/large.csv', { signal: stop.signal });
      setTimeout(() => stop.abort(), 30);
      // The name alone: a message that shows all of a large dataset takes for ever to write.
      const { name } = (await reading.catch((caught: unknown) => caught)) as { name?: string };
      expect(name).to.equal('AbortError');
    } finally {
      restore();
    }
  });
});
