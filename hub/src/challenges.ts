import { createHash } from 'node:crypto';
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as v from 'valibot';
import type { Secrets } from './secrets.js';

/** What answers are asked a proof for. */
export const purposes = ['ratings', 'ideas', 'comments'] as const;
export type Purpose = (typeof purposes)[number];

/** In milliseconds: a form may stay open that long. */
const lifetime = 2 * 60 * 60 * 1000;

/**
 * The work: so many iterations of PBKDF2 a try, and the number of tries, drawn evenly. At most a second on a slow phone
 * whose page came over plain http and which has to do it in JavaScript: `npm run bench proof` measures it.
 */
export const work = { cost: 1000, tries: [30, 70] } as const;

/** A challenge in ALTCHA's format, with its purpose and the moment when it was made inside its signature. */
export async function makeChallenge(secrets: Secrets, purpose: Purpose, now = Date.now()): Promise<Challenge> {
  const [least, most] = work.tries;
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256', cost: work.cost, deriveKey,
    counter: least + Math.floor(Math.random() * (most - least + 1)),
    data: { for: purpose, at: now },
    expiresAt: new Date(now + lifetime),
    ...(await keys(secrets)),
  });
}

/** What came of a proof: its nonce and the age of its challenge in milliseconds, or why it is none. */
export type Proved = { readonly nonce: string; readonly expires: string; readonly age: number } | 'expired' | 'wrong';

const hex = v.pipe(v.string(), v.maxLength(256), v.regex(/^[0-9a-f]+$/));
const payload = v.object({
  challenge: v.object({
    parameters: v.looseObject({ nonce: hex, expiresAt: v.number(), data: v.object({ for: v.string(), at: v.number() }) }),
    signature: hex,
  }),
  solution: v.object({ counter: v.number(), derivedKey: hex, time: v.optional(v.number()) }),
});

/** Checks the header `Civic-Proof`: ALTCHA's payload, JSON in base64. */
export async function checkProof(secrets: Secrets, purpose: Purpose, header: string, now = Date.now()): Promise<Proved> {
  const { success, output } = v.safeParse(v.pipe(v.string(), v.maxLength(4000), v.transform((text) => Buffer.from(text, 'base64').toString('utf8')), v.parseJson(), payload), header);
  if (!success) return 'wrong';
  const { challenge, solution } = output;
  const { verified, expired } = await verifySolution({ challenge: challenge as unknown as Challenge, solution: solution as Parameters<typeof verifySolution>[0]['solution'], deriveKey, ...(await keys(secrets)) });
  const { nonce, expiresAt, data } = challenge.parameters;
  if (expired) return 'expired';
  return verified && data.for === purpose ? { nonce, expires: new Date(expiresAt * 1000).toISOString(), age: now - data.at } : 'wrong';
}

/** Two keys of one secret: with the second a proof is checked without doing the work again. */
async function keys(secrets: Secrets): Promise<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }> {
  const secret = await secrets.signing;
  return { hmacSignatureSecret: secret, hmacKeySignatureSecret: createHash('sha256').update(`key ${secret}`).digest('base64url') };
}
