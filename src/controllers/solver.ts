import type { Challenge, Solution } from 'altcha-lib';
import { solve } from './solving.js';

/** The worker that solves challenges: it is given one, and answers with its solution. */
export type Solved = { readonly solution: Solution } | { readonly error: string };

interface Scope {
  postMessage(message: Solved): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Challenge>) => void): void;
}

const scope = globalThis as unknown as Scope;

async function answer(challenge: Challenge): Promise<void> {
  try {
    scope.postMessage({ solution: await solve(challenge) });
  } catch (error) {
    scope.postMessage({ error: String(error) });
  }
}

scope.addEventListener('message', ({ data }) => void answer(data));
