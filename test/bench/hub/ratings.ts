import { randomUUID } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { makeChallenge } from '../../../hub/src/challenges.js';
import type { Database } from '../../../hub/src/database.js';
import { Secrets } from '../../../hub/src/secrets.js';
import type { Rating } from '../../../src/model/rating.js';
import type { Write } from './load.js';

export type Sent = Pick<Rating, 'id' | 'subject' | 'profile' | 'score' | 'comment' | 'lang'>;

/** How many pages are rated, and from how many networks. */
const subjects = 50;
const networks = 2000;

/** Ratings as the element sends them, each from a network in turn. */
export function ratings(count: number): Write[] {
  return Array.from({ length: count }, (_, index) => {
    const page = 1 + (index % subjects);
    const sent: Sent = {
      id: randomUUID(), subject: { url: `https://www.city.example/services/${page}`, title: `Service number ${page} of the city` }, profile: 'simple', score: { value: 1 + (index % 5), min: 1, max: 5 },
      comment: 'It took two visits, but the people at the counter were friendly and knew what to do.', lang: 'en',
    };
    const network = index % networks;
    return { path: '/v1/ratings', body: JSON.stringify(sent), headers: { 'x-forwarded-for': `10.${network >> 8}.${network & 255}.1` } };
  });
}

/** The same with the proof of a challenge each, made with the hub's own secret some seconds ago so that its first try solves it: to check it is the same work. */
export async function proved(database: Database, writes: readonly Write[]): Promise<Write[]> {
  const secrets = new Secrets(database);
  const done: Write[] = [];
  for (const write of writes) {
    const challenge = await makeChallenge(secrets, 'ratings', Date.now() - 10_000, 0);
    const solution = await solveChallenge({ challenge, deriveKey });
    done.push({ ...write, headers: { ...write.headers, 'civic-proof': Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') } });
  }
  return done;
}
