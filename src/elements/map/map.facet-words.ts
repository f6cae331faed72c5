import type { Language } from '../../controllers/language.js';
import type { CategoryColumn, Dataset } from '../../model/dataset.js';
import type { Bin } from '../../model/facet-bins.js';
import type { Facet } from '../../model/facet.js';
import { heading } from './map.fields.js';
import { plainText } from './map.text.js';

/** One value of a facet, as it is read. */
export interface Item {
  /** Below 0: of what was read nothing has it. */
  readonly code: number;
  readonly label: string;
  readonly count: number;
  /** How many the whole source has, where it counted. */
  readonly whole?: number | undefined;
}

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday. */
const monday = Date.UTC(2024, 0, 1);
const parts: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  hour: { dateStyle: 'medium', timeStyle: 'short' },
  month: { year: 'numeric', month: 'short' },
  quarter: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  years: { year: 'numeric' },
};

/** What a facet is called. */
export function facetName({ columns }: Dataset, { column, kind }: Facet, { say }: Language): string {
  const name = heading(columns[column]!);
  // A column that is called after the hours needs no other name.
  if (kind === 'hours' && columns[column]!.type !== 'date' && /hour|stunde|heure|hora|time|zeit/i.test(name) && !/stamp/i.test(name)) return name;
  return kind === 'weekdays' ? say.mapExplorer.weekday(name) : kind === 'hours' ? say.mapExplorer.hour(name) : name;
}

/** All values of a facet that rows have, with how many would be left by each; what is not stated comes last. */
export function itemsOf(data: Dataset, facet: Facet, counts: Uint32Array, language: Language): Item[] {
  const items = Array.from(counts, (count, code): Item => ({ code, count, label: code === 0 ? language.say.mapExplorer.none : codeName(data, facet, code, language) }));
  const [none, ...others] = items;
  return facet.kind === 'values' && totals(facet)[0]! > 0 ? [...others, none!] : others;
}

const known = new WeakMap<object, Uint32Array>();

/** How many rows of the whole data have each code. */
export function totals({ codes, size }: Facet): Uint32Array {
  let all = known.get(codes);
  if (!all) {
    all = new Uint32Array(size);
    for (let row = 0; row < codes.length; row += 1) all[codes[row]!]! += 1;
    known.set(codes, all);
  }
  return all;
}

function codeName({ columns }: Dataset, facet: Facet, code: number, language: Language): string {
  if (facet.kind === 'values') return plainText((columns[facet.column] as CategoryColumn).labels[code - 1]!);
  if (facet.kind === 'weekdays') return weekdayName(code, language, 'short');
  if (facet.kind === 'hours') return hourName(code, language);
  return rangeName(facet, facet.bins![code - 1]!, language);
}

export function weekdayName(code: number, { moments }: Language, weekday: 'short' | 'long'): string {
  return moments({ weekday, timeZone: 'UTC' }).format(monday + (code - 1) * day);
}

export function hourName(code: number, { moments }: Language): string {
  return moments({ hour: 'numeric', timeZone: 'UTC' }).format(monday + (code - 1) * hour);
}

/** Where codes follow each other, from the first to behind the last. */
function spans(codes: ReadonlySet<number>): [start: number, end: number][] {
  const starts = [...codes].filter((code) => !codes.has(code - 1)).sort((a, b) => a - b);
  return starts.map((start) => {
    let end = start;
    while (codes.has(end)) end += 1;
    return [start, end];
  });
}

/** Hours as spans: 8, 9 and 14 are “8:00 to 10:00” and “14:00 to 15:00”. */
export function hourSpans(codes: ReadonlySet<number>, { moments, say }: Language): string[] {
  const time = moments({ timeStyle: 'short', timeZone: 'UTC' });
  return spans(codes).map(([start, end]) => say.mapExplorer.range(time.format(monday + (start - 1) * hour), time.format(monday + (end - 1) * hour)));
}

/** Days as spans: “Mon to Fri”. */
export function weekdaySpans(codes: ReadonlySet<number>, language: Language): string[] {
  return spans(codes).flatMap(([start, end]) => {
    const days = Array.from({ length: end - start }, (_, i) => weekdayName(start + i, language, 'short'));
    return days.length > 2 ? [language.say.mapExplorer.range(days[0]!, days.at(-1)!)] : days;
  });
}

/** A range of numbers or times in words. */
export function rangeName({ step = 'even', isWhole, isLocal }: Facet, [from, below]: Bin, { moments, number, say }: Language): string {
  if (step in parts || step === 'day' || step === 'week') {
    // Hours are read as the list has them: in the reader's zone where they name one. Days are those of the data.
    const format = moments({ ...(parts[step] ?? { dateStyle: 'medium' }), timeZone: step === 'hour' && !isLocal ? undefined : 'UTC' });
    return format.formatRange(from, step === 'hour' ? below : below - 1);
  }
  const written = (value: number): string => number(value, { maximumFractionDigits: 6, useGrouping: Math.abs(value) >= 10_000 });
  const last = isWhole ? Math.ceil(below) - 1 : below;
  return last === from ? written(from) : say.mapExplorer.range(written(from), written(last));
}
