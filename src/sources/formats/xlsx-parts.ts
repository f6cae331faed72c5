import { peek } from '../peek.js';
import { Breath } from '../slices.js';
import { SourceError } from '../source.js';
import { textOfBody } from './text-stream.js';
import { XmlScanner, type XmlEvents } from './xml-scanner.js';
import type { Member } from './zip-archive.js';

/** Goes through one of a workbook's parts. Throws `SourceError('unreadable')` where it breaks off. */
export async function scan(part: Member, address: URL, events: XmlEvents, signal: AbortSignal | undefined): Promise<void> {
  const scanner = new XmlScanner(events);
  const breath = new Breath(signal);
  for await (const text of textOfBody({ address, member: part.name, type: '', ...(await peek(part.open(), address)) })) {
    scanner.push(text);
    await breath.pause();
  }
  if (!scanner.end()) throw new SourceError('unreadable', `“${part.name}” in ${address.href} breaks off at line ${scanner.line}.`);
}

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly part: Member }[];
  /** Whether days are counted from 1904, as the first Macintoshes did. */
  readonly from1904: boolean;
  /** The texts that cells share. */
  readonly texts: readonly string[];
  /** Whether a style shows a number as a date, a time of day or a length of time. */
  readonly dates: readonly (DateKind | undefined)[];
}

export type DateKind = 'date' | 'time' | 'duration';

/** What all sheets of a workbook share. */
export async function workbookOf(members: readonly Member[], address: URL, signal: AbortSignal | undefined): Promise<Workbook> {
  const parts = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  const part = (path: string): Member | undefined => parts.get(path.toLowerCase());
  const targets = new Map<string, string>();
  const relations = part('xl/_rels/workbook.xml.rels');
  const open = (found: (name: string, attributes: ReadonlyMap<string, string>) => void): XmlEvents => ({ open: found, text: () => undefined, close: () => undefined });
  if (relations) await scan(relations, address, open((name, at) => name === 'Relationship' && targets.set(at.get('Id') ?? '', at.get('Target') ?? '')), signal);
  const sheets: { name: string; isHidden: boolean; part: Member }[] = [];
  let from1904 = false;
  await scan(part('xl/workbook.xml')!, address, open((name, at) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(at.get('date1904') ?? '');
    if (name !== 'sheet') return;
    const target = targets.get(at.get('id') ?? '') ?? `worksheets/sheet${sheets.length + 1}.xml`;
    const found = part(target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    // A chart by itself is a sheet without cells.
    if (found && !/chartsheet|dialogsheet|macrosheet/i.test(found.name)) sheets.push({ name: at.get('name')?.trim() || `sheet ${sheets.length + 1}`, isHidden: (at.get('state') ?? 'visible') !== 'visible', part: found });
  }), signal);
  const [strings, styles] = [part('xl/sharedStrings.xml'), part('xl/styles.xml')];
  return { sheets, from1904, texts: strings ? await textsOf(strings, address, signal) : [], dates: styles ? await datesOf(styles, address, signal) : [] };
}

/** Texts in one piece each, whatever runs they are set in; how they are pronounced is left out. */
async function textsOf(part: Member, address: URL, signal: AbortSignal | undefined): Promise<string[]> {
  const texts: string[] = [];
  let [text, isText, spoken] = ['', false, 0];
  const events: XmlEvents = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') spoken += 1;
      isText = name === 't' && spoken === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') spoken -= 1;
      else if (name === 'si') texts.push(plain(text));
    },
  };
  await scan(part, address, events, signal);
  return texts;
}

/** Without the escapes for what XML cannot hold, such as `_x000D_`. */
export const plain = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text);

/** Which of the styles that cells have by number show dates. */
async function datesOf(part: Member, address: URL, signal: AbortSignal | undefined): Promise<(DateKind | undefined)[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  const events: XmlEvents = {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'xf' && inCells) formats.push(Number(attributes.get('numFmtId') ?? 0));
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  await scan(part, address, events, signal);
  return formats.map((id) => kindOf(id, codes.get(id)));
}

/** By the numbers that all programs share (ECMA-376, 18.8.30), or by the letters of the format: y, d and, without them, h, m and s. */
function kindOf(id: number, code: string | undefined): DateKind | undefined {
  if (code === undefined) {
    if (id === 46) return 'duration';
    if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : undefined;
  }
  const [first = ''] = code.split(';');
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'duration';
  // Texts in quotes, escaped letters, colours, conditions and fractions of a second are no letters of a date.
  const letters = first.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|general/gi, '').replace(/s\.0+/gi, 's');
  if (/[0#?]/.test(letters)) return undefined;
  if (/[yd]|mmm/i.test(letters)) return 'date';
  return /[hs]/i.test(letters) ? 'time' : /m/i.test(letters) ? 'date' : undefined;
}
