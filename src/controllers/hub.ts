import { SourceError } from '../sources/source.js';
import { endpointUrl } from '../sinks/endpoints.js';

/**
 * The address of a hub for reading. What a visitor searches for goes there too, so it has to be one that the page allows.
 * Throws `SourceError('not-allowed')`.
 */
export function hubUrl(address: string, base: string): URL {
  try {
    return endpointUrl(address, base);
  } catch (cause) {
    throw new SourceError('not-allowed', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Whether the page allows answers to an address: a form that could not be sent is not shown. */
export const isAllowed = (address: string, base: string): boolean => allowedHub(address, base) !== '';

/** The address to which answers go, with a slash at its end; empty where the page allows none. */
export function allowedHub(address: string, base: string): string {
  try {
    return address === '' ? '' : endpointUrl(address, base).href;
  } catch {
    return '';
  }
}
