const tokens = /[ \t\r\n]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/y;

type Expected = 'value' | 'value or ]' | 'name or }' | 'name' | ':' | ', or end';

/** Where a text stops being JSON: what was expected at which line and column, counted from 1. JSON.parse tells it for some faults only. */
export function jsonFault(text: string): string {
  const open: string[] = [];
  let expected: Expected = 'value';
  let position = 0;
  for (;;) {
    tokens.lastIndex = position;
    const [all = '', mark, string] = tokens.exec(text) ?? [];
    const next: Expected | undefined = all ? follow(expected, mark ?? (string ? 'string' : 'scalar'), open) : undefined;
    if (!next) break;
    expected = next;
    position += all.length;
  }
  position += /^[ \t\r\n]*/.exec(text.slice(position))![0].length;
  const before = text.slice(0, position).split('\n');
  const names: Readonly<Record<Expected, string>> = {
    value: 'a value', 'value or ]': 'a value or ]', 'name or }': 'a name in quotes or }', name: 'a name in quotes', ':': 'a colon',
    ', or end': open.length === 0 ? 'the end' : open.at(-1) === '{' ? 'a comma or }' : 'a comma or ]',
  };
  return `line ${before.length}, column ${before.at(-1)!.length + 1}: expected ${names[expected]}`;
}

/** What is expected after this token, or undefined where the token has no place. */
function follow(expected: Expected, token: string, open: string[]): Expected | undefined {
  const isValue = expected === 'value' || expected === 'value or ]';
  const isName = expected === 'name' || expected === 'name or }';
  const isOver = expected === ', or end' && open.length > 0;
  if (token === 'string' && isName) return ':';
  if ((token === 'string' || token === 'scalar') && isValue) return ', or end';
  if (token === ':' && expected === ':') return 'value';
  if (token === ',' && isOver) return open.at(-1) === '{' ? 'name' : 'value';
  if ((token === '{' || token === '[') && isValue) {
    open.push(token);
    return token === '{' ? 'name or }' : 'value or ]';
  }
  const opener = token === '}' ? '{' : token === ']' ? '[' : undefined;
  if (opener && open.at(-1) === opener && (isOver || expected === (opener === '{' ? 'name or }' : 'value or ]'))) {
    open.pop();
    return ', or end';
  }
  return undefined;
}
