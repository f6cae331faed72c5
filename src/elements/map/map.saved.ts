import type { Dataset } from '../../model/dataset.js';
import { csvOf } from '../../model/csv-written.js';
import { geojsonOf } from '../../model/geojson-written.js';
import { Breath } from '../../sources/slices.js';

export { picture } from './map.png.js';
export { snippets } from './map.embedding.js';

/** How much text becomes one part of a file, in letters: small enough that it is encoded at once. */
const part = 250_000;

const kinds = { csv: ['text/csv;charset=utf-8', csvOf], geojson: ['application/geo+json', geojsonOf] } as const;

/** Rows as a file. A million of them are written in slices that let the page answer. */
export async function file(kind: keyof typeof kinds, data: Dataset, rows: Uint32Array, signal?: AbortSignal): Promise<Blob> {
  const [type, write] = kinds[kind];
  const breath = new Breath(signal);
  const parts: Blob[] = [];
  let text = '';
  for (const piece of write(data, rows)) {
    text += piece;
    if (text.length > part) {
      parts.push(new Blob([text]));
      text = '';
    }
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
