import { ask } from '../http.js';
import { SourceError, type ReadOptions } from '../source.js';

interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** What a system says, whatever its status. Throws `SourceError` where it says nothing, and for web pages. */
export async function answerOf(address: URL, options: ReadOptions, init: RequestInit = {}): Promise<Answer> {
  const response = await ask(address, options, init);
  const text = await response.text();
  if (/^\s*<(!doctype|html)/i.test(text)) {
    const reason = response.status === 404 ? 'not-found' : response.ok ? 'web-page' : 'refused';
    throw new SourceError(reason, `${address.href} answers ${response.status} with a web page.`);
  }
  return { response, text };
}

/** The JSON that a system answers. Throws `SourceError`. */
export async function jsonOf(address: URL, options: ReadOptions, init?: RequestInit): Promise<{ readonly response: Response; readonly json: unknown }> {
  const { response, text } = await answerOf(address, options, { headers: { accept: 'application/json' }, ...init });
  if (!response.ok) throw (await import('../refusal.js')).refusal(response, address);
  try {
    return { response, json: JSON.parse(text) };
  } catch (cause) {
    throw new SourceError('unreadable', `${address.href} answers something that is no JSON.`, { cause });
  }
}

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that is an object, or one without members. */
export const objectAt = (value: unknown, ...path: readonly string[]): Json => {
  let found: unknown = value;
  for (const name of path) found = isObject(found) ? found[name] : undefined;
  return isObject(found) ? found : {};
};

export const listAt = (value: unknown, name: string): readonly Json[] => {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** Text or a number as text, trimmed; `undefined` where there is none. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined);

export const countOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0);

/** A moment as ISO 8601 in UTC; `undefined` for what is none. */
export function momentOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** A point in degrees, of numbers or of text; `undefined` where it is none on Earth. */
export function pointOf(lat: unknown, lon: unknown): { readonly lat: number; readonly lon: number } | undefined {
  const [y, x] = [lat, lon].map((value) => Number(textOf(value) ?? Number.NaN)) as [number, number];
  return Math.abs(y) <= 90 && Math.abs(x) <= 180 ? { lat: y, lon: x } : undefined;
}
