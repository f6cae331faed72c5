import type { Language } from '../../controllers/language.js';
import type { Dataset, DateColumn } from '../../model/dataset.js';
import { ago } from './map.ago.js';

/** When a row of values that change was observed, if it says so in the zone that it is in: a feed as a whole may be younger than what one sensor said last. */
function observedIn({ columns, roles, live }: Dataset): DateColumn | undefined {
  if (!live) return undefined;
  return columns.find((column, i): column is DateColumn => column.type === 'date' && !column.isLocal && i !== roles.start && i !== roles.end);
}

/** How old what a row says is: “2 minutes ago”. */
export function rowAge(data: Dataset, { tag }: Language): ((row: number) => string | undefined) | undefined {
  const column = observedIn(data);
  return column && ((row) => {
    const at = column.value(row);
    // Clocks differ by minutes; what lies further ahead is no observation.
    return at === undefined || at > Date.now() + 600_000 ? undefined : ago(Math.max(0, Date.now() - at), tag);
  });
}

/** The same beside the value of that column. */
export function ageOf(column: DateColumn, row: number, data: Dataset, language: Language): string | undefined {
  return column === observedIn(data) ? rowAge(data, language)?.(row) : undefined;
}
