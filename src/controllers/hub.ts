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
export function isAllowed(address: string, base: string): boolean {
  try {
    return address !== '' && endpointUrl(address, base) !== undefined;
  } catch {
    return false;
  }
}
