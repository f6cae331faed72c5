import type { Context } from 'hono';
import { hash, sameSecret } from './fingerprint.js';
import { notFound, Problem } from './problem.js';
import { isPublished } from './idea-store.js';
import type { IdeaRow } from './tables.js';

/** What the request names as its secret: an author's key or the moderators' token. */
function bearer(context: Context): string | undefined {
  return /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
}

const challenge = { headers: { 'www-authenticate': 'Bearer' } };

export function isModerator(context: Context, token: string | undefined): boolean {
  const given = bearer(context);
  return token !== undefined && given !== undefined && sameSecret(given, token);
}

/** Throws `Problem` 401 or 403 to everyone but the moderators. */
export function requireModerator(context: Context, token: string | undefined): void {
  if (token === undefined) throw new Problem(403, 'Nobody moderates here yet: start the hub with a secret of at least 16 characters in CIVIC_TOKEN, and send it as “Authorization: Bearer …”.');
  requireBearer(context, token, 'the moderators’ token');
}

/** Throws `Problem` 401 or 403 to everyone but who holds a secret; `what` is what it is called. */
export function requireBearer(context: Context, secret: string, what: string): void {
  const given = bearer(context);
  if (given === undefined) throw new Problem(401, `Send ${what} as “Authorization: Bearer …”.`, challenge);
  if (!sameSecret(given, secret)) throw new Problem(403, `This is not ${what}.`);
}

export function isAuthor(context: Context, { key }: Pick<IdeaRow, 'key'>): boolean {
  const given = bearer(context);
  return given !== undefined && sameSecret(hash(given), key);
}

/** Throws `Problem` to everyone but the author: 401 or 403, or 404 where the idea itself may not be seen. */
export function requireAuthor(context: Context, row: IdeaRow): void {
  if (isAuthor(context, row)) return;
  if (!isPublished(row)) throw notFound('idea');
  if (bearer(context) === undefined) throw new Problem(401, 'Send the key that the idea was sent with as “Authorization: Bearer …”.', challenge);
  throw new Problem(403, 'This is not the key that the idea was sent with.');
}
