/** Whether something is open at a moment, and when that changes; `change` is absent where it does not within a week. */
export interface Openness {
  readonly open: boolean;
  readonly change?: Date | undefined;
}

/** Minutes of the week, from Monday 0:00, in which it is open; one that goes on after Sunday is longer than the week. */
type Spans = readonly (readonly [from: number, to: number])[];

/** What is longer is a story. */
const longest = 300;

const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const [day, week] = [1440, 10_080];
const dayNames = '(?:mo|tu|we|th|fr|sa|su|ph)';
const dayList = `${dayNames}(?:\\s*-\\s*${dayNames})?(?:\\s*,\\s*${dayNames}(?:\\s*-\\s*${dayNames})?)*`;
const time = '\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}';
const rule = new RegExp(`^(?:(${dayList})\\s*:?\\s*)?(${time}(?:\\s*,\\s*${time})*|off|closed|24/7|open)?$`);

/**
 * What opening hours in the syntax of OpenStreetMap (https://wiki.openstreetmap.org/wiki/Key:opening_hours) say of a moment on
 * the reader's clock. Days, times and `off` are understood, as most places have them; what has months, sunsets, comments or
 * words of a language gives `undefined`, so that nobody stands before a closed door. Of public holidays nothing is known.
 */
export function opennessAt(text: string, now: Date): Openness | undefined {
  if (text.length > longest) return undefined;
  const spans = spansOf(text.trim().toLowerCase().replace(/[–—]/g, '-'));
  if (!spans) return undefined;
  const minute = ((now.getDay() + 6) % 7) * day + now.getHours() * 60 + now.getMinutes();
  const isOpen = (at: number): boolean => spans.some(([from, to]) => (at >= from && at < to) || (at + week >= from && at + week < to));
  const open = isOpen(minute);
  const edges = spans.flat().map((edge) => (edge - minute + 2 * week) % week).filter((away) => away > 0).sort((a, b) => a - b);
  // Where one span goes over into the next nothing changes.
  const away = edges.find((each) => isOpen((minute + each) % week) !== open);
  if (away === undefined) return { open };
  return { open, change: new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), now.getMinutes() + away) };
}

function spansOf(text: string): Spans | undefined {
  // A later rule is instead of what earlier ones say of its days; one after a comma is beside it.
  let spans: Spans = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    for (const [place, each] of part.split(new RegExp(`(?<=\\d|off|closed)\\s*,\\s*(?=${dayNames})`)).entries()) {
      const found = rule.exec(each.trim());
      if (!found || (!found[1] && !found[2])) return undefined;
      const which = found[1] ? daysOf(found[1]) : days.map((_, i) => i);
      const times = timesOf(found[2] ?? 'open');
      if (!times) return undefined;
      if (place === 0) spans = spans.filter(([from]) => !which.includes(Math.floor(from / day)));
      spans = [...spans, ...which.flatMap((one) => times.map(([from, to]) => [one * day + from, one * day + to] as const))];
    }
  }
  return /\w/.test(text) ? spans : undefined;
}

function daysOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = -1, last = first] = part.split('-').map((name) => days.indexOf(name.trim()));
    // Public holidays are none of the week's days.
    if (first < 0 || last < 0) return [];
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
  });
}

function timesOf(text: string): [number, number][] | undefined {
  if (text === 'off' || text === 'closed') return [];
  if (text === '24/7' || text === 'open') return [[0, day]];
  const times = text.split(',').map((part): [number, number] => {
    const [from = 0, to = 0] = part.split('-').map((each) => {
      const [hours = 0, minutes = 0] = each.split(':').map(Number);
      return hours * 60 + minutes;
    });
    return [from, to <= from ? to + day : to];
  });
  // 26:00 is 2:00 of the day after; what is later is a slip.
  return times.every(([from, to]) => from < day && to <= 2 * day) ? times : undefined;
}
