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

interface Question {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
}

/** The hub that this page is a part of, asked with a token, which stands in a header alone. */
export class Hub {
  token: string | undefined;
  // The page is `…/v1/desk`, so that this is `…/v1/` wherever the hub is mounted.
  readonly #base = new URL('./', document.baseURI);

  /** Throws `Refused` or `Unreachable`. */
  async ask<T>(path: string, { method = 'GET', body }: Question = {}): Promise<T> {
    const headers = { ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) };
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
