import { Refused, type Failure } from './hub.js';
import type { Notice } from './state.js';
import type { Words } from './words/en.js';

/** What a failure is called, and what to do about it. `decided` is how many were decided on by somebody else. */
export function noticeOf(failure: Failure, words: Words, decided = 0): Notice {
  const { failed } = words;
  if (!(failure instanceof Refused)) return { text: failed.unreachable, isFailure: true };
  const { status, errors, message } = failure;
  if (status === 409 && decided > 0) return { text: failed.conflict(decided), isFailure: true };
  const text = status === 401 ? words.signIn.again
    : status === 403 ? failed.forbidden
    : status === 404 ? failed.gone
    : status === 409 ? failed.conflict(1)
    : status === 429 ? failed.busy
    : status >= 500 ? failed.server
    : failed.invalid;
  const fields = errors.map(({ path, code }) => failed.field(nameOf(path, words), failed.codes[code]));
  return { text: [text, ...fields].join(' '), detail: message || undefined, isFailure: true };
}

/** The field that a JSON Pointer names, as its label says it. */
function nameOf(path: string, { edit }: Words): string {
  const [, field = path] = /(text|by|status|category|commitments)\b(?!.*(text|by|status|category))/.exec(path) ?? [];
  return edit[field as 'text' | 'by' | 'status' | 'category' | 'commitments'] ?? path;
}
