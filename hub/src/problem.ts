import type { FieldError, ProblemDetails } from '../../src/model/hub.js';

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict',
  413: 'Content Too Large', 415: 'Unsupported Media Type', 422: 'Unprocessable Content', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is answered with RFC 9457 `application/problem+json`. `detail` says in English what is wrong and the way out. */
export class Problem extends Error {
  readonly status: number;
  readonly #options: ProblemOptions;

  get errors(): readonly FieldError[] {
    return this.#options.errors ?? [];
  }

  get headers(): Readonly<Record<string, string>> {
    return this.#options.headers ?? {};
  }

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.#options = options;
  }

  response(): Response {
    const { errors, headers } = this.#options;
    const details: ProblemDetails = { type: 'about:blank', title: titles[this.status] ?? 'Error', status: this.status, detail: this.message, ...(errors && { errors }) };
    return new Response(JSON.stringify(details), { status: this.status, headers: { 'content-type': 'application/problem+json', ...headers } });
  }
}

/** One thing that is wrong with one field or one parameter of the address. */
export function invalid(status: 400 | 422, error: FieldError): Problem {
  return new Problem(status, error.message, { errors: [error] });
}

/** The same answer for what never was and for what may not be seen, so that nobody learns which it is. */
export function notFound(what: string): Problem {
  return new Problem(404, `There is no such ${what}.`);
}
