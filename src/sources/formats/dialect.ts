const [quote, newline, carriageReturn] = [0x22, 0x0a, 0x0d];
const enough = 100;

export interface Dialect {
  /** The byte between two fields. */
  readonly delimiter: number;
  /** How many records stand above the header: a title, a date, an empty line. */
  readonly titles: number;
  /** How many fields a record has, or the header if it has more. */
  readonly fields: number;
}

/** How many fields each of the first records has and how many of them hold something, if `delimiter` is between them. */
function countFields(bytes: Uint8Array, delimiter: number): { all: number; filled: number }[] {
  const records: { all: number; filled: number }[] = [];
  let [all, filled, begun, quoted] = [1, 0, false, false];
  for (let at = 0; at < bytes.length && records.length < enough; at += 1) {
    const byte = bytes[at]!;
    if (quoted) {
      if (byte === quote) quoted = false;
    } else if (byte === quote && !begun) quoted = begun = true;
    else if (byte === delimiter || byte === newline || (byte === carriageReturn && bytes[at + 1] !== newline)) {
      filled += Number(begun);
      begun = false;
      if (byte === delimiter) all += 1;
      else {
        records.push({ all, filled });
        all = 1;
        filled = 0;
      }
      continue;
    } else if (byte === quote) quoted = true;
    else if (byte > 0x20) begun = true;
  }
  // What the head cuts off is no whole record, unless it is all there is.
  if (records.length < 2 && (begun || all > 1)) records.push({ all, filled: filled + Number(begun) });
  return records;
}

/** The delimiter that most records agree on, and where the header stands; by the beginning of the file, in UTF-8. */
export function dialectOf(head: Uint8Array): Dialect {
  let best: Dialect & { score: number } = { delimiter: 0x2c, titles: 0, fields: 1, score: 0 };
  // Of two that agree alike, commas are more often part of a text.
  for (const delimiter of [0x09, 0x3b, 0x7c, 0x2c]) {
    const records = countFields(head, delimiter);
    const written = records.filter(({ filled }) => filled > 0);
    const fields = mostFrequent(written.map(({ all }) => all));
    if (fields < 2) continue;
    const agreeing = written.filter(({ all }) => all === fields).length / written.length;
    // A title has few fields filled, even where a program padded it with delimiters.
    const titles = Math.max(0, records.findIndex(({ all, filled }) => all > 1 && all >= fields - 1 && filled * 2 >= fields));
    const header = records[titles]!.all;
    // A comma within numbers agrees with itself in all rows, but the header has none.
    const score = agreeing + (header === fields && agreeing >= 0.5 ? 1 : 0) + Math.min(fields, 20) / 100;
    if (score > best.score) best = { delimiter, titles, fields: Math.max(header, fields), score };
  }
  return best;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, often] of times) if (count > 1 && often > (times.get(best) ?? 0)) best = count;
  return best;
}
