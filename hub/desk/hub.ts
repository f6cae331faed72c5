import type { FieldError, ProblemDetails } from '../../src/model/hub.js';

/** The hub has answered, and not with what was asked for. */
export class Refused extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];

  constructor(status: number, problem: Partial<ProblemDetails> | undefined) {
    super(problem?.detail ?? '');
    this.status = status;
    this.errors = problem?.errors ?? [];
  }
}

/** There was no answer. */
export class Unreachable extends Error {}

export type Failure = Refused | Unreachable;

/** What was thrown, where it is a failure of the hub or the net; a mistake of this page is thrown on. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Refused || thrown instanceof Unreachable) return thrown;
  throw thrown;
}

const tokenKey = 'civic-desk-token';

interface Question {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
}

/** The hub that this page is a part of, asked with a token, which stands in a header alone. */
export class Hub {
  // The page is `…/v1/desk`, so that this is `…/v1/` wherever the hub is mounted.
  readonly #base = new URL('./', document.baseURI);

  /** Kept for this tab alone, until it is closed or somebody signs out. */
  get token(): string | undefined {
    return sessionStorage.getItem(tokenKey) ?? undefined;
  }

  set token(token: string | undefined) {
    if (token === undefined) sessionStorage.removeItem(tokenKey);
    else sessionStorage.setItem(tokenKey, token);
  }

  /** Throws `Refused` or `Unreachable`. */
  async ask<T>(path: string, { method = 'GET', body }: Question = {}): Promise<T> {
    const { token } = this;
    const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) };
    let response: Response;
    try {
      response = await fetch(new URL(path, this.#base), { method, headers, cache: 'no-store', credentials: 'same-origin', ...(body !== undefined && { body: JSON.stringify(body) }) });
    } catch (cause) {
      throw new Unreachable('No answer', { cause });
    }
    // A proxy may answer with a page instead.
    const said: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused(response.status, said as Partial<ProblemDetails> | undefined);
    return said as T;
  }
}

/** A path with what is asked for; what is empty is left out. */
export function address(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const asked = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return asked.size > 0 ? `${path}?${asked}` : path;
}
