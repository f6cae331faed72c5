import type { LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Look as Drawn } from '../../engine/look.js';
import type { Dataset } from '../../model/dataset.js';
import type { Fields } from './map.fields.js';
import type { Symbols } from './map.symbols.js';

/** How a page asks for places to be drawn. */
export type Showing = 'auto' | 'points' | 'clusters' | 'heat';

/** What a page asks of the looks of places, by the names of columns. */
export interface Asked {
  readonly colorBy: string;
  readonly classes: string;
  readonly classCount: number;
  readonly sizeBy: string;
  readonly labelBy: string;
  readonly show: Showing;
}

/** How places look, in the list and on the map. */
export interface Styled {
  readonly symbols: Symbols;
  readonly fields: Fields;
  readonly look?: Drawn | undefined;
  /** In the place of the legend of categories. */
  readonly legend?: ((language: Language) => unknown) | undefined;
}

/** Brings in what colours by value, sizes, names or heats, where a page asks for it or a table was joined to shapes. */
export class Styling {
  readonly #host: LitElement & Asked;
  readonly #language: Language;
  #module: typeof import('./map.look.js') | undefined;
  #known: { readonly key: readonly unknown[]; readonly styled: Styled } | undefined;

  constructor(host: LitElement & Asked, language: Language) {
    this.#host = host;
    this.#language = language;
  }

  /** Resolves when it is there, or will not come: then places look as they would without. */
  async ready(data: Dataset): Promise<Dataset> {
    if (this.#module || !this.#wanted(data)) return data;
    try {
      const module = await import('./map.look.js');
      this.#language.teach(module.words);
      this.#module = module;
      this.#host.requestUpdate();
    } catch {
      // The data is what it is.
    }
    return data;
  }

  /** The looks of a dataset, of which some rows are looked at, and `over` time others; the same as long as nothing changes. */
  of(data: Dataset, among: Uint32Array, plain: Styled, over?: Uint32Array): Styled {
    if (!this.#wanted(data)) return plain;
    if (!this.#module) {
      void this.ready(data);
      return plain;
    }
    const { colorBy, classes, classCount, sizeBy, labelBy, show } = this.#host;
    const key = [data, among, over, plain.symbols, colorBy, classes, classCount, sizeBy, labelBy, show, this.#language.tag];
    if (!this.#known?.key.every((each, i) => each === key[i])) this.#known = { key, styled: this.#module.styled(data, among, plain, this.#host, this.#language, over) };
    return this.#known.styled;
  }

  #wanted({ report }: Dataset): boolean {
    const { colorBy, sizeBy, labelBy, show } = this.#host;
    return Boolean(report.join || colorBy || sizeBy || labelBy) || show !== 'auto';
  }
}
