import { expect } from '@open-wc/testing';
import type { DatasetOptions } from '../../src/sources/source.js';
import type { Dataset } from '../../src/model/dataset.js';
import { accounted, failure, problems, read, values } from '../support/dataset.js';
import { zipOf } from '../support/zip.js';

const column = (index: number): string => String.fromCharCode(65 + index);
/** A row of numbers, texts, and cells as they are written. */
const row = (number: number, cells: readonly (string | number | null | { readonly xml: string })[]): string =>
  `<row r="${number}">${cells
    .map((cell, i) => {
      const at = `${column(i)}${number}`;
      if (cell === null) return `<c r="${at}" s="1"/>`;
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
      return typeof cell === 'string' ? `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>` : cell.xml.replace('<c', `<c r="${at}"`);
    })
    .join('')}</row>`;

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

async function open(sheets: Readonly<Record<string, readonly string[]>>, { merged = [], from1904 = false, hidden = '', texts = '' }: { merged?: readonly string[]; from1904?: boolean; hidden?: string; texts?: string } = {}, options?: DatasetOptions): Promise<Dataset> {
  const names = Object.keys(sheets);
  const merges = merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return read(
    await zipOf([
      ['xl/workbook.xml', `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${name === hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`],
      ['xl/_rels/workbook.xml.rels', `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/s${i + 1}.xml"/>`).join('')}</Relationships>`],
      ['xl/styles.xml', styles],
      ['xl/sharedStrings.xml', `<sst>${texts}</sst>`],
      ...names.map((name, i) => [`xl/worksheets/s${i + 1}.xml`, `<worksheet><sheetData>${sheets[name]!.join('')}</sheetData>${merges}</worksheet>`] as const),
    ]),
    options,
  );
}

describe('A workbook', () => {
  it('is the rows below its header, wherever that stands, and without what is empty', async () => {
    const dataset = await open({ A: [row(1, ['Playgrounds 2026']), row(3, ['name', 'lat', 'lon', null]), row(4, ['North', 48.5, 9.25]), row(6, ['South', 48.25, 9.5]), row(9, [null, null])] });
    expect(dataset.report).to.include({ format: 'xlsx', read: 3, kept: 2, located: 2 });
    expect(problems(dataset)).to.deep.equal({ blank: 1 });
    expect(accounted(dataset)).to.equal(true);
    expect(dataset.columns.map(({ name, type }) => `${name}: ${type}`)).to.deep.equal(['name: text', 'lat: number', 'lon: number']);
  });

  it('has texts, numbers, dates, truths and results of formulas; what failed is nothing', async () => {
    const cells = (n: number): { xml: string }[] => [{ xml: `<c t="s"><v>${n}</v></c>` }, { xml: '<c s="1"><v>46053</v></c>' }, { xml: '<c s="2"><v>46053.5868055556</v></c>' }, { xml: '<c s="3"><v>2.5</v></c>' }, { xml: '<c s="4"><v>0.75</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }, { xml: n === 0 ? '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' : '<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>' }];
    const texts = '<si><r><t xml:space="preserve">Grüner </t></r><r><t>Platz</t></r><rPh><t>spoken</t></rPh></si><si><t>line_x000D_</t></si>';
    const dataset = await open({ A: [row(1, ['text', 'day', 'moment', 'number', 'time', 'truth', 'formula']), row(2, cells(0)), row(3, cells(1))] }, { texts });
    expect(values(dataset, 'text')).to.deep.equal(['Grüner Platz', 'line']);
    expect(values(dataset, 'day')[0]).to.equal(Date.UTC(2026, 0, 31));
    expect(values(dataset, 'moment')[0]).to.equal(Date.UTC(2026, 0, 31, 14, 5));
    expect([values(dataset, 'number')[0], values(dataset, 'time')[0], values(dataset, 'truth')[0]]).to.deep.equal([2.5, '18:00', 'true']);
    expect(values(dataset, 'formula')).to.deep.equal([undefined, 'ax']);
    const old = await open({ A: [row(1, ['text', 'day']), row(2, ['a', { xml: '<c s="1"><v>44591</v></c>' }])] }, { from1904: true });
    expect(values(old, 'day')[0]).to.equal(Date.UTC(2026, 0, 31));
  });

  it('takes merged cells for what they mean: a header of two rows, a value of several', async () => {
    const sheet = [row(1, ['kind', 'address', null, 'size']), row(2, [null, 'street', 'town']), row(3, ['pool', 'a', 'x', 1]), row(4, [null, 'b', 'y', 2]), row(5, ['hall', 'c', 'z', 3])];
    const dataset = await open({ A: sheet }, { merged: ['B1:C1', 'A1:A2', 'D1:D2', 'A3:A4'] });
    expect(dataset.columns.map(({ name }) => name)).to.deep.equal(['kind', 'address street', 'address town', 'size']);
    expect(values(dataset, 'kind')).to.deep.equal(['pool', 'pool', 'hall']);
  });

  it('is the sheet with most in it that people see; the others are choices', async () => {
    const sheets = { About: [row(1, ['field', 'meaning']), row(2, ['a', 'b'])], Data: [row(1, ['a', 'b']), row(2, [1, 2]), row(3, [3, 4])], Secret: [row(1, ['x', 'y', 'z']), ...[2, 3, 4, 5].map((n) => row(n, [n, n, n]))] };
    const dataset = await open(sheets, { hidden: 'Secret' });
    expect(dataset.length).to.equal(2);
    expect(dataset.report.choices?.map(({ name }) => name)).to.deep.equal(['About', 'Secret']);
    expect((await open(sheets, { hidden: 'Secret' }, { layer: 'about' })).length).to.equal(1);
    expect((await failure(open(sheets, {}, { layer: 'none' }))).message).to.contain('“Data”');
  });

  it('is refused where nothing is in it', async () => {
    expect((await failure(open({ A: [], B: [] }))).message).to.include('has nothing in it');
  });

  it('believes no reference that no sheet has', async () => {
    const dataset = await open({ A: ['<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="99999999999"><c r="ZZZ2"><v>1</v></c><c r="A2"><v>7</v></c><c r="B2" t="s"><v>99</v></c></row>'] }, { merged: ['A1:XFD1048576'] });
    expect([dataset.length, values(dataset, 'a')]).to.deep.equal([1, [7]]);
  });
});
