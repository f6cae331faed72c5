import { createHash, createHmac } from 'node:crypto';
import { createChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as v from 'valibot';
import { canonical, sameSecret } from './fingerprint.js';
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

const drawn = ([least, most]: readonly [number, number]): number => least + Math.floor(Math.random() * (most - least + 1));

/** A challenge in ALTCHA's format, with its purpose and the moment when it was made inside its signature. */
export async function makeChallenge(secrets: Secrets, purpose: Purpose, now = Date.now(), counter = drawn(work.tries)): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256', cost: work.cost, deriveKey, counter,
    data: { for: purpose, at: now },
    expiresAt: new Date(now + lifetime),
    ...(await keys(secrets)),
  });
}

/** What came of a proof: its nonce and the age of its challenge in milliseconds, or why it is none. */
export type Proved = { readonly nonce: string; readonly expires: string; readonly age: number } | 'expired' | 'wrong';

const hex = v.pipe(v.string(), v.maxLength(256), v.regex(/^(?:[0-9a-f]{2})+$/));
const payload = v.object({
  challenge: v.object({
    parameters: v.looseObject({ nonce: hex, keySignature: hex, expiresAt: v.number(), data: v.object({ for: v.string(), at: v.number() }) }),
    signature: hex,
  }),
  solution: v.object({ counter: v.number(), derivedKey: hex, time: v.optional(v.number()) }),
});
const proof = v.pipe(v.string(), v.maxLength(4000), v.transform((text) => Buffer.from(text, 'base64').toString('utf8')), v.parseJson(), payload);

/**
 * Checks the header `Civic-Proof`: ALTCHA's payload, JSON in base64. Two signatures are all of it: ours of the challenge, and in it
 * that of the key which only who has done the work knows. They are computed here because the library gives each to a thread
 * and waits for it, which takes as long as all else of an answer.
 */
export async function checkProof(secrets: Secrets, purpose: Purpose, header: string, now = Date.now()): Promise<Proved> {
  const { success, output } = v.safeParse(proof, header);
  if (!success) return 'wrong';
  const { challenge: { parameters, signature }, solution } = output;
  const { hmacSignatureSecret, hmacKeySignatureSecret } = await keys(secrets);
  const isSigned = sameSecret(signature, createHmac('sha256', hmacSignatureSecret).update(canonical(parameters)).digest('hex'));
  const isSolved = sameSecret(parameters.keySignature, createHmac('sha256', hmacKeySignatureSecret).update(solution.derivedKey, 'hex').digest('hex'));
  if (!isSigned || !isSolved || parameters.data.for !== purpose) return 'wrong';
  const { nonce, expiresAt, data } = parameters;
  return expiresAt * 1000 < now ? 'expired' : { nonce, expires: new Date(expiresAt * 1000).toISOString(), age: now - data.at };
}

/** Two keys of one secret: with the second a proof is checked without doing the work again. */
async function keys(secrets: Secrets): Promise<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }> {
  const secret = await secrets.signing;
  return { hmacSignatureSecret: secret, hmacKeySignatureSecret: createHash('sha256').update(`key ${secret}`).digest('base64url') };
}
