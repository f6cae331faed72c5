import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** One way of one library to draw a file. */
export interface Library {
  /** The file in peers/. */
  readonly entry: string;
  readonly name: string;
  /** Has a list or table of the same rows, as ours has. */
  readonly lists?: boolean;
  /** Left out where it draws no such thing. */
  readonly pointsOnly?: boolean;
  /** Draws circles on the GPU, which is a program here. */
  readonly webgl?: boolean;
}

export const libraries: readonly Library[] = [
  { entry: 'civic', name: '`<civic-map>`, with list and filters' },
  { entry: 'maplibre', name: 'MapLibre GL 6', webgl: true },
  { entry: 'leaflet', name: 'Leaflet 1.9, canvas' },
  { entry: 'leaflet-cluster', name: 'Leaflet 1.9, markercluster', pointsOnly: true },
  { entry: 'openlayers', name: 'OpenLayers, vector' },
  { entry: 'openlayers-webgl', name: 'OpenLayers, WebGL vector', webgl: true },
  { entry: 'opendatasoft', name: 'Opendatasoft visualizations', webgl: true, lists: true },
];

export interface Served {
  readonly type: string;
  /** Brotli of the best quality, as a production server keeps it. */
  readonly body: Buffer;
}

const served = (type: string, text: string | Uint8Array): Served => ({ type, body: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) });

/** Each library alone as a page's own bundler makes it: minified, without what is not used. By paths below /lib/. */
export async function bundleLibraries(): Promise<Map<string, Served>> {
  const files = new Map<string, Served>();
  for (const entry of [...libraries.map(({ entry }) => `peers/${entry}`), 'watch']) {
    const result = await build({
      configFile: false, root, logLevel: 'error', publicDir: false, base: '/lib/',
      // Its markdown wants a module that Node has and browsers have not.
      resolve: { alias: [{ find: /^punycode$/, replacement: `${root}node_modules/punycode/punycode.es6.js` }] },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false, minify: true, target: 'es2022', modulePreload: false, cssCodeSplit: false, assetsInlineLimit: 0,
        rolldownOptions: { input: `${here}${entry}.ts`, output: { entryFileNames: `${entry.replace('peers/', '')}.js`, chunkFileNames: `${entry.replace('peers/', '')}-[name].js`, assetFileNames: `${entry.replace('peers/', '')}[extname]` } },
      },
    });
    if (!('output' in result)) throw new Error(`Vite made no files of ${entry}.`);
    for (const file of result.output) {
      const css = file.fileName.endsWith('.css');
      if (file.type === 'chunk' || css) files.set(`/lib/${file.fileName}`, served(css ? 'text/css' : 'text/javascript', file.type === 'chunk' ? file.code : file.source));
    }
  }
  return files.set('/lib/maplibre-gl-worker.mjs', served('text/javascript', readFileSync(`${root}node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs`)));
}
