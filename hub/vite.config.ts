import { defineConfig } from 'vite';

/** The server as plain JavaScript: the model inside, what package.json lists as dependencies outside. */
export default defineConfig({
  publicDir: false,
  build: {
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
  },
});
