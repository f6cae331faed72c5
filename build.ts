import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

const run = (command: string, ...args: string[]): void => {
  execFileSync(`${root}node_modules/.bin/${command}`, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
};

/** The files for a script tag, and the page for frames: `dist/cdn/`. */
export async function buildCdn(): Promise<void> {
  for (const mode of ['cdn', 'worker']) await bundle({ root, configFile: `${root}vite.config.ts`, mode, logLevel: 'warn' });
  copyFileSync(`${root}src/embed.html`, `${root}dist/cdn/embed.html`);
}

/** What the doc comments of the elements say, as `custom-elements.json`. */
export function buildManifest(): void {
  execFileSync('npm', ['run', '--silent', 'manifest'], { cwd: root, stdio: 'inherit' });
}

/** The npm modules with their types and the manifest: `dist/`. */
export async function buildPackage(): Promise<void> {
  await bundle({ root, configFile: `${root}vite.config.ts`, mode: 'production', logLevel: 'warn' });
  run('tsc', '-p', 'src');
  buildManifest();
}

/** The moderation page: `hub/dist/desk/`. */
export async function buildDesk(): Promise<void> {
  await bundle({ root: `${root}hub`, configFile: `${root}hub/vite.config.ts`, mode: 'desk', logLevel: 'warn' });
}

/** The server with the moderation page: `hub/dist/`. */
export async function buildHub(): Promise<void> {
  await bundle({ root: `${root}hub`, configFile: `${root}hub/vite.config.ts`, logLevel: 'warn' });
  await buildDesk();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  rmSync(`${root}dist`, { recursive: true, force: true });
  await buildPackage();
  await buildCdn();
  await buildHub();
  // Raw decorators, or a module that touches the DOM while it is imported, would stop here.
  execFileSync(process.execPath, ['--input-type=module', '-e', "await import('./dist/index.js'); await import('./dist/sources.js')"], { cwd: root });
  console.log(`Built dist/, dist/cdn/ and hub/dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
