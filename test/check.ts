import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run check`: types, lint, and what npm would publish: its exports as publint and “are the types wrong?” see them,
 * and that importing it in plain Node does nothing and works.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => `${root}node_modules/.bin/${name}`;

const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', bin('tsc')],
  ['lint', bin('oxlint'), '--deny-warnings', 'src', 'hub', 'test', 'stories', 'demo', 'build', 'build.ts', 'vite.config.ts', '.storybook'],
  ['build', bin('tsx'), 'build.ts'],
  ['publint', bin('publint'), '--strict'],
  // The package is ES modules alone, as custom elements are; what CommonJS would see is not offered.
  ['types of the exports', bin('attw'), '--pack', '.', '--profile', 'esm-only'],
  ['import in plain Node', process.execPath, '--input-type=module', '-e', "const names = Object.keys(await import('civic-elements')); console.log(names.join(' ')); await import('civic-elements/sources.js')"],
];

let failed = 0;
for (const [name, command, ...args] of checks) {
  console.log(`\n── ${name}`);
  try {
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  } catch {
    failed += 1;
    console.log(`✗ ${name} failed`);
  }
}
console.log(`\ncheck: ${checks.length - failed} of ${checks.length} passed`);
process.exitCode = failed > 0 ? 1 : 0;
