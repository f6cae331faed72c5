/** `hochwert,N,19,11`: the type that a dBASE file gave its column. */
const dbfType = /^(.+?),[CNDLFM](,\d+){1,2}$/;

/** The names of `count` columns: trimmed, never empty, no two alike. */
export function headerNames(cells: readonly string[], count: number): string[] {
  const used = new Set<string>();
  /** Where the numbers of a name go on, for tables may have thousands of columns of one name. */
  const next = new Map<string, number>();
  return Array.from({ length: count }, (_, i) => {
    const cell = (cells[i] ?? '').replace(/\s+/g, ' ').trim();
    const name = (dbfType.exec(cell)?.[1]?.trim() ?? cell) || `column ${i + 1}`;
    let fresh = name;
    for (let number = next.get(name) ?? 2; used.has(fresh); number += 1) {
      fresh = `${name} (${number})`;
      next.set(name, number + 1);
    }
    used.add(fresh);
    return fresh;
  });
}
