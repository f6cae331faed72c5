import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './freshness.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = (names: readonly string[]): string[] => names.map((name) => join(root, name));

/** Builds the files for a script tag where they are missing or old. */
export async function freshScripts(): Promise<void> {
  if (await isFresh(join(root, 'dist/cdn/civic.js'), paths(['src', 'package.json', 'vite.config.ts', 'tsconfig.json']))) return;
  console.log('Building the script-tag files …');
  const { buildCdn } = await import('../build.js');
  await buildCdn();
}

/** Builds the moderation page where it is missing or old, which takes a second. */
export async function freshDesk(): Promise<void> {
  if (await isFresh(join(root, 'hub/dist/desk/desk.js'), paths(['hub/desk', 'hub/vite.config.ts', 'src/model', 'src/i18n', 'package.json', 'tsconfig.json']))) return;
  const { buildDesk } = await import('../build.js');
  await buildDesk();
}
