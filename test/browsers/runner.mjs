import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { summaryReporter } from '@web/test-runner';
import { tileServer } from '../support/tile-server.mjs';
import { freePort } from './free-port.mjs';

const root = resolve(import.meta.dirname, '../..');
const port = await freePort();
const shared = resolve(root, '../shared/data');

/** Real files that lie beside the checkout, where they are there: tests skip with a sentence where not. */
function sharedData(context, next) {
  if (!context.path.startsWith('/shared-data/')) return next();
  const file = resolve(shared, decodeURIComponent(context.path.slice('/shared-data/'.length)));
  if (!file.startsWith(shared) || !existsSync(file)) {
    context.status = 404;
    return undefined;
  }
  context.type = 'application/octet-stream';
  context.body = createReadStream(file);
  return undefined;
}

/** A worker is asked for by the address that it has when it is built; here it is not built yet. */
function unbuiltWorker(context, next) {
  context.path = context.path.replace(/^(\/src\/(?:sources\/worker|controllers\/solver))\.js$/, '$1.ts');
  return next();
}

/** Counts for the line that ends `npm test`, and what failed for what stands above it. */
const counting = (name) => ({
  stop() {},
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const failing = [];
    const walk = (suite, path) => {
      for (const test of suite.tests) {
        count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        if (!test.skipped && !test.passed) failing.push(`${[...path, test.name].join(' > ')}\n${test.error?.message ?? ''}`);
      }
      for (const child of suite.suites) walk(child, [...path, child.name]);
    };
    for (const session of sessions) {
      if (session.testResults) walk(session.testResults, [session.testFile]);
      if (session.errors.length > 0 || (!session.testResults && !session.passed)) {
        count.failed += 1;
        failing.push(`${session.testFile}\n${session.errors.map(({ message }) => message).join('\n')}`);
      }
    }
    if (failing.length > 0) console.log(`✖ failing tests:\n${failing.join('\n\n')}\n`);
    console.log(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
});

/** What is the same in every browser: the files, who serves them, and who counts. `name` begins the line of counts. */
export const runner = (name, launcher) => ({
  files: process.env['TEST_FILES'] ?? ['test/{model,sources,sinks,controllers,engine,elements,participation,i18n}/**/*.test.ts', 'test/*.test.ts'],
  rootDir: root,
  port,
  nodeResolve: true,
  // One page at a time: a tab behind another is not drawn, and what waits to be seen would wait for ever.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  middleware: [sharedData, tileServer, unbuiltWorker],
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: resolve(root, 'tsconfig.json') })],
  reporters: [summaryReporter(), counting(name)],
  browsers: [launcher],
});
