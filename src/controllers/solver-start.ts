import type { Challenge, Solution } from 'altcha-lib';
import { startWorker } from '../sources/worker-start.js';
import type { Solved } from './solver.js';
import { solve } from './solving.js';

/** Solves a challenge beside the page, or on it where no worker may start. */
export async function solveBeside(challenge: Challenge): Promise<Solution> {
  // Written so that bundlers see it.
  const worker = await startWorker(() => new Worker(new URL('./solver.js', import.meta.url), { type: 'module' }), new URL(/* @vite-ignore */ './solver.js', import.meta.url).href);
  if (!worker) return solve(challenge);
  const solved = await new Promise<Solved>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Solved>) => resolve(data), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve({ error: 'The worker did not start.' });
    }, { once: true });
    worker.postMessage(challenge);
  });
  worker.terminate();
  return 'solution' in solved ? solved.solution : solve(challenge);
}
