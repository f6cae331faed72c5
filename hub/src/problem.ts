import type { FieldError, ProblemDetails } from '../../src/model/hub.js';

/** What HTTP calls its statuses. */
export const titles: Readonly<Record<number, string>> = {
  200: 'OK', 201: 'Created', 204: 'No Content', 304: 'Not Modified',
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict',
  413: 'Content Too Large', 415: 'Unsupported Media Type', 422: 'Unprocessable Content', 429: 'Too Many Requests', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
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

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.#options = options;
  }

  get details(): ProblemDetails {
    const { errors } = this.#options;
    return { type: 'about:blank', title: titles[this.status] ?? 'Error', status: this.status, detail: this.message, ...(errors && { errors }) };
  }

  /** What the answer says beside its body. */
  get headers(): Readonly<Record<string, string>> {
    return this.#options.headers ?? {};
  }

  response(): Response {
    return new Response(JSON.stringify(this.details), { status: this.status, headers: { 'content-type': 'application/problem+json', ...this.headers } });
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
