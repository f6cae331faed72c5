const protocols = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** An address from data or from an attribute as one that is safe in `href` or `src`; `undefined` for every other, such as `javascript:`. */
export function safeUrl(value: string | undefined, base?: string): string | undefined {
  if (!value) return undefined;
  try {
    const url = new URL(value.trim(), base);
    return protocols.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The same for what is fetched or shown as a page: http and https alone. */
export function safeWebUrl(value: string | undefined, base?: string): string | undefined {
  const url = safeUrl(value, base);
  return url?.startsWith('http') ? url : undefined;
}
