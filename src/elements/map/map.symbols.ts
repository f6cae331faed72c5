import { html, nothing, type TemplateResult } from 'lit';
import { outlineOf, outlines } from '../../engine/symbols.js';
import type { CategoryColumn, Column, Dataset } from '../../model/dataset.js';

const others = outlines.length - 1;

export interface SymbolEntry {
  /** Which outline and colour. */
  readonly symbol: number;
  /** The category; `undefined` stands for all others together. */
  readonly label: string | undefined;
}

/** Which symbol a row has. The most frequent categories of the whole data have their own, so that filters change no colour. */
export interface Symbols {
  /** What they stand for. */
  readonly column?: Column;
  readonly entries: readonly SymbolEntry[];
  of(row: number): number;
  /** A symbol as a picture, where it is none of those of categories. */
  readonly picture?: (symbol: number) => TemplateResult;
}

/** `before` are those of older values of the same: what had a symbol keeps it. */
export function symbolsOf({ columns, roles }: Dataset, before?: Symbols, column = columns[roles.category ?? -1]): Symbols {
  if (column?.type !== 'category') return { entries: [], of: () => 0 };
  const counts = countsOf(column);
  // The codes that occur, most frequent first.
  const ranked = column.labels.map((_, i) => i + 1).filter((code) => counts[code]! > 0).sort((a, b) => counts[b]! - counts[a]!);
  const taken = new Map(before?.entries.map(({ label, symbol }) => [label, symbol]));
  const used = new Set(taken.values());
  const symbols = new Uint8Array(column.labels.length + 1).fill(others);
  const entries: SymbolEntry[] = [];
  let next = 0;
  for (const code of ranked) {
    const label = column.labels[code - 1];
    while (used.has(next)) next += 1;
    const symbol = taken.get(label) ?? next;
    if (symbol >= others) continue;
    used.add(symbol);
    symbols[code] = symbol;
    entries.push({ symbol, label });
  }
  entries.sort((a, b) => a.symbol - b.symbol);
  if (ranked.length > entries.length || counts[0]! > 0) entries.push({ symbol: others, label: undefined });
  return { column, entries, of: (row) => symbols[column.codes[row]!]! };
}

/** How many rows each code has; a loop, since there may be a million. */
function countsOf({ codes, labels }: CategoryColumn): Uint32Array {
  const counts = new Uint32Array(labels.length + 1);
  for (let row = 0; row < codes.length; row += 1) counts[codes[row]!]! += 1;
  return counts;
}

/** The symbol of a row beside its name; nothing where all places have the same. */
export function rowSymbol({ entries, of, picture = symbolPicture }: Symbols, row: number): TemplateResult | typeof nothing {
  return entries.length > 1 ? picture(of(row)) : nothing;
}

/** The symbol as a picture beside a word that says the same. */
export function symbolPicture(symbol: number): TemplateResult {
  return html`<svg class=${`symbol symbol-${symbol}`} viewBox="-10 -10 20 20" aria-hidden="true"><path d=${outlineOf(symbol)} /></svg>`;
}
