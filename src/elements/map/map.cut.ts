import { html, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Column, Dataset, Dimension } from '../../model/dataset.js';
import { styles } from './map.cut.styles.js';
import { heading, type Fields } from './map.fields.js';
import type { Filtering } from './map.filtering.js';
import type { Selection } from './map.selection.js';
import { plainText } from './map.text.js';

type Chosen = number | string | undefined;

/** Of statistics one value a place: the reader chooses of which year, which sex; or all of them. */
export class Cut {
  readonly #filtering: Filtering;
  readonly #selection: Selection;
  #data: Dataset | undefined;
  /** By dimension; `undefined` is all. */
  #chosen: Chosen[] = [];
  #line: { readonly data: Dataset | undefined; readonly key: string; readonly rows: Uint32Array } | undefined;

  constructor(host: LitElement, filtering: Filtering, selection: Selection) {
    this.#filtering = filtering;
    this.#selection = selection;
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
  }

  render(data: Dataset, language: Language): TemplateResult {
    this.take(data);
    return html`
      <div part="dimensions" class="dimensions" role="group" aria-label=${language.say.mapJoined.label}>
        ${data.statistics!.dimensions.map((dimension, i) => this.#choice(dimension, data.columns[dimension.column]!, i, language))}
      </div>
    `;
  }

  /** Rows that differ in what is not chosen say what it is. */
  fields(data: Dataset, fields: Fields): Fields {
    this.take(data);
    const open = data.statistics!.dimensions.flatMap(({ column }, i) => (this.#chosen[i] === undefined ? [data.columns[column]!] : []));
    return open.length === 0 ? fields : { ...fields, telling: [...open, ...fields.telling.filter((column) => !open.includes(column))].slice(0, open.length + 1) };
  }

  /** What of each dimension is looked at, by the name of its column; what is looked at first need not be said. */
  get chosen(): readonly (readonly [column: string, value: string | undefined])[] {
    const { columns, statistics } = this.#data ?? {};
    return (statistics?.dimensions ?? []).flatMap(({ column, first }, i) => (this.#chosen[i] === first ? [] : [[columns![column]!.name, named(this.#chosen[i], columns![column]!)] as const]));
  }

  /** What of each dimension is looked at, in words. */
  words(data: Dataset, language: Language): string[] {
    this.take(data);
    return data.statistics!.dimensions.map(({ column }, i) => {
      const chosen = this.#chosen[i];
      return `${heading(data.columns[column]!)}: ${chosen === undefined ? language.say.mapJoined.all : written(chosen, data.columns[column]!, language)}`;
    });
  }

  /** Looks at what was looked at before. */
  restore(chosen: ReadonlyMap<string, string | undefined>): void {
    if (!this.#data?.statistics) return;
    const { columns, statistics: { dimensions } } = this.#data;
    const wanted = dimensions.map(({ column, values, first }) => {
      const { name } = columns[column]!;
      if (!chosen.has(name)) return first;
      const value = chosen.get(name);
      return value === undefined ? undefined : (values.find((each) => named(each, columns[column]!) === value) ?? first);
    });
    if (wanted.every((value, i) => value === this.#chosen[i])) return;
    this.#chosen = wanted;
    this.#show();
  }

  /** How many values are shown, where a place has several of them. */
  count(shown: number, all: number, { say, number }: Language): string {
    return this.#chosen.includes(undefined) ? say.mapJoined.values(number(shown), all) : say.map.shown(number(shown), all);
  }

  /** Other data begins with its own first choices. */
  take(data: Dataset): void {
    if (data === this.#data) return;
    this.#data = data;
    this.#chosen = data.statistics!.dimensions.map(({ first }) => first);
  }

  #choice({ values }: Dimension, column: Column, i: number, language: Language): TemplateResult {
    const chosen = this.#chosen[i];
    return html`
      <label class="dimension">
        <span><bdi>${heading(column)}</bdi></span>
        <select @change=${({ target }: Event) => this.choose(i, values[(target as HTMLSelectElement).selectedIndex - 1])}>
          <option ?selected=${chosen === undefined}>${language.say.mapJoined.all}</option>
          ${values.map((value) => html`<option ?selected=${value === chosen}>${written(value, column, language)}</option>`)}
        </select>
      </label>
    `;
  }

  /** What of a dimension is looked at; `undefined` is all of it. */
  at(i: number): Chosen {
    return this.#chosen[i];
  }

  /** The rows of all that one dimension has, of what is chosen of the others; the same as long as that is. */
  along(i: number): Uint32Array {
    const key = JSON.stringify(this.#chosen.map((value, each) => (each === i ? i : value)));
    if (this.#line?.data !== this.#data || this.#line?.key !== key) this.#line = { data: this.#data, key, rows: this.#rows(i) };
    return this.#line!.rows;
  }

  choose(i: number, value: Chosen): void {
    this.#chosen[i] = value;
    this.#show();
  }

  /** The rows of what is chosen, whatever they are of `but`. */
  #rows(but?: number): Uint32Array {
    const { columns, statistics, length } = this.#data!;
    const wanted = statistics!.dimensions.flatMap(({ column }, each) => (each === but || this.#chosen[each] === undefined ? [] : [[columns[column]!, this.#chosen[each]] as const]));
    return Uint32Array.from({ length }, (_, row) => row).filter((row) => wanted.every(([column, only]) => column.value(row) === only));
  }

  #show(): void {
    const rows = this.#rows();
    const { row } = this.#selection;
    this.#filtering.within(rows);
    // Whoever looks at a place sees what it has in the other year.
    if (row !== undefined && !rows.includes(row)) this.#selection.set(rows.find((each) => isSamePlace(this.#data!, each, row)));
  }
}

/** Many places have one name, and some are nowhere on the map. */
function isSamePlace({ columns, roles, places }: Dataset, one: number, other: number): boolean {
  const name = columns[roles.title ?? -1];
  return name?.value(one) === name?.value(other) && Object.is(places?.x[one], places?.x[other]) && Object.is(places?.y[one], places?.y[other]);
}

/** A value as a link writes it. */
function named(value: Chosen, { type }: Column): string | undefined {
  return type === 'date' && typeof value === 'number' ? new Date(value).toISOString().replace('T00:00:00.000Z', '') : value?.toString();
}

/** A value of a dimension in words. */
export function written(value: number | string, column: Column, { number, date }: Language): string {
  if (typeof value === 'string') return plainText(value);
  return column.type === 'date' ? date(value, { dateStyle: 'medium', timeZone: 'UTC' }) : number(value, { useGrouping: false, maximumFractionDigits: 6 });
}
