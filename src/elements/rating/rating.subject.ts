import type { Subject } from '../../model/rating.js';
import { safeWebUrl } from '../../model/safe-url.js';

/** Some pages carry half their text in their title; a hub takes this many characters. */
const longest = 300;

/** What is rated: the given address, else the page's canonical one, else its own without query and fragment. */
export function subjectOf(given: string, label: string, page: Document): Subject {
  const address = safeWebUrl(given, page.baseURI);
  const title = label || (address ? undefined : page.title);
  return { url: plain(address ?? canonical(page) ?? page.location.href, address !== undefined), ...(title ? { title: title.trim().slice(0, longest) } : {}) };
}

function canonical(page: Document): string | undefined {
  return safeWebUrl(page.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href);
}

/** A webmaster who names an address may mean its query; that of a visited page may hold a search or a session. */
function plain(address: string, keepQuery: boolean): string {
  const url = new URL(address);
  url.hash = '';
  if (!keepQuery) url.search = '';
  return url.href;
}
