/** How long a bar of a calendar is; `years` are several. */
export type CalendarStep = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'years';

const hour = 3_600_000;
const day = 24 * hour;
/** The first Monday since 1970. */
const monday = 4 * day;
/** About as many bars as can be told apart on a phone. */
const most = 60;

/** How long about a step is, and the edge at or before a time that is `after` steps later. */
const steps: readonly (readonly [step: CalendarStep, length: number, edge: (time: number, after: number) => number])[] = [
  ['hour', hour, (time, after) => (Math.floor(time / hour) + after) * hour],
  ['day', day, (time, after) => (Math.floor(time / day) + after) * day],
  ['week', 7 * day, (time, after) => (Math.floor((time - monday) / (7 * day)) + after) * 7 * day + monday],
  ['month', 30.4 * day, (time, after) => monthEdge(time, after, 1)],
  ['quarter', 91.3 * day, (time, after) => monthEdge(time, after, 3)],
  ['year', 365.2 * day, (time, after) => monthEdge(time, after, 12)],
];

/** The edges of the finest steps of the calendar of which there are not too many; the last lies behind all times. */
export function calendarEdges(min: number, max: number): { readonly edges: readonly number[]; readonly step: CalendarStep } {
  const found = steps.find(([, length]) => (max - min) / length < most);
  const years = found ? 1 : yearsOf((max - min) / (365.2 * day) / most);
  const [step, , edge] = found ?? (['years', 0, (time: number, after: number): number => monthEdge(time, after, 12 * years)] as const);
  const edges = [edge(min, 0)];
  for (let after = 1; edges.at(-1)! <= max; after += 1) edges.push(edge(min, after));
  return { edges, step };
}

function monthEdge(time: number, after: number, months: number): number {
  const date = new Date(time);
  const month = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) + after;
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(Math.floor((month * months) / 12), (month * months) % 12, 1);
}

function yearsOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.max(2, [1, 2, 5, 10].find((factor) => factor * power >= least)! * power);
}
