import { decodeDos, type DosPage } from './encoding-dos.js';
import { guessedEncoding } from './encoding-legacy.js';
import { strictText } from './encoding.js';

/** What the byte 29 of a table says about its language, where it is not windows-1252. */
const languages: Readonly<Record<number, string>> = {
  0x01: '437', 0x02: '850', 0x09: '437', 0x0a: '850', 0x0b: '437', 0x0d: '437', 0x0e: '850', 0x0f: '437', 0x10: '850', 0x11: '437', 0x12: '850',
  0x13: 'shift_jis', 0x14: '850', 0x15: '437', 0x16: '850', 0x17: '850', 0x18: '437', 0x19: '437', 0x1a: '850', 0x1b: '437', 0x1d: '850',
  0x1f: '852', 0x22: '852', 0x23: '852', 0x25: '850', 0x26: 'ibm866', 0x37: '850', 0x40: '852', 0x4d: 'gbk', 0x4e: 'euc-kr', 0x4f: 'big5',
  0x64: '852', 0x65: 'ibm866', 0x78: 'big5', 0x79: 'euc-kr', 0x7a: 'gbk', 0x7b: 'shift_jis', 0x7c: 'windows-874', 0x87: '852',
  0xc8: 'windows-1250', 0xc9: 'windows-1251', 0xca: 'windows-1254', 0xcb: 'windows-1253', 0xcc: 'windows-1257',
};

/** Code pages by their number. */
const numbers: Readonly<Record<string, string>> = { 65001: 'utf-8', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 866: 'ibm866', 874: 'windows-874', 1361: 'euc-kr', 54936: 'gb18030' };

const isDos = (name: string): boolean => name === '437' || name === '850' || name === '852';

/** The encoding that a `.cpg` file names in one of the ways in which programs name it: `UTF-8`, `1250`, `ANSI 1252`, `OEM 850`, `88591`. */
export function encodingOfCpg(text: string): string | undefined {
  const said = text.trim().toLowerCase().replace(/^(ansi|oem|ibm|cp|ms|ldid\/)[\s_-]*/, '');
  const iso = /^(?:iso[\s_-]*)?8859[\s_-]?(\d{1,2})$/.exec(said)?.[1];
  if (iso) return `iso-8859-${iso}`;
  if (text.trim().toUpperCase().startsWith('LDID/')) return languages[Number(said)];
  const name = numbers[said] ?? (/^125\d$/.test(said) ? `windows-${said}` : said.replace(/^utf8$/, 'utf-8').replace(/^(sjis|shift-jis|windows-31j)$/, 'shift_jis'));
  return isDos(name) || isKnown(name) ? name : undefined;
}

/**
 * The encoding of a table's text, of which `sample` holds cells that are not ASCII. What is UTF-8 through and through is
 * UTF-8 whatever is said about it: many programs write a language that they do not use.
 */
export function tableEncoding(sample: Uint8Array, cpg: string | undefined, language: number): string {
  if (strictText(sample, 'utf-8') !== undefined) return 'utf-8';
  const said = (cpg && encodingOfCpg(cpg)) ?? languages[language];
  // What should be UTF-8 and is not at all was written by a program that did not know.
  return said && said !== 'utf-8' ? said : guessedEncoding(sample, undefined);
}

/** What turns cells of an encoding into text, and into UTF-8. */
export interface Recoding {
  readonly decode: (bytes: Uint8Array) => string;
  /** What each byte is in UTF-8, which is faster; `undefined` where characters have several bytes. */
  readonly table: readonly Uint8Array[] | undefined;
}

export function recodingOf(encoding: string): Recoding {
  const decoder = isDos(encoding) ? undefined : new TextDecoder(encoding);
  const decode = (bytes: Uint8Array): string => decoder?.decode(bytes) ?? decodeDos(bytes, Number(encoding) as DosPage);
  const isWide = /^(utf-8|shift_jis|gb|big5|euc)/.test(encoding);
  const encoder = new TextEncoder();
  return { decode, table: isWide ? undefined : Array.from({ length: 256 }, (_, byte) => encoder.encode(decode(Uint8Array.of(byte)))) };
}

function isKnown(name: string): boolean {
  try {
    return Boolean(new TextDecoder(name));
  } catch {
    return false;
  }
}
