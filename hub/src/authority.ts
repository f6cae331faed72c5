import type { Context } from 'hono';
import type { HubConfig } from './config.js';
import { hash, sameSecret } from './fingerprint.js';
import { notFound, Problem } from './problem.js';

/** What the request names as its secret: an author's key or the moderators' token. */
function bearer(context: Context): string | undefined {
  return /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
}

const challenge = { headers: { 'www-authenticate': 'Bearer' } };

/** What somebody of the city may do: see what waits; decide on it; and also see who decided what. Each may what those before may. */
export const roles = ['reader', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody of the city, by their own token. */
export interface Person {
  readonly name: string;
  readonly role: Role;
}

export type Staff = Pick<HubConfig, 'token' | 'tokens'>;

/** Who sent the request, if it is somebody of the city. The one token without a name is an admin's. */
function personOf(context: Context, { token, tokens }: Staff): Person | undefined {
  const given = bearer(context);
  if (given === undefined) return undefined;
  const all = [...(token === undefined ? [] : [{ name: 'admin', role: 'admin', token } as const]), ...tokens];
  // All are compared, so that the time does not tell which was nearly right.
  const [found] = all.filter((each) => sameSecret(given, each.token));
  return found && { name: found.name, role: found.role };
}

const may = ({ role }: Person, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

export function isModerator(context: Context, staff: Staff): boolean {
  const person = personOf(context, staff);
  return person !== undefined && may(person, 'moderator');
}

/** Somebody of the city who may do it. Throws `Problem` 401 or 403 to everyone else. */
export function requireRole(context: Context, staff: Staff, needed: Role): Person {
  if (staff.token === undefined && staff.tokens.length === 0) throw new Problem(403, 'Nobody moderates here yet: start the hub with a secret of at least 16 characters in CIVIC_TOKEN, and send it as “Authorization: Bearer …”.');
  if (bearer(context) === undefined) throw new Problem(401, 'Send your token as “Authorization: Bearer …”.', challenge);
  const person = personOf(context, staff);
  if (!person) throw new Problem(403, 'This is nobody’s token here.');
  if (!may(person, needed)) throw new Problem(403, `This takes the role “${needed}”; ${person.name} has the role “${person.role}”.`);
  return person;
}

/** Throws `Problem` 401 or 403 to everyone but who holds a secret; `what` is what it is called. */
export function requireBearer(context: Context, secret: string, what: string): void {
  const given = bearer(context);
  if (given === undefined) throw new Problem(401, `Send ${what} as “Authorization: Bearer …”.`, challenge);
  if (!sameSecret(given, secret)) throw new Problem(403, `This is not ${what}.`);
}

/** Something whose author holds a key, of which the hash is kept. */
interface Secured {
  readonly key: string;
}

export function isAuthor(context: Context, { key }: Secured): boolean {
  const given = bearer(context);
  return given !== undefined && sameSecret(hash(given), key);
}

/** Throws `Problem` to everyone but the author: 401 or 403, or 404 where the thing itself may not be seen. */
export function requireAuthor(context: Context, row: Secured, what: 'idea' | 'comment', isPublic: boolean): void {
  if (isAuthor(context, row)) return;
  if (!isPublic) throw notFound(what);
  if (bearer(context) === undefined) throw new Problem(401, `Send the key that the ${what} was sent with as “Authorization: Bearer …”.`, challenge);
  throw new Problem(403, `This is not the key that the ${what} was sent with.`);
}
