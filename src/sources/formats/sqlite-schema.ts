/** A column of a table, as the statement that made it says. */
export interface SqliteColumn {
  readonly name: string;
  /** Such as `MEDIUMINT` or `TEXT(40)`, upper case. */
  readonly type: string;
  /** Whether it is but another name of the row's number, and stands in no record. */
  readonly isRowId: boolean;
}

/** A name in any of the quotes that SQLite takes, a text, brackets, a comma, or a word. */
const token = /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|'(?:[^']|'')*'|--[^\n]*|\/\*[^]*?\*\/|[(),]|[^\s"`[\](),']+/g;
const constraint = /^(CONSTRAINT|PRIMARY|NOT|NULL|UNIQUE|CHECK|DEFAULT|COLLATE|REFERENCES|GENERATED|AS|ON|AUTOINCREMENT)$/i;
const ofTable = /^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/i;

/** The columns of `CREATE TABLE …` that stand in its records, in their order; `undefined` for what has no rows of that kind. */
export function columnsOf(statement: string): readonly SqliteColumn[] | undefined {
  const definitions = definitionsIn(statement);
  if (!definitions || /\bWITHOUT\s+ROWID\b/i.test(statement.slice(statement.lastIndexOf(')')))) return undefined;
  const keyOfTable = definitions.map(primaryKey).find((name) => name !== undefined);
  const columns: SqliteColumn[] = [];
  for (const [first, ...rest] of definitions) {
    if (first === undefined || ofTable.test(first)) continue;
    const end = rest.findIndex((word) => constraint.test(word));
    const type = (end < 0 ? rest : rest.slice(0, end)).join(' ').toUpperCase();
    const after = (end < 0 ? [] : rest.slice(end)).join(' ').toUpperCase();
    const name = unquoted(first);
    // What is computed when it is asked for stands nowhere.
    if (/\bAS \(/.test(after) && !/\bSTORED\b/.test(after)) continue;
    const isKey = /\bPRIMARY KEY(?! DESC)\b/.test(after) || (keyOfTable !== undefined && keyOfTable.toLowerCase() === name.toLowerCase());
    columns.push({ name, type, isRowId: isKey && type === 'INTEGER' });
  }
  return columns;
}

/** The tokens of each definition between the outer brackets. */
function definitionsIn(statement: string): string[][] | undefined {
  const definitions: string[][] = [[]];
  let depth = 0;
  for (const [word] of statement.matchAll(token)) {
    if (word.startsWith('--') || word.startsWith('/*')) continue;
    if (word === ')') depth -= 1;
    if (depth === 0 && word === ')') return definitions;
    if (depth === 1 && word === ',') definitions.push([]);
    else if (depth > 0) definitions.at(-1)!.push(word);
    if (word === '(') depth += 1;
  }
  return undefined;
}

/** The column of `PRIMARY KEY (id)`, if it is one alone. */
function primaryKey(definition: readonly string[]): string | undefined {
  const at = definition.findIndex((word) => /^PRIMARY$/i.test(word));
  if (at < 0 || !ofTable.test(definition[0]!) || definition[at + 2] !== '(') return undefined;
  const end = definition.indexOf(')', at);
  const words = definition.slice(at + 3, end);
  return words.includes(',') || words.length === 0 ? undefined : unquoted(words[0]!);
}

function unquoted(name: string): string {
  const quote = name[0]!;
  if (quote === '[') return name.slice(1, -1);
  return quote === '"' || quote === '`' || quote === "'" ? name.slice(1, -1).replaceAll(quote + quote, quote) : name;
}
