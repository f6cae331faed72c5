import type { LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Age } from './map.age.js';
import type { Sheet } from './map.sheet.js';

interface LayerAgesOptions {
  readonly language: Language;
  /** Reads a layer again. Rejects where it cannot. */
  readonly read: (sheet: Sheet, signal: AbortSignal) => Promise<Dataset>;
  readonly renewed: (sheet: Sheet, data: Dataset) => void;
  /** Whether nobody looks at a layer, or something else keeps it young. */
  readonly idle: (sheet: Sheet) => boolean;
}

/** Keeps the layers of a map young whose values change by themselves, each at its own pace, as the map keeps its own source. */
export class LayerAges {
  readonly #host: LitElement;
  readonly #options: LayerAgesOptions;
  readonly #ages = new Map<Sheet, Age>();
  #module: Promise<typeof import('./map.age.js') | undefined> | undefined;

  constructor(host: LitElement, options: LayerAgesOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** These are the layers now. */
  follow(sheets: readonly Sheet[]): void {
    for (const [sheet, age] of this.#ages) if (!sheets.includes(sheet)) age.follow(undefined);
    for (const sheet of sheets) {
      if (sheet.data?.live && !this.#ages.has(sheet)) void this.#keep(sheet);
      this.#ages.get(sheet)?.follow(sheet.data?.live && sheet.data);
    }
  }

  of(sheet: Sheet | undefined): Age | undefined {
    return sheet && this.#ages.get(sheet);
  }

  async #keep(sheet: Sheet): Promise<void> {
    const { language, read, renewed, idle } = this.#options;
    // Without it the values stay what they are; the next update tries again.
    const found = await (this.#module ??= import('./map.age.js').catch(() => (this.#module = undefined)));
    if (!found || this.#ages.has(sheet)) return;
    this.#ages.set(sheet, new found.Age(this.#host, {
      language,
      read: (signal) => read(sheet, signal),
      renewed: (data) => renewed(sheet, data),
      idle: () => idle(sheet),
    }));
    this.#host.requestUpdate();
  }
}
