import type { JsonShape } from '../json-shape.js';
import type { Format } from '../source.js';

/** The beginning of a file: its bytes, its text, and the shape of the text if it is JSON. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly json: JsonShape | undefined;
}

export interface KnownFormat {
  readonly name: string;
  /** Whether the beginning of a file is of this format. */
  readonly sign: (head: Head) => boolean;
  readonly load: () => Promise<Format>;
}

/** Features of Esri's JSON, as far as the first of them shows it. */
export const esriFeatures = /"features"\s*:\s*\[\s*\{\s*"(attributes"|geometry"\s*:\s*\{\s*"(x|points|paths|rings|curve\w+)")/;

/** What most publishers use, recognised without the table of all others. */
export const common: readonly KnownFormat[] = [
  { name: 'geojson-seq', sign: ({ json }) => json?.kind === 'lines' && json.isGeojson, load: async () => (await import('./geojson.js')).readGeojsonLines },
  { name: 'geojson', sign: ({ json }) => json?.kind === 'object' && json.isGeojson, load: async () => (await import('./geojson.js')).readGeojson },
  // A text in quotes may have lines of its own.
  { name: 'csv', sign: ({ text, json }) => !json && (looksDelimited(text) || looksDelimited(text.replace(/"[^"]*"?/g, ''))), load: async () => (await import('./csv.js')).readCsv },
];

/** Two lines or more, of which most have as many separators as the first two have. */
function looksDelimited(text: string): boolean {
  // GTFS Realtime begins with a line feed, and what it begins with is no text.
  if (/^\s*[<{[]|^\n\p{Cc}\n\p{Cc}/u.test(text) || text.includes('\0')) return false;
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim());
  return lines.length > 1 && [',', ';', '\t', '|'].some((mark) => lines.filter((line) => line.includes(mark)).length * 2 > lines.length);
}
