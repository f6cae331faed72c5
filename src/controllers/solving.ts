import { solveChallenge, type Challenge, type Solution } from 'altcha-lib';

/** Solves a challenge of a hub. Where a page came over plain http the browser has no such arithmetic of its own, and ours takes a few times as long. */
export async function solve(challenge: Challenge): Promise<Solution> {
  const { deriveKey } = globalThis.crypto.subtle ? await import('altcha-lib/algorithms/web/pbkdf2') : await import('./solving-plain.js');
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('The challenge of the hub was not solved in time.');
  return solution;
}
