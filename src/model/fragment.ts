import { decoded, split } from './filter-state-read.js';
import { encoded } from './filter-state-write.js';

/**
 * The fragment of a page's address belongs to all of the page: `#chapter-2&trees=q=oak&bins=…`. Each reader takes the part
 * with its own name, and leaves the others as they are, letter by letter.
 */
export function partOf(fragment: string, name: string): string | undefined {
  const own = parts(fragment).find((part) => isOwn(part, name));
  return own && split(own, '=')[1];
}

/** The fragment with another value for a name; without it where the value is empty. */
export function withPart(fragment: string, name: string, value: string): string {
  const all = parts(fragment);
  const at = all.findIndex((part) => isOwn(part, name));
  const own = value === '' ? [] : [`${encoded(name)}=${value}`];
  const others = all.filter((part) => !isOwn(part, name));
  others.splice(at < 0 ? others.length : at, 0, ...own);
  return others.join('&');
}

const parts = (fragment: string): string[] => fragment.replace(/^#/, '').split('&').filter((part) => part !== '');

const isOwn = (part: string, name: string): boolean => part.includes('=') && decoded(split(part, '=')[0]!) === name;
