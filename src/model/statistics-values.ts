import type { Column } from './dataset.js';
import { folded } from './filter-text.js';

/** Headers of times, in the languages that open data is written in, folded. */
const timeWords = /(^|[^a-z])(time|year|years|date|period|month|quarter|jahr|jahre|monat|quartal|zeit|datum|stichtag|annee|an|mois|temps|periode|trimestre|ano|anio|anos|mes|tiempo|fecha|periodo|anno|mese|tempo|jaar|maand)([^a-z]|$)/;
/** 2024, 2024-05, 202405, 2024M05, 2024-Q1, 2024S2, 2023/24. */
const timeText = /^(1[5-9]|20|21)\d\d([-/ ]?[QMSHWT]-?\d{1,2}|[-/ ]\d{1,2}|\d\d|[-/]\d{4})?$/i;
/** What stands for all, in the words of statistical offices, folded. */
const totalWords = /^(t|_t|tot|total.*|totale?|totaal|all|all .*|both|both sexes|overall|gesamt|insgesamt|zusammen|alle|ensemble|tous|toutes|todos|todas|ambos .*|tutti|totales|samtliche)$/;

/** Whether a column says when. */
export function isTime(column: Column): boolean {
  if (column.type === 'date') return true;
  const isCalledSo = timeWords.test(folded(column.name.replace(/_/g, ' ')));
  if (column.type === 'number') return areYears(column.values, isCalledSo);
  return column.type === 'category' && column.labels.every((label) => timeText.test(label));
}

/** Whole numbers that are years; without a header that says so only those of which each comes back, near to our time. */
function areYears(values: Float64Array, isCalledSo: boolean): boolean {
  const known = new Set<number>();
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value < 1000 || value > 2200 || (!isCalledSo && (value < 1900 || value > 2100))) return false;
    known.add(value);
  }
  return known.size > 0 && (isCalledSo || known.size * 2 <= values.length);
}

/** The values of a column as they are offered: times the latest first, all else as the publisher has them. */
export function offered(column: Column, isTimes: boolean, length: number): readonly (number | string)[] {
  const values = new Set<number | string>();
  for (let row = 0; row < length; row += 1) {
    const value = column.value(row);
    if (value !== undefined) values.add(value);
  }
  if (!isTimes) return column.type === 'category' ? column.labels.filter((label) => values.has(label)) : [...values];
  return [...values].sort((a, b) => (a < b ? 1 : -1));
}

/** The latest time of which at least half as many values are known as of the best; else the total, or the first that has any. */
export function firstValue(column: Column, isTimes: boolean, rows: Uint32Array, measure: Column | undefined): number | string {
  const known = new Map<number | string, number>();
  for (const row of rows) {
    const value = column.value(row);
    if (value !== undefined) known.set(value, (known.get(value) ?? 0) + Number(measure === undefined || measure.value(row) !== undefined));
  }
  const values = [...known.keys()];
  const most = Math.max(...known.values());
  if (isTimes) return values.filter((value) => known.get(value)! * 2 >= most).sort((a, b) => (a < b ? 1 : -1))[0]!;
  const filled = values.filter((value) => known.get(value)! > 0);
  return filled.find((value) => totalWords.test(folded(String(value)))) ?? filled[0] ?? values[0]!;
}
