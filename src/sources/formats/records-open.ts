const quote = 0x22;
const backslash = 0x5c;

/** The list that the beginning of long JSON breaks off in. */
export interface OpenList {
  /** The member of the top that holds it; `undefined` where the list is the top itself. */
  readonly member: string | undefined;
  /** What stands before it, as JSON with the list left empty. */
  readonly before: string;
}

/**
 * The list, at the top or one level below, that has not ended where a piece of JSON ends: of a file that is
 * much longer than this piece, it holds nearly everything. `undefined` where that lies deeper.
 */
export function openList(text: string): OpenList | undefined {
  const open: { readonly at: number; readonly isList: boolean; readonly member: string | undefined }[] = [];
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = closing(text, at);
      if (end < 0) break;
      // Only names at the top matter.
      if (open.length === 1) last = text.slice(at + 1, end);
      at = end;
    } else if (code === 0x7b || code === 0x5b) open.push({ at, isList: code === 0x5b, member: open.length === 1 ? last : undefined });
    else if (code === 0x7d || code === 0x5d) open.pop();
  }
  const [top, inner, innermost] = open;
  if (!top) return undefined;
  // A list of lists of objects is an answer of which the records are one part.
  if (top.isList) return inner?.isList && innermost && !innermost.isList ? undefined : { member: undefined, before: '' };
  const member = inner?.isList ? inner.member : undefined;
  // What else a name may hold would mean something where it is looked for.
  if (member === undefined || !/^[\w@: -]+$/.test(member)) return undefined;
  return { member, before: `${text.slice(0, inner!.at)}[]}` };
}

/** Where a text ends that begins at `at`; a quote behind an odd number of backslashes is part of it. */
function closing(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return end;
}
