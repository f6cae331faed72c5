import { ask } from '../http.js';
import { refusal } from '../refusal.js';
import { SourceError, type ReadOptions } from '../source.js';
import { Mismatch } from './mismatch.js';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A text that says something. */
export const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** What is known of something, without what is not. */
export const known = <T extends object>(values: T): Partial<T> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What a service answers in JSON, whatever its status: many say their errors with 200. Throws `Mismatch` where it is no JSON. */
export async function askJson(url: URL, options: ReadOptions, init?: RequestInit): Promise<Answer> {
  const response = await ask(url, options, init);
  const said = await response.text().catch((cause: unknown) => {
    options.signal?.throwIfAborted();
    throw new SourceError('unreachable', `The connection to ${url.host} broke off while ${url.href} was read.`, { cause });
  });
  try {
    return { status: response.status, headers: response.headers, body: JSON.parse(said.replace(/^\ufeff/, '')) as unknown };
  } catch {
    if (response.status === 401 || response.status === 403 || response.status === 429 || response.status >= 500) throw refusal(response, url);
    throw new Mismatch(`${url.href} does not answer with JSON.`);
  }
}
