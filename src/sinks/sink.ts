import type { FieldError } from '../model/hub.js';

/** Why an answer did not arrive. It picks the sentence that people see. */
export type SinkReason =
  | 'unreachable'   // no answer: the answer is kept, and can be sent again with the same id
  | 'not-allowed'   // this page may not send there
  | 'invalid'       // the server names what is wrong with which field
  | 'limited'       // too many for now
  | 'conflict'      // the id was used for something else
  | 'refused';      // every other no

/** An answer did not arrive. `message` tells the developer, in English, where and why. */
export class SinkError extends Error {
  readonly reason: SinkReason;
  readonly fields: readonly FieldError[];
  /** Seconds after which to try again, where the server says it. */
  readonly retryAfter: number | undefined;
  /** What a system that is no hub says to the person, in its own language; may be empty. */
  readonly said: string;

  constructor(
    reason: SinkReason,
    message: string,
    { fields = [], said = '', retryAfter, cause }: { fields?: readonly FieldError[]; said?: string; retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = 'SinkError';
    this.reason = reason;
    this.fields = fields;
    this.retryAfter = retryAfter;
    this.said = said;
  }
}

export interface SendOptions {
  /** What a hub wants to know beside the answer, such as a proof of work. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}
