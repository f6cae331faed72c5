import type { DataFile } from './data.js';
import { libraries, type Library } from './libraries.js';
import type { Figures } from './measure.js';

/** One figure of a table, and what it is to be. */
interface Measure {
  readonly name: string;
  readonly of: (figures: Figures) => number | undefined;
  /** The most that it may be, where the issue says one for this file. */
  readonly goal?: (file: DataFile, best: number) => number | undefined;
  /** Whom the goal is held against, where not against all. */
  readonly against?: (library: Library) => boolean;
  readonly show: (figures: Figures) => string;
}

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
const nothing = '–';

const measures: readonly Measure[] = [
  { name: 'bytes', of: ({ bytes }) => bytes, against: ({ lists = false }) => lists, goal: (_, best) => Math.min(110_000, best / 3), show: ({ bytes = 0 }) => `${(bytes / 1000).toFixed(0)} kB` },
  { name: 'first data', of: ({ first }) => first, goal: ({ rows, shape }, best) => (shape === 'points' && rows === 100_000 ? best / 3 : undefined), show: ({ first }) => (first === undefined ? nothing : `${milliseconds(first)} ms`) },
  {
    name: 'pan: median, p95, letting go', of: ({ pan }) => pan?.median, goal: () => 8,
    show: ({ pan }) => (pan ? `${milliseconds(pan.median)}, ${milliseconds(pan.p95)}, ${milliseconds(pan.end)} ms${pan.frames < 60 ? ` (${pan.frames} frames)` : ''}` : nothing),
  },
  { name: 'filter: redrawn, at work', of: ({ filter }) => filter, goal: () => 50, show: ({ filter, filterBusy = 0 }) => (filter === undefined ? nothing : `${milliseconds(filter)}, ${milliseconds(filterBusy)} ms`) },
  { name: 'longest task', of: ({ longest }) => longest, goal: () => 50, show: ({ longest }) => (longest === undefined ? nothing : longest === 0 ? '< 50 ms' : `${milliseconds(longest)} ms`) },
  { name: 'heap', of: ({ heap }) => heap, show: ({ heap }) => (heap === undefined ? nothing : `${heap.toFixed(0)} MB`) },
  { name: 'peak memory', of: ({ peak }) => peak, show: ({ peak }) => (peak === undefined ? nothing : `${peak.toFixed(0)} MB`) },
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What each library needs, what ours is to the best of the others, and to its goals. */
export function table(results: ReadonlyMap<string, Figures>, file: DataFile): string {
  const ours = results.get('civic');
  const peers = libraries.filter(({ entry }) => entry !== 'civic');
  const best = ({ of }: Measure, those = peers): number => Math.min(...those.map(({ entry }) => of(results.get(entry) ?? {}) ?? Infinity));
  const own = ({ of }: Measure): number => (ours && of(ours)) ?? Number.NaN;
  const ratio = (a: number, b: number): string => (Number.isFinite(a / b) ? `× ${(a / b).toFixed(2)}` : nothing);
  const goals = measures.map((measure) => {
    const goal = measure.goal?.(file, best(measure, peers.filter(measure.against ?? (() => true))));
    if (goal === undefined || !Number.isFinite(goal)) return nothing;
    const [value, unit] = measure.name === 'bytes' ? [`${(goal / 1000).toFixed(0)}`, 'kB'] : [milliseconds(goal), 'ms'];
    return Number.isNaN(own(measure)) ? `≤ ${value} ${unit}` : `≤ ${value} ${unit}: ${own(measure) <= goal ? 'met' : `missed, ${ratio(own(measure), goal)}`}`;
  });
  return [
    row(['', ...measures.map(({ name }) => name)]),
    row(['---', ...measures.map(() => '--:')]),
    ...libraries.flatMap(({ entry, name, webgl }) => {
      const figures = results.get(entry);
      return figures ? [row([`${name}${webgl ? ' *' : ''}${figures.missing ? `: ${figures.missing}` : ''}`, ...measures.map(({ show }) => show(figures))])] : [];
    }),
    row(['ours to the best peer', ...measures.map((measure) => ratio(own(measure), best(measure)))]),
    row(['goal', ...goals]),
  ].join('\n');
}
