import { SourceError } from '../source.js';

type Row = readonly string[];

/**
 * Header and rows of a small table as plans are: RFC 4180 with any of , ; TAB |. Cells stay text, because a column of
 * years must not become numbers, nor `2026-11` a day. Blank rows are left out.
 */
export function tableRows(text: string): readonly [names: Row, rows: readonly Row[]] {
  const rows = parsed(text, delimiterOf(text));
  const [names, ...rest] = rows;
  if (!names || names.length < 2) throw new SourceError('unknown', 'This is neither JSON nor a table: its first line holds no column names.');
  return [names, rest];
}

/** The sign that cuts the first line, outside quotes, into most cells. */
function delimiterOf(text: string): string {
  const header = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((sign) => [header.split(sign).length, sign] as const);
  return counts.reduce((most, each) => (each[0] > most[0] ? each : most))[1];
}

function parsed(text: string, delimiter: string): Row[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((each) => each.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] !== '"') quoted = false;
      else {
        cell += '"';
        i += 1;
      }
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === delimiter) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || (sign === '\r' && text[i + 1] !== '\n')) endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}
