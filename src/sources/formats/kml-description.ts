import type { RawColumn } from '../../model/columns.js';
import { ValueColumn } from '../../model/columns-values.js';
import type { Column } from '../../model/dataset.js';
import { htmlText } from './html-text.js';

/** More names than these are no table that all placemarks share. */
const most = 200;

/**
 * The descriptions of placemarks, as text. Programs write the attributes of a place into a table there: where most places
 * have the same names in it, those are columns.
 */
export class DescriptionColumns {
  readonly #whole = new ValueColumn('description');
  readonly #rest = new ValueColumn('description');
  readonly #pairs = new Map<string, { readonly column: ValueColumn; count: number }>();
  #filled = 0;
  #filledRest = 0;

  take(row: number, html: string): void {
    if (!html) return;
    const { text, rest, pairs } = htmlText(html);
    if (text) this.#filled += 1;
    if (rest) this.#filledRest += 1;
    if (text) this.#whole.set(row, text);
    if (rest) this.#rest.set(row, rest);
    const seen = new Set<string>();
    for (const [name, value] of pairs) {
      if (seen.has(name)) continue;
      seen.add(name);
      let pair = this.#pairs.get(name);
      if (!pair && this.#pairs.size < most) this.#pairs.set(name, (pair = { column: new ValueColumn(name), count: 0 }));
      if (!pair) continue;
      pair.count += 1;
      if (value && !/^<?null>?$/i.test(value)) pair.column.set(row, value);
    }
  }

  /** The description and what its table says, where the placemarks do not say it elsewhere. */
  finish(rows: number, taken: ReadonlySet<string>): (RawColumn | Column)[] {
    const shared = rows > 1 ? [...this.#pairs.values()].filter(({ count }) => count * 2 > rows) : [];
    const own = shared.map(({ column }) => column).filter(({ name }) => !taken.has(name) && name !== 'description');
    const filled = shared.length > 0 ? this.#filledRest : this.#filled;
    const text = filled > 0 && !taken.has('description') ? [(shared.length > 0 ? this.#rest : this.#whole).finish(rows)] : [];
    return [...text, ...own.map((column) => column.finish(rows))];
  }
}
