import { defineConfig, type BuildOptions, type Plugin } from 'vite';

const tags = Object.fromEntries(
  ['map', 'rating', 'ideas', 'roadmap'].map((name) => [`civic-${name}`, `src/elements/${name}/civic-${name}.ts`]),
);

/** For npm: our modules one by one; what package.json lists as dependencies is left to the application. */
const npm: BuildOptions = {
  outDir: 'dist',
  emptyOutDir: false,
  minify: false,
  sourcemap: true,
  lib: { entry: ['src/index.ts', 'src/civic.ts', 'src/sources.ts', ...Object.values(tags)], formats: ['es'] },
  rolldownOptions: {
    external: /^(@?lit|ol|proj4)(\/|$)/,
    output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
  },
};

/** For a script tag: everything inside, and shared pieces split off so that a page loads each of them once. */
const cdn: BuildOptions = {
  outDir: 'dist/cdn',
  emptyOutDir: true,
  modulePreload: false,
  lib: { entry: { civic: 'src/civic.ts', sources: 'src/sources.ts', ...tags }, formats: ['es'] },
  rolldownOptions: {
    // Everything that runs by itself is named here; without it the bundler keeps empty imports of shared pieces alive.
    treeshake: { moduleSideEffects: (id) => /\/(civic\.ts|civic-\w+\.ts)$/.test(id) || id.includes('node_modules') },
    // Said to the bundler itself: for a library's ES modules Vite's own option leaves every blank where it is.
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', minify: true },
  },
};

/** Style sheets travel as text inside the modules, where no minifier looks: takes out their comments and blanks. */
const slimStyles: Plugin = {
  name: 'slim-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\.styles\.ts$/ },
    handler: (code) =>
      code.replace(/css`[^`]*`/g, (sheet) =>
        sheet
          .replace(/\/\*[^]*?\*\//g, '')
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};]) ?/g, '$1')
          .replace(/;}/g, '}')
          .replace(/` /g, '`'),
      ),
  },
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: mode === 'cdn' ? [slimStyles] : [],
  build: { target: 'es2022', ...(mode === 'cdn' ? cdn : npm) },
}));
