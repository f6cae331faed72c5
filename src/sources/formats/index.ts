import { common, type KnownFormat } from './common.js';
import { isDbf } from './dbf-sign.js';
import { isEsri } from './esri-sign.js';

/**
 * Every format that can be read, each loaded on first use; the first whose sign fits is taken, so what is particular
 * stands above what is general. A new format is a file and a line here.
 */
export const formats: readonly KnownFormat[] = [
  { name: 'zip', sign: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5), load: async () => (await import('./zip.js')).readZip },
  { name: 'shapefile', sign: ({ bytes }) => bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a, load: async () => (await import('./shapefile.js')).readShapefile },
  { name: 'dbf', sign: ({ bytes }) => isDbf(bytes), load: async () => (await import('./shapefile.js')).readDbf },
  { name: 'esri', sign: isEsri, load: async () => (await import('./esri.js')).readEsri },
  ...common,
  { name: 'ndjson', sign: ({ json }) => json?.kind === 'lines', load: async () => (await import('./ndjson.js')).readNdjson },
  { name: 'json', sign: ({ json }) => json !== undefined, load: async () => (await import('./records.js')).readRecords },
];
