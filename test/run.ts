import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox, findWebKit } from './browsers/find.mjs';

/**
 * `npm test`: types, lint, then the tests in Node (the hub on both databases, the package, whole journeys through the
 * demo, portals that are replayed) and in a browser (units and elements), and every story through axe; in Firefox and in
 * WebKit what people do to take part, by keyboard. Ends with one line `N passed, N failed`.
 * A part of it: `npm test -- hub`. Firefox and WebKit run all that Chromium does where they are asked for by name, as
 * `npm run test:browsers` does.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => `${root}node_modules/.bin/${name}`;
const node = (...folders: string[]): string[] => [
  '--import', 'tsx', '--test', '--test-concurrency=1', '--test-reporter=spec',
  ...folders.flatMap((folder) => readdirSync(`${root}${folder}`).filter((file) => file.endsWith('.test.ts')).map((file) => `${folder}/${file}`)),
];

const asked = process.argv.slice(2);

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Finds the browser that it needs, or installs it; throws a sentence where there is none. */
  readonly browser?: () => unknown;
  /** Whether it is skipped where there is none, rather than failing. */
  readonly isOptional?: true;
  /** How the runner says its counts; a command without counts is one test that passes or fails. */
  readonly counts?: { readonly passed: RegExp; readonly failed: RegExp; readonly skipped: RegExp };
}

const nodeCounts = { passed: /^ℹ pass (\d+)/m, failed: /^ℹ fail (\d+)/m, skipped: /^ℹ skipped (\d+)/m };
const browserCounts = { passed: /^(?:browser|firefox|webkit): (\d+) passed/m, failed: /^(?:browser|firefox|webkit): \d+ passed, (\d+) failed/m, skipped: /failed, (\d+) skipped$/m };

/** What people do to take part, and what the Italian validator does: as much of other browsers as each run has time for. */
const participation = asked.length > 0 ? [] : ['--files', 'test/participation/**/*.test.ts', 'test/elements/rating-it-agid.test.ts'];
const further = (name: string, browser: () => unknown): Step => ({
  name, command: bin('wtr'), args: ['--config', `test/browsers/${name}.mjs`, ...participation], browser, isOptional: true, counts: browserCounts,
});

/** Every real file that lies beside the checkout; without any it is one test that says so. */
const corpusCounts = { passed: /: (\d+) right/, failed: /, (\d+) wrong/, skipped: /^(\d+) skipped/m };
const fuzzCounts = { passed: /^(\d+) cases/m, failed: /(\d+) failed$/m, skipped: /^(\d+) skipped/m };

const first: readonly Step[] = [
  { name: 'types', command: bin('tsc'), args: [] },
  { name: 'lint', command: bin('oxlint'), args: ['--deny-warnings', 'src', 'hub', 'test', 'stories', 'demo', 'build', 'build.ts', 'vite.config.ts', '.storybook'] },
  { name: 'build', command: bin('tsx'), args: ['build.ts'] },
  { name: 'package', command: process.execPath, args: node('test/package'), counts: nodeCounts },
];

const lanes: readonly (readonly Step[])[] = [
  [
    { name: 'browser', command: bin('wtr'), args: ['--config', 'test/browsers/chromium.mjs'], browser: findChromium, counts: browserCounts },
    { name: 'hub', command: process.execPath, args: node('hub/test'), counts: nodeCounts },
    further('firefox', findFirefox),
  ],
  [
    { name: 'journeys', command: process.execPath, args: node('test/journeys'), browser: findChromium, counts: nodeCounts },
    { name: 'corpus', command: bin('tsx'), args: ['test/corpus/corpus.ts'], counts: corpusCounts },
    { name: 'fuzz', command: bin('tsx'), args: ['test/fuzz/fuzz.ts', '1000'], counts: fuzzCounts },
    { name: 'servers', command: process.execPath, args: node('test/servers'), browser: findChromium, counts: nodeCounts },
    further('webkit', findWebKit),
  ],
];

/** Runs a step; what it writes comes at once, or in one piece at its end where others run beside it. */
function run({ command, args }: Step, alone: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (alone) process.stdout.write(text);
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const total = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
/** What the runners say of tests that failed: said once more at the end, where whoever reads a log begins. */
const failing: string[] = [];

async function take(step: Step, alone = true): Promise<void> {
  if (alone) console.log(`\n── ${step.name}`);
  const started = performance.now();
  const { code, output } = await run(step, alone);
  if (!alone) console.log(`\n── ${step.name}\n${output}`);
  failing.push(...output.split(/^✖ failing tests:$/m).slice(1));
  const read = (pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? 0);
  const count = step.counts
    ? { passed: read(step.counts.passed), failed: read(step.counts.failed), skipped: read(step.counts.skipped) }
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  // A runner that dies before it counts has not passed.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  if (step.counts && count.passed + count.failed + count.skipped === 0) count.failed = 1;
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  summary.push(`${step.name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

const wanted = (step: Step): boolean => asked.length === 0 || asked.includes(step.name);
for (const step of first.filter(wanted)) await take(step);
/** The lanes without the steps that are skipped. One installation after the other: Debian's waits for no other. */
const able = lanes.map((lane) => lane.filter(wanted).filter((step) => {
  try {
    step.browser?.();
    return true;
  } catch (error) {
    if (!step.isOptional) return true;
    total.skipped += 1;
    summary.push(`${step.name}: skipped: ${(error as Error).message}`);
    return false;
  }
}));
// What waits for browsers and databases more than it computes runs side by side: a machine with two cores has room for both.
const beside = able.filter(({ length }) => length > 0);
await Promise.all(beside.map(async (lane) => {
  for (const step of lane) await take(step, beside.length === 1);
}));
for (const output of failing) console.log(`\n── failed${output.trimEnd()}`);
console.log(`\n${summary.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
