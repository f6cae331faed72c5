import { defineConfig, parseSync, type BuildOptions, type Plugin } from 'vite';

const tags = Object.fromEntries(
  ['map', 'layer', 'rating', 'ideas', 'roadmap'].map((name) => [`civic-${name}`, `src/elements/${name}/civic-${name}.ts`]),
);

/** For npm: our modules one by one; what package.json lists as dependencies is left to the application. */
const npm: BuildOptions = {
  outDir: 'dist',
  emptyOutDir: false,
  minify: false,
  sourcemap: true,
  lib: { entry: ['src/index.ts', 'src/civic.ts', 'src/sources.ts', 'src/sources/worker.ts', 'src/controllers/solver.ts', ...Object.values(tags)], formats: ['es'] },
  rolldownOptions: {
    external: /^(@?lit|@noble|altcha-lib|idb|ol|proj4|pmtiles)(\/|$)/,
    output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
  },
};

const ours = (...paths: string[]): RegExp => new RegExp(`/src/(${paths.join('|')})\\.ts$`);

/**
 * What travels together although it need not: many small files compress badly, and each is one more request. A group takes
 * what its modules import along, unless an earlier group has it.
 */
interface Group {
  readonly name: string;
  readonly test: RegExp;
}

/** The earlier has what two would take. */
const ranked = (groups: readonly Group[]): (Group & { priority: number })[] => groups.map((group, place, { length }) => ({ ...group, priority: length - place }));

const readers: readonly Group[] = [
  // Places of all kinds: most tables have points alone, and do without.
  { name: 'places', test: ours('model/places-builder') },
  // A table of cells, and how places are found in one.
  { name: 'csv', test: ours('sources/formats/csv', 'sources/coordinates-plain') },
  // Geometry and values as JSON has them: portals answer with them, too.
  { name: 'geojson', test: ours('sources/formats/geojson', 'sources/json-shape') },
];

const chunks: readonly Group[] = [
  // What `civic.js` has already brought when an element begins.
  { name: 'addresses', test: ours('sinks/allowed', 'model/safe-url', 'sources/source') },
  // What every element is made of; with what the engine shares with the list, which is too tiny for a file of its own.
  { name: 'element', test: new RegExp(`/node_modules/lit/(index|decorators)\\.js$|/decorate\\.js$|${ours('controllers/(language|phase|reading)', 'engine/symbols', 'i18n/plural', 'styles/(tokens|button|field|status)\\.styles').source}`) },
  // A plan is read over the net as data is, but is no dataset.
  { name: 'http', test: ours('sources/http') },
  // Opening data, and what is done with it wherever it was decoded.
  { name: 'open', test: ours('sources/(open|slices)', 'model/(mercator|columns|place-kinds)') },
  // Recognising data and making a dataset of it in the page, whatever its format.
  { name: 'dataset', test: ours('sources/(recognise|table)', 'sources/formats/encoding', 'model/(problems|growing)') },
  // What rating and ideas begin with: where the hub is, and what this browser remembers.
  { name: 'hub', test: ours('controllers/(memory|hub)', 'model/id', 'sources/hub') },
  // What goes to a hub, and what is said of it. Ideas are supported at once, a rating follows later.
  { name: 'sink', test: ours('sinks/hub', 'i18n/en\\.sending') },
  // What could not be sent. Ideas show it at once, a rating later.
  { name: 'outbox', test: ours('controllers/outbox') },
  // A form that keeps what is written and sends it.
  { name: 'form', test: ours('controllers/(counter|faults|sending)') },
  // How elements lead to each other: both that do may stand alone.
  { name: 'page-link', test: ours('controllers/page-link') },
  // Lists of which entries move: before whatever needs them, so that none brings another along.
  { name: 'repeat', test: /\/directives\/repeat\.js$/ },
  // The element itself, with what it shares with its forms.
  { name: 'ideas', test: ours('elements/ideas/ideas') },
  // The simple profile, with what the others share with it.
  { name: 'rating', test: ours('elements/rating/rating') },
  // The element itself, with what it shares with what comes later.
  { name: 'map', test: ours('elements/map/map') },
  // What several of the following have: none may need another, which may not come.
  { name: 'map.icons', test: ours('elements/map/map.(icons|observed)') },
  // What draws. A place is picked on it, too.
  { name: 'engine', test: ours('engine/engine') },
  { name: 'map.drawing', test: ours('elements/map/map.drawing') },
  // What comes once the map is there.
  { name: 'map.later', test: ours('elements/map/map.later') },
  // What nobody sees before it is opened.
  { name: 'map.opened', test: ours('elements/map/map.opened') },
  // What the page and its worker say to each other.
  { name: 'worker-reading', test: ours('sources/worker-(reading|packing|policy)') },
  ...readers,
];

/** For a script tag: everything inside, and shared pieces split off so that a page loads each of them once. */
const cdn: BuildOptions = {
  outDir: 'dist/cdn',
  emptyOutDir: true,
  modulePreload: false,
  lib: { entry: { civic: 'src/civic.ts', embed: 'src/embed.ts', sources: 'src/sources.ts', ...tags }, formats: ['es'] },
  rolldownOptions: {
    // Everything that runs by itself is named here; without it the bundler keeps empty imports of shared pieces alive. OpenLayers says in its package.json that it has no such modules that we import.
    treeshake: { moduleSideEffects: (id) => /\/(civic\.ts|embed\.ts|civic-\w+\.ts|worker\.ts|solver\.ts)$/.test(id) || /\/node_modules\/(?!ol\/)/.test(id) },
    // Said to the bundler itself: for a library's ES modules Vite's own option leaves every blank where it is.
    // Each name stands in every file that loads it, and says nothing that packs: seven of 64 letters tell a file from its earlier selves.
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash:7].js', minify: true, codeSplitting: { groups: ranked(chunks) } },
  },
};

const unneeded = 'entry.js';

/** What the worker is in one piece, whatever it reads. */
const working: Group = { name: 'worker', test: ours('sources/(worker|peek|table|coordinates-plain)', 'sources/formats/(byte-window|utf8-stream)', 'model/(growing|problems)') };

/** The workers of the script tag have their own copies of what they need: what they had to ask for piece by piece would keep them from beginning. */
const worker: BuildOptions = {
  ...cdn,
  emptyOutDir: false,
  lib: { entry: { entry: 'src/sources/worker.ts', solver: 'src/controllers/solver.ts' }, formats: ['es'] },
  rolldownOptions: {
    ...cdn.rolldownOptions,
    output: {
      entryFileNames: ({ name }) => (name === 'solver' ? 'solver.js' : unneeded),
      chunkFileNames: ({ name }) => (name === working.name ? '[name].js' : 'chunks/[name]-[hash:7].js'),
      minify: true,
      codeSplitting: { groups: ranked([working, ...readers]) },
    },
  },
};

/** The bundler's entry does nothing but import the worker, which would begin one way later for it. */
const withoutEntry: Plugin = { name: 'without-entry', generateBundle: (_, bundle) => void delete bundle[unneeded] };

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
          .replace(/ ?([{};,]) ?/g, '$1')
          .replace(/([a-z-]): /g, '$1:')
          .replace(/([ :(,-])0\./g, '$1.')
          .replace(/='([a-z][\w-]*)'\]/g, '=$1]')
          .replace(/ > /g, '>')
          .replace(/;}/g, '}')
          .replace(/` /g, '`'),
      ),
  },
};

/** What the minifier leaves for other bundlers, of which there is none after it. */
const slimNotes: Plugin = {
  name: 'slim-notes',
  generateBundle(_, bundle) {
    for (const each of Object.values(bundle)) if (each.type === 'chunk') each.code = each.code.replaceAll('/* @__PURE__ */', '');
  },
};

/** Templates are indented for people; a browser takes one blank for all of it. */
const slimTemplates: Plugin = {
  name: 'slim-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /html`/ },
    handler(code, id) {
      const cuts: { start: number; end: number }[] = [];
      const walk = (node: unknown): void => {
        if (Array.isArray(node)) node.forEach(walk);
        else if (typeof node === 'object' && node !== null) {
          const { type, tag, quasi } = node as { type?: string; tag?: { name?: string }; quasi?: { quasis: { start: number; end: number }[] } };
          if (type === 'TaggedTemplateExpression' && tag?.name === 'html') cuts.push(...quasi!.quasis);
          Object.values(node).forEach(walk);
        }
      };
      walk(parseSync(id, code).program);
      cuts.sort((a, b) => b.start - a.start);
      return cuts.reduce((slim, { start, end }) => slim.slice(0, start) + slim.slice(start, end).replace(/\s+/g, ' ') + slim.slice(end), code);
    },
  },
};

/** Decorators of properties as TypeScript's own option makes them; Lit's can be of the standard kind, too, and are five times as long. */
const property = 'export const property = (options) => (to, name) => { const own = Object.getOwnPropertyDescriptor(to, name); to.constructor.createProperty(name, options); return own && Object.getOwnPropertyDescriptor(to, name); }';

/** Modules of libraries, by who asks for them, that stand for what ours never is, and what takes their place. */
const spared: readonly (readonly [importer: RegExp, asked: string, instead: string])[] = [
  [/lit\/decorators\.js$/, '@lit/reactive-element/decorators/property.js', property],
  [/decorators\/state\.js$/, './property.js', property],
  // Buttons and gestures for who names none: ours are named.
  [/ol\/Map\.js$/, './control/defaults.js', 'export const defaults = () => []'],
  [/ol\/Map\.js$/, './interaction/defaults.js', 'export const defaults = () => []'],
  // Features, whose labels it would put in order, and the fonts that they wait for: data is drawn from its columns.
  [/ol\/renderer\/Composite\.js$/, '../layer/BaseVector.js', 'export default class {}'],
  [/ol\/renderer\/Composite\.js$/, '../render/canvas.js', 'import BaseObject from "ol/Object.js"; export const checkedFonts = new BaseObject()'],
  // Geometry of all kinds, to show one box: no view of ours is turned.
  [/ol\/View\.js$/, './geom/Polygon.js', 'export const fromExtent = ([west, south, east, north]) => ({ getFlatCoordinates: () => [west, south, east, north], getStride: () => 2, rotate() {} })'],
  // All that is drawn lies in Web Mercator.
  [/ol\/proj\.js$/, './proj/utm.js', 'export const makeProjection = () => null; export const makeTransforms = () => null'],
];

/** Leaves out a third of the engine, above all: half of OpenLayers is there for what somebody might ask of it, and its own modules ask for that. */
const slimLibraries: Plugin = {
  name: 'slim-libraries',
  enforce: 'pre',
  resolveId: {
    filter: { id: /(defaults|BaseVector|canvas|Polygon|utm|property)\.js$/ },
    handler: (asked, importer = '') => {
      const nth = spared.findIndex(([by, what]) => what === asked && by.test(importer));
      return nth < 0 ? null : `\0spared-${nth}`;
    },
  },
  load: { filter: { id: /^\0spared-/ }, handler: (id) => spared[Number(id.slice('\0spared-'.length))]![2] },
};

const workerAddress = /new URL\((?:\/\* @vite-ignore \*\/ )?'\.\/(worker|solver)\.js', import\.meta\.url\)/g;

/**
 * Each worker is one more entry. Its address stays in the file as it is written
 * there, for the bundler of who uses the package; ours would put a copy of everything into a text otherwise.
 */
const workersAsEntries = (folder: string): Plugin => ({
  name: 'workers-as-entries',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/(sources\/worker-reading|controllers\/solver-start)\.ts$/ },
    handler: (code) => ({ code: code.replace(workerAddress, 'civicAddressOf_$1'), map: null }),
  },
  renderChunk: {
    order: 'post',
    handler: (code) => (code.includes('civicAddressOf_') ? { code: code.replace(/civicAddressOf_(\w+)/g, `new URL("${folder}$1.js",import.meta.url)`), map: null } : null),
  },
});

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: mode === 'production' ? [workersAsEntries('./')] : [slimStyles, slimTemplates, slimNotes, slimLibraries, workersAsEntries('../'), ...(mode === 'worker' ? [withoutEntry] : [])],
  build: { target: 'es2022', ...({ cdn, worker }[mode] ?? npm) },
}));
