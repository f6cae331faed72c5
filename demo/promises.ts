import { readFile } from 'node:fs/promises';
import type { Plan } from '../src/model/commitment.js';

export const promisesFile = new URL('promises.json', import.meta.url);

/** The theme of the plan that the first page shows: how the public takes part. */
const theme = 'Increase Civic Space to Engage the Public';

async function plan(): Promise<Plan> {
  return JSON.parse(await readFile(promisesFile, 'utf8')) as Plan;
}

export async function promiseCounts(): Promise<{ readonly promises: number; readonly done: number }> {
  const { commitments } = await plan();
  return { promises: commitments.length, done: commitments.filter(({ status }) => status === 'completed').length };
}

/** The part of the plan that is about taking part, as a plan of its own. */
export async function promisesAboutTakingPart(): Promise<Plan> {
  const { commitments, ...about } = await plan();
  const part = commitments.filter((each) => each.theme === theme);
  return { ...about, title: 'Promises about taking part', description: `${part.length} of the ${commitments.length} commitments of the plan.`, commitments: part };
}
