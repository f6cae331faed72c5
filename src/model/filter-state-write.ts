import type { Condition, FilterState } from './filter-state.js';

/**
 * A filter as links and attributes write it: `q=oak;.kind=Museum,Park;.opened:range=1900~2000`. Columns begin with a dot,
 * nothing between two commas stands for rows without a value, an end that is not there for a range without that end.
 */
export function writeFilterState({ text, where = [], extent, area }: FilterState): string {
  return [
    ...(text ? [`q=${encoded(text)}`] : []),
    ...where.flatMap(written),
    ...(extent ? [`box=${extent.map(short).join(',')}`] : []),
    ...(area ? [`area=${area.flat().map(short).join(',')}`] : []),
  ].join(';');
}

function written({ column, values = [], ranges = [], weekdays = [], hours = [] }: Condition): string[] {
  const name = encoded(column);
  const kinds: readonly (readonly [kind: string, list: readonly string[]])[] = [
    ['', values.map((value) => (value === null ? '' : encoded(value)))],
    [':range', ranges.map(([from, below]) => `${Number.isFinite(from) ? from : ''}~${Number.isFinite(below) ? below : ''}`)],
    [':day', weekdays.map(String)],
    [':hour', hours.map(String)],
  ];
  return kinds.flatMap(([kind, list]) => (list.length > 0 ? [`.${name}${kind}=${list.join(',')}`] : []));
}

/** Blanks as `+`; brackets, quotes and stars, which end a link in a text, by their number, and a lone surrogate as the sign of what cannot be read. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%20', '+').replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const short = (degrees: number): number => Number(degrees.toFixed(6));
