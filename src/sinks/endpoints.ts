import { SinkError } from './sink.js';

// Attributes are hostile: whoever may write text in a CMS may write `endpoint`. So answers go only where
// the page itself says, by its script tag or by calling `allowEndpoints`. The set hangs on the document's global so
// that two copies of the library on a page agree.
const key = Symbol.for('civic-elements.endpoints');
const holder = globalThis as unknown as { [key]?: Set<string> };

/** Lets answers go to these origins, beside the page's own. */
export function allowEndpoints(...addresses: readonly string[]): void {
  const allowed = (holder[key] ??= new Set());
  for (const address of addresses) {
    if (URL.canParse(address)) allowed.add(new URL(address).origin);
  }
}

/** The endpoint as an address below which the hub's paths lie. Throws `SinkError('not-allowed')`. */
export function endpointUrl(value: string, base: string): URL {
  if (!URL.canParse(value, base)) throw new SinkError('not-allowed', `“${value}” is not an address.`);
  const url = new URL(value, base);
  const own = new URL(base).origin;
  if (!/^https?:$/.test(url.protocol)) throw new SinkError('not-allowed', `Answers go to http(s) addresses alone, not to “${value}”.`);
  if (url.origin !== own && !holder[key]?.has(url.origin)) {
    throw new SinkError(
      'not-allowed',
      `This page does not allow answers to ${url.origin}. Name it in the script tag: data-endpoints="${url.origin}", or call allowEndpoints('${url.origin}').`,
    );
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  url.search = '';
  url.hash = '';
  return url;
}
