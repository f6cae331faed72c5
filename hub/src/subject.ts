/** In characters, of the address as it is kept. */
const longest = 2000;

/**
 * The address by which a page or a service is known, or undefined where it is none: http(s) alone, host in lower case,
 * without credentials, fragment, default port and slashes at the end of the path. The query stays, for many sites tell their pages apart by it.
 */
export function subjectOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  const subject = url.pathname === '/' && !url.search ? url.origin : url.href;
  return subject.length > longest ? undefined : subject;
}
