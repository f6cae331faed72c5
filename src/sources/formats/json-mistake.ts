import { SourceError } from '../source.js';

/** Where some text stands in a file. */
export interface JsonPlace {
  readonly address: URL;
  /** How many lines end before it, and how many letters the line has before it. */
  readonly lines: number;
  readonly letters: number;
  /** How many letters at its beginning do not stand in the file; without it no more than the line is known. */
  readonly ahead?: number | undefined;
}

const token = /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.])|true|false|null)/uy;

/** What text says that is JSON. Throws a `SourceError` that says where it is not. */
export function parseJson(text: string, { address, lines, letters, ahead }: JsonPlace): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const why = said.replace(/,? (in JSON )?at (position|line).*|, .*is not valid JSON.*| \(line.*/s, '');
    if (ahead === undefined) throw unreadable(address, `${why}, at or after line ${lines + 1}.`, cause);
    const before = text.slice(ahead, Number(/position (\d+)/.exec(said)?.[1] ?? mistakeIn(text))).split('\n');
    const column = (before.length > 1 ? 0 : letters) + before.at(-1)!.length + 1;
    throw unreadable(address, `${why}, at line ${lines + before.length}, column ${column}.`, cause);
  }
}

/** The failure of JSON that ends before it is whole, after so many items of its list. */
export function breaksOff({ address, lines, letters }: JsonPlace, items: number): SourceError {
  const where = items > 0 ? `, after ${items} whole items` : '';
  return unreadable(address, `It breaks off at line ${lines + 1}, column ${letters + 1}${where}.`);
}

function unreadable(address: URL, why: string, cause?: unknown): SourceError {
  return new SourceError('unreadable', `${address.href} is not valid JSON. ${why}`, { cause });
}

/** Where text stops being JSON, for browsers that do not tell: at the first thing that is no token, a comma that nothing follows, or a value with no comma before it. */
function mistakeIn(text: string): number {
  token.lastIndex = 0;
  let [end, before] = [0, ''];
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const found = match[0].trimStart();
    const isWrong = /^[\]},:]/.test(found) ? /^[,:]/.test(before) : /^[^[{,:]/.test(before);
    if (isWrong) return token.lastIndex - found.length;
    end = token.lastIndex;
    before = found;
  }
  return end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
}
