import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 in base64url. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** A hash of what was sent, whatever the order of its fields: two requests with one fingerprint say the same. */
export function fingerprint(content: unknown): string {
  return hash(canonical(content));
}

/** JSON that is the same whatever the order of its fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** Compares secrets without telling by its time how much of them was right. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hash(a)), Buffer.from(hash(b)));
}
