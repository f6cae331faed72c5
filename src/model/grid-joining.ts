/** What became of cells: the owner of each, -1 of an empty one, and the cells that are left. */
interface Joined {
  readonly owner: Int32Array;
  readonly kept: readonly number[];
}

/** Lets the fullest cells take over neighbours that are too near, with all that is counted in them. */
export function joined(count: Uint32Array, sumX: Float64Array, sumY: Float64Array, columns: number, reach: number): Joined {
  const owner = Int32Array.from(count, (n, cell) => (n > 0 ? cell : -1));
  const fullest = used(owner).sort((a, b) => count[b]! - count[a]! || a - b);
  for (const cell of fullest) {
    if (owner[cell] !== cell) continue;
    const x = sumX[cell]! / count[cell]!;
    const y = sumY[cell]! / count[cell]!;
    const column = cell % columns;
    for (let line = -columns; line <= columns; line += columns) {
      for (let step = -1; step <= 1; step += 1) {
        const other = cell + line + step;
        if (other === cell || column + step < 0 || column + step >= columns || owner[other] !== other || count[other]! > count[cell]!) continue;
        if (Math.hypot(sumX[other]! / count[other]! - x, sumY[other]! / count[other]! - y) >= reach) continue;
        owner[other] = cell;
        count[cell]! += count[other]!;
        sumX[cell]! += sumX[other]!;
        sumY[cell]! += sumY[other]!;
      }
    }
  }
  return { owner, kept: used(owner) };
}

function used(owner: Int32Array): number[] {
  const cells: number[] = [];
  owner.forEach((each, cell) => {
    if (each === cell) cells.push(cell);
  });
  return cells;
}
