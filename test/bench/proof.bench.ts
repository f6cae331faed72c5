import { fileURLToPath } from 'node:url';
import { createChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { build, type Rolldown } from 'vite';
import { work } from '../../hub/src/challenges.js';
import { launch } from '../support/chromium.js';
import { startStatic } from '../support/static-server.js';

/** A cheap phone computes about as much slower than the machines that this is run on. */
const slower = 6;
const limit = 1000;
const runs = 5;

const challengeOf = (counter: number): Promise<Challenge> => createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: work.cost, counter, deriveKey });

/** How long the work that the hub asks for takes: half as many tries as at most, and most; with the browser's own arithmetic, and without it on a page that came over plain http. */
export async function run(): Promise<void> {
  const [{ output: [{ code }] }] = (await build({
    root: fileURLToPath(new URL('../..', import.meta.url)), configFile: false, logLevel: 'warn',
    build: { write: false, lib: { entry: 'src/controllers/solving.ts', formats: ['es'] }, rolldownOptions: { output: { codeSplitting: false } } },
  })) as [Rolldown.RolldownOutput];
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = { '/': ['text/html', '<!doctype html><title>Proof</title>'], '/solving.js': ['text/javascript', code] };
  const server = await startStatic({
    folders: {},
    async answer({ url = '' }, response) {
      const [type, body] = files[url] ?? [];
      if (type === undefined) return false;
      response.setHeader('content-type', type);
      response.end(body);
      return true;
    },
  });
  const browser = await launch('--host-resolver-rules=MAP town.example 127.0.0.1');
  try {
    for (const [kind, host] of [['https', '127.0.0.1'], ['plain http', 'town.example']] as const) {
      const page = await browser.newPage();
      await page.goto(server.origin.replace('127.0.0.1', host));
      for (const [name, counter] of [['on average', (work.tries[0] + work.tries[1]) / 2], ['at most', work.tries[1]]] as const) {
        const times: number[] = [];
        for (let n = 0; n < runs; n += 1) {
          const challenge = JSON.stringify(await challengeOf(counter));
          times.push(await page.evaluate<number>(`(async () => { const { solve } = await import('/solving.js'); const start = performance.now(); await solve(${challenge}); return performance.now() - start; })()`));
        }
        const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
        console.log(`${kind}, ${name} (${counter} tries of ${work.cost}): ${median.toFixed(0)} ms here, about ${((median * slower) / 1000).toFixed(2)} s on a phone ${slower} times as slow: ${((median * slower) / limit).toFixed(2)} of ${limit} ms`);
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
