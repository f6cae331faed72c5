import type { Dataset } from '../../model/dataset.js';
import { csvOf, csvStep } from '../../model/csv-written.js';
import { geojsonOf, geojsonStep } from '../../model/geojson-written.js';
import { Breath } from '../../sources/slices.js';

export { picture } from './map.png.js';
export { snippets } from './map.embedding.js';

/** How much text becomes one part of a file, in letters: small enough that it is encoded at once. */
const part = 250_000;
/** So many parts become one, for a file of many takes long to be put together at its end. */
const together = 32;

export interface Writes {
  readonly signal?: AbortSignal;
  /** Hears which share of the rows is written, from 0 to 1, with each part. */
  readonly onProgress?: (share: number) => void;
}

const kinds = { csv: ['text/csv;charset=utf-8', csvOf, csvStep], geojson: ['application/geo+json', geojsonOf, geojsonStep] } as const;

/** Rows as a file. A million of them are written in slices that let the page answer. Rejects when it is stopped. */
export async function file(kind: keyof typeof kinds, data: Dataset, rows: Uint32Array, { signal, onProgress }: Writes = {}): Promise<Blob> {
  const [type, write, stepOf] = kinds[kind];
  const step = stepOf(data);
  const breath = new Breath(signal);
  const parts: Blob[] = [];
  let text = '';
  let done = 0;
  for (const piece of write(data, rows)) {
    text += piece;
    done += step;
    if (text.length > part) {
      parts.push(new Blob([text]));
      text = '';
      onProgress?.(Math.min(1, done / rows.length));
    }
    if (parts.length === together) parts.splice(0, together, new Blob(parts));
    await breath.pause();
  }
  return new Blob([...parts, text], { type });
}

/** Hands a file to the reader. */
export function save(blob: Blob, title: string, ending: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80) || 'map'}.${ending}`;
  link.click();
  // The browser takes its time to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
