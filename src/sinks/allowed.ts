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

/** Whether the page lets answers go there. */
export const isAllowed = (origin: string): boolean => holder[key]?.has(origin) ?? false;
