/** The declaration, comments, instructions and the document type, which may stand before the first element. */
const before = /^\s*(?:<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|\s)*/i;

/** The local name of the first element of a document, such as `kml`; `undefined` for what is no XML. */
export function xmlRoot(text: string): string | undefined {
  if (!/^[^<]{0,20}</.test(text)) return undefined;
  const start = text.indexOf('<');
  const rest = text.slice(start).replace(before, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1];
}
