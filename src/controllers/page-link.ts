import { safeWebUrl } from '../model/safe-url.js';

/** The value of `#name=value`, still encoded, in the address of this page, beside whatever else stands in its fragment. */
export function hashValue(name: string): string | undefined {
  const part = location.hash.slice(1).split('&').find((each) => each.startsWith(`${name}=`));
  return part?.slice(name.length + 1) || undefined;
}

/** What was encoded; what was written by hand and cannot be decoded is meant as it stands. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * The address of a page, or of this one, with another fragment, so that a `<base>` does not lead elsewhere. An id may have
 * any characters; its dots are encoded, too, for behind one stands the key of an idea's author.
 */
export function hashAddress(name: string, id: string, page = ''): string {
  const address = safeWebUrl(page, document.baseURI)?.replace(/#.*$/, '') ?? `${location.pathname}${location.search}`;
  return `${address}#${name}=${encodeURIComponent(id).replaceAll('.', '%2E')}`;
}
