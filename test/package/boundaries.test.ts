import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Who may know whom: one planted violation of each rule, and the sentence with which lint must refuse it. */
const planted: readonly (readonly [file: string, line: string, sentence: RegExp])[] = [
  ['src/model/planted.ts', "import { html } from 'lit';", /model imports nothing/],
  ['src/model/planted.ts', "import { openDataset } from '../sources/open.js';", /model imports nothing/],
  ['src/sources/planted.ts', "import { html } from 'lit';", /neither Lit nor elements/],
  ['src/sources/formats/planted.ts', "import { en } from '../../i18n/en.js';", /neither Lit nor elements/],
  ['src/sources/planted.ts', "import proj4 from 'proj4';", /one file each, by import/],
  ['src/sinks/planted.ts', "import { openDataset } from '../sources/open.js';", /Sinks know the model/],
  ['src/i18n/planted.ts', "import { Language } from '../controllers/language.js';", /Languages are leaves/],
  ['src/styles/planted.ts', "import { Language } from '../controllers/language.js';", /Styles are leaves/],
  ['src/controllers/planted.ts', "import { CivicMap } from '../elements/map/map.js';", /know none of them/],
  ['src/elements/map/planted.ts', "import { CivicIdeas } from '../ideas/ideas.js';", /never import each other/],
  ['src/elements/map/planted.ts', "import './civic-map.js';", /does not know the tag/],
  ['src/elements/map/planted.ts', "import Map from 'ol/Map.js';", /known to src\/engine\/engine\.ts alone/],
  ['src/engine/planted.ts', "import Map from 'ol/Map.js';", /known to src\/engine\/engine\.ts alone/],
  ['src/engine/engine.ts', "import { Language } from '../controllers/language.js';", /draws what it is given/],
  ['src/elements/map/civic-planted.ts', "import { Language } from '../../controllers/language.js';", /knows only its class/],
  ['hub/src/planted.ts', "import { openDataset } from '../../src/sources/open.js';", /hub imports the model alone/],
  ['hub/desk/planted.ts', "import { Language } from '../../src/controllers/language.js';", /moderation page imports the model and the languages/],
  ['hub/desk/planted.ts', "import { doubts } from '../src/guard.js';", /comes over the net/],
];

describe('the lint rules of who may know whom', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'civic-boundaries-'));
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const lint = (file: string, line: string): { status: number | null; output: string } => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${line}\n`);
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), [file], { cwd: folder, encoding: 'utf8' });
    rmSync(path);
    return { status, output: stdout };
  };

  for (const [file, line, sentence] of planted) {
    it(`refuse ${line} in ${file}`, () => {
      const { status, output } = lint(file, line);
      assert.match(output, sentence);
      assert.equal(status, 1);
    });
  }

  it('let through what is allowed', () => {
    const allowed: readonly (readonly [string, string])[] = [
      ['src/engine/engine.ts', "import Map from 'ol/Map.js';\nexport default Map;"],
      ['src/elements/map/planted.ts', "import { css } from 'lit';\nexport default css;"],
      ['src/sources/planted.ts', "import type { Dataset } from '../model/dataset.js';\nexport type Planted = Dataset;"],
      ['hub/desk/planted.ts', "import type { Person } from '../src/authority.js';\nexport type Planted = Person;"],
    ];
    for (const [file, line] of allowed) assert.equal(lint(file, line).status, 0, file);
  });
});
