/** `hochwert,N,19,11`: the type that a dBASE file gave its column. */
const dbfType = /^(.+?),[CNDLFM](,\d+){1,2}$/;

/** The names of `count` columns: trimmed, never empty, no two alike. */
export function headerNames(cells: readonly string[], count: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const cell = (cells[i] ?? '').replace(/\s+/g, ' ').trim();
    const name = (dbfType.exec(cell)?.[1]?.trim() ?? cell) || `column ${i + 1}`;
    let fresh = name;
    for (let number = 2; used.has(fresh); number += 1) fresh = `${name} (${number})`;
    used.add(fresh);
    return fresh;
  });
}
