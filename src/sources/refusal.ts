import { SourceError } from './source.js';

/** What a status that says no means. */
export function refusal({ status, statusText }: Response, address: URL): SourceError {
  const answer = `${address.href} answered ${status}${statusText ? ` ${statusText}` : ''}.`;
  return new SourceError(status === 404 || status === 410 ? 'not-found' : 'refused', answer);
}
