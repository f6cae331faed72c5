import { isStranger } from '../stranger.js';
import type { Head } from './common.js';

/** Tables that nobody would take for one who looks for what is between fields: a header without records, one column, or some zeros among the text. */
export function maybeCsv({ bytes, text, json }: Head): boolean {
  const plain = text.replaceAll('\0', '');
  // What holds other signs of control than zeros is no text.
  if (json || isStranger(bytes) || /^\s*[<{[]|\ufffd/.test(plain) || /\p{Cc}/u.test(plain.replace(/[\t\r\n]/g, ''))) return false;
  const lines = plain.split(/\r\n?|\n/).filter((line) => line.trim());
  return lines.length === 1 ? isHeader(lines[0]!) : isColumn(lines) || (plain !== text && hasFields(lines));
}

/** Names of columns, as no sentence has them: at least three, short, each another, and no blank behind what is between them. */
function isHeader(line: string): boolean {
  const delimiter = [';', '\t', '|', ','].find((each) => line.split(each).length > 2);
  const names = delimiter === undefined ? [] : line.split(delimiter).map((name) => name.replaceAll('"', '').trim());
  const isName = (name: string): boolean => /^[\p{L}_#][^.!?=]{0,60}$/u.test(name);
  return names.length > 2 && names.every(isName) && new Set(names).size === names.length && !line.includes(', ');
}

/** A name, and under it values alone: of which no more than the first may be like a sentence. */
function isColumn(lines: readonly string[]): boolean {
  const isValue = (line: string): boolean => line.length < 120 && !/[.:!?,;]\s*$|^\s*[-*#=/!]|:\s/.test(line) && line.trim().split(/\s+/).length < 7;
  return lines.length > 2 && lines[0]!.length < 60 && lines.every(isValue);
}

const hasFields = (lines: readonly string[]): boolean => [',', ';', '\t', '|'].some((mark) => lines.filter((line) => line.includes(mark)).length * 2 > lines.length);
