/** At most so many different values are told apart; more are joined with their neighbours first. */
const most = 1500;

interface Heap {
  readonly value: number;
  readonly weight: number;
}

/**
 * Where sorted values are cut into classes so that they differ least from the means of their classes: Jenks' natural breaks, found
 * exactly as Ckmeans does (Wang and Song 2011). The first value of each class but the first.
 */
export function naturalBreaks(sorted: Float64Array, count: number): number[] {
  const heaps = heaped(sorted);
  const length = heaps.length;
  const classes = Math.min(count, length);
  if (classes < 2) return [];
  const [weights, sums, squares] = [new Float64Array(length + 1), new Float64Array(length + 1), new Float64Array(length + 1)];
  // Counted from the middle, so that large numbers lose no digits.
  const middle = heaps[length >> 1]!.value;
  heaps.forEach(({ value, weight }, i) => {
    weights[i + 1] = weights[i]! + weight;
    sums[i + 1] = sums[i]! + weight * (value - middle);
    squares[i + 1] = squares[i]! + weight * (value - middle) ** 2;
  });
  const spread = (from: number, to: number): number => {
    const sum = sums[to]! - sums[from]!;
    return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (weights[to]! - weights[from]!));
  };
  let before = Float64Array.from({ length: length + 1 }, (_, to) => (to === 0 ? 0 : spread(0, to)));
  const cuts: Uint32Array[] = [];
  for (let each = 1; each < classes; each += 1) {
    const [now, cut] = [new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY), new Uint32Array(length + 1)];
    const past = before;
    // The best cut never moves back: what lies between two ends has its cut between theirs.
    const fill = (low: number, high: number, first: number, last: number): void => {
      if (low > high) return;
      const to = (low + high) >> 1;
      for (let from = Math.max(each, first); from <= Math.min(last, to - 1); from += 1) {
        const sum = past[from]! + spread(from, to);
        if (sum < now[to]!) [now[to], cut[to]] = [sum, from];
      }
      fill(low, to - 1, first, cut[to] || last);
      fill(to + 1, high, cut[to] || first, last);
    };
    fill(each + 1, length, each, length);
    before = now;
    cuts.push(cut);
  }
  const found: number[] = [];
  for (let at = length, each = classes - 2; each >= 0; each -= 1) {
    at = cuts[each]![at]!;
    found.unshift(heaps[at]!.value);
  }
  return found;
}

/** Equal values as one; where there are too many different ones, neighbours, too. */
function heaped(sorted: Float64Array): Heap[] {
  const width = sorted.length > most ? (sorted.at(-1)! - sorted[0]!) / most : 0;
  const heaps: { value: number; weight: number }[] = [];
  for (const value of sorted) {
    const last = heaps.at(-1);
    if (last && value - last.value <= width) last.weight += 1;
    else heaps.push({ value, weight: 1 });
  }
  return heaps;
}
