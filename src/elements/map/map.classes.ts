import { html, type TemplateResult } from 'lit';
import { mostClasses, outlines } from '../../engine/symbols.js';
import { classBounds, classOf, type Classing } from '../../model/breaks.js';
import type { Dataset } from '../../model/dataset.js';
import type { Measure } from './map.look.js';
import type { Asked } from './map.styling.js';
import { symbolPicture, type Symbols } from './map.symbols.js';

/** Symbols that stand for classes of values. */
export interface Classes extends Symbols {
  readonly column: Measure;
  readonly bounds: readonly number[];
  /** How many rows are in each class, and behind the last how many have no value. */
  readonly counts: Uint32Array;
}

/** The symbol of what has no value: that of the other categories. */
const none = outlines.length - 1;

/** Puts rows into classes by the values of those of which they may come to be looked at (`over`); `undefined` where none has one. */
export function classed(column: Measure, among: Uint32Array, { places }: Dataset, asked: Asked, over = among): Classes | undefined {
  const looked = valuesOf(column, among);
  const count = Math.min(mostClasses, Math.max(2, Math.round(asked.classCount) || 5));
  const bounds = classBounds(over === among ? looked : valuesOf(column, over), count, classing(asked.classes)).slice(0, mostClasses + 1);
  if (bounds.length < 2) return undefined;
  const counts = new Uint32Array(bounds.length);
  for (let i = 0; i < looked.length; i += 1) {
    const found = classOf(bounds, looked[i]);
    counts[found < 0 ? bounds.length - 1 : found]! += 1;
  }
  const entries = Array.from({ length: bounds.length - 1 }, (_, i) => ({ symbol: outlines.length + i, label: undefined }));
  if (counts.at(-1)! > 0) entries.push({ symbol: none, label: undefined });
  const of = (row: number): number => {
    const found = classOf(bounds, column.values[row]);
    return found < 0 ? none : outlines.length + found;
  };
  return { column, bounds, counts, entries, of, picture: places?.shapes?.kinds.includes(3) ? square : (symbol) => symbolPicture(symbol) };
}

/** A loop: `Float64Array.from` takes many times as long for a million. */
function valuesOf({ values }: Measure, rows: Uint32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) found[i] = values[rows[i]!]!;
  return found;
}

function classing(text: string): Classing {
  if (text === 'equal' || text === 'jenks') return text;
  const own = text.split(',').map((each) => (each.trim() ? Number(each) : Number.NaN)).filter((each) => Number.isFinite(each));
  return own.length > 0 ? own : 'quantile';
}

/** An area as a legend shows it. Its lines are seen where all colours are the same, and where there is no value. */
function square(symbol: number): TemplateResult {
  const place = symbol - outlines.length;
  const gap = place < 0 ? 5 : Math.max(2, 7 - place * 0.7);
  const lines: string[] = [];
  for (let at = gap - 16; at < 16; at += gap) {
    const [low, high] = [Math.max(-8, -8 - at), Math.min(8, 8 - at)];
    lines.push(place < 0 ? `M${low} ${low + at}L${high} ${high + at}` : `M${low} ${-low - at}L${high} ${-high - at}`);
  }
  return html`<svg class=${`symbol area symbol-${symbol}`} viewBox="-10 -10 20 20" aria-hidden="true"><path d="M-8-8H8V8H-8Z" /><path class="hatch" d=${lines.join('')} /></svg>`;
}
