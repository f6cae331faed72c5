/** What was measured of hubs on one database. */
export interface Figures {
  readonly name: string;
  /** Writes a second of the hub and of the peer, a pair each round. */
  readonly rounds: readonly (readonly [hub: number, bare: number])[];
  /** How long each waited, in milliseconds, in order of size. */
  readonly waits: readonly number[];
  readonly bareWaits: readonly number[];
  /** Whether the goals are held against it; otherwise it is for information. */
  readonly counts: boolean;
}

const leastRatio = 0.5;
const mostLatency = 50;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const verdict = (isMet: boolean): string => (isMet ? 'met' : 'missed');

const percentile = (waits: readonly number[], share: number): number => waits[Math.ceil(waits.length * share) - 1]!;
const percentiles = (waits: readonly number[]): string => [0.5, 0.95, 0.99, 1].map((share) => milliseconds(percentile(waits, share))).join(', ');

function cells({ name, rounds, waits, bareWaits, counts }: Figures): string[] {
  const ratio = median(rounds.map(([hub, bare]) => hub / bare));
  const p99 = percentile(waits, 0.99);
  return [
    name, whole(median(rounds.map(([hub]) => hub))), whole(median(rounds.map(([, bare]) => bare))), `× ${ratio.toFixed(2)}`, counts ? `≥ × ${leastRatio}: ${verdict(ratio >= leastRatio)}` : '–',
    percentiles(waits), percentiles(bareWaits), counts ? `p99 < ${mostLatency}: ${verdict(p99 < mostLatency)}` : '–',
  ];
}

/** A line for each; the ratio is the median of those of the rounds. */
export function table(all: readonly Figures[], rate: number): string {
  return [
    row(['', 'hub, writes/s', 'bare, writes/s', 'ratio', 'goal', `ms at ${rate}/s: p50, p95, p99, max`, 'bare', 'goal']),
    row(['---', ...Array<string>(7).fill('--:')]),
    ...all.map((figures) => row(cells(figures))),
  ].join('\n');
}
