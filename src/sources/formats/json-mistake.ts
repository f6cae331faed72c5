const token = /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.])|true|false|null)/uy;

/** Where text stops being JSON, for browsers that do not tell: at the first thing that is no token, or a comma that nothing follows. */
export function mistakeIn(text: string): number {
  token.lastIndex = 0;
  let [end, before] = [0, ''];
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const found = match[0].trimStart();
    if ((before === ',' || before === ':') && /^[\]},:]/.test(found)) return token.lastIndex - 1;
    end = token.lastIndex;
    before = found;
  }
  return end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
}
