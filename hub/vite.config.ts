import { defineConfig, type BuildOptions } from 'vite';

/** The server as plain JavaScript: the model inside, what package.json lists as dependencies outside. */
const server: BuildOptions = {
  outDir: 'dist',
  emptyOutDir: true,
  target: 'node20',
  minify: false,
  sourcemap: true,
  ssr: true,
  rolldownOptions: {
    input: { 'civic-hub': 'src/main.ts', index: 'src/index.ts' },
    external: /^(@hono\/node-server|@valibot\/to-json-schema|altcha-lib|hono|kysely|libsql|pg|valibot)(\/|$)/,
    output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
  },
};

/** The moderation page, all of it inside; a language is a file of its own, and `desk/files` is copied as it is. */
const desk: BuildOptions = {
  outDir: 'dist/desk',
  emptyOutDir: true,
  modulePreload: false,
  lib: { entry: { desk: 'desk/desk.ts' }, formats: ['es'] },
  rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: true } },
};

export default defineConfig(({ mode }) => (mode === 'desk' ? { publicDir: 'desk/files', build: desk } : { publicDir: false, build: server }));
