import { isAllowed } from './allowed.js';
import { SinkError } from './sink.js';

export { allowEndpoints } from './allowed.js';

/** The endpoint as it was given, with its query. Throws `SinkError('not-allowed')`. */
export function allowedUrl(value: string, base: string): URL {
  if (!URL.canParse(value, base)) throw new SinkError('not-allowed', `“${value}” is not an address.`);
  const url = new URL(value, base);
  const own = new URL(base).origin;
  if (!/^https?:$/.test(url.protocol)) throw new SinkError('not-allowed', `Answers go to http(s) addresses alone, not to “${value}”.`);
  if (url.origin !== own && !isAllowed(url.origin)) {
    throw new SinkError(
      'not-allowed',
      `This page does not allow answers to ${url.origin}. Name it in the script tag: data-endpoints="${url.origin}", or call allowEndpoints('${url.origin}').`,
    );
  }
  return url;
}

/** The endpoint as an address below which the hub's paths lie. Throws `SinkError('not-allowed')`. */
export function endpointUrl(value: string, base: string): URL {
  const url = allowedUrl(value, base);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  url.search = '';
  url.hash = '';
  return url;
}
