import type { FieldError, ProblemDetails } from '../model/hub.js';
import { SinkError, type SendOptions, type SinkReason } from './sink.js';

interface Letter extends SendOptions {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Whether nothing is expected but that it arrived; what else is said is not read. */
  readonly silent?: boolean;
}

/** After this many milliseconds without an answer the connection counts as lost. */
const patience = 30_000;

/** Sends JSON and takes JSON, without cookies. Throws `SinkError`; an abort by the caller is thrown as it is. */
export async function deliver(address: URL, { method, body, headers, signal, silent }: Letter): Promise<unknown> {
  const limit = AbortSignal.timeout(patience);
  try {
    const response = await fetch(address, {
      method,
      credentials: 'omit',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (!response.ok) throw await refusal(address, response);
    return silent || response.status === 204 ? undefined : await response.json();
  } catch (error) {
    if (error instanceof SinkError || signal?.aborted) throw error;
    // What came but is no JSON may be a proxy's page: nobody knows whether the answer arrived, so the same id is sent again.
    throw new SinkError('unreachable', `${method} ${address.href} was not answered: ${String(error)}`, { cause: error });
  }
}

async function refusal(address: URL, response: Response): Promise<SinkError> {
  const problem = (await response.json().catch(() => undefined)) as (Partial<ProblemDetails> & { readonly message?: unknown; readonly messages?: unknown }) | undefined;
  const fields = fieldsOf(problem);
  // What is no hub says it in a way of its own: PostgREST by one message, Touchpoints by lists of them.
  const said = [problem?.message, ...Object.values(problem?.messages ?? {})].flat().filter((each) => typeof each === 'string').join(' ');
  const message = `${address.origin}${address.pathname} answered ${response.status}: ${(problem?.detail ?? problem?.title ?? said) || 'without a reason'}`;
  return new SinkError(reasonOf(response.status, fields), message, { fields, said, retryAfter: secondsOf(response.headers.get('retry-after')) });
}

function reasonOf(status: number, fields: readonly FieldError[]): SinkReason {
  // Without a field to mark nobody could mend it.
  if (fields.length > 0) return 'invalid';
  if (status === 409) return 'conflict';
  if (status === 429) return 'limited';
  return status === 408 || status >= 500 ? 'unreachable' : 'refused';
}

function fieldsOf(problem: Partial<ProblemDetails> | undefined): readonly FieldError[] {
  return Array.isArray(problem?.errors) ? problem.errors.filter((each) => typeof each?.path === 'string') : [];
}

/** `Retry-After` holds seconds or a date. */
function secondsOf(value: string | null): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return seconds >= 0 ? seconds : undefined;
}
