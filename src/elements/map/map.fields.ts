import type { Column, Dataset, Role } from '../../model/dataset.js';
import { plainText } from './map.text.js';

/** Which columns say what, for the list and the details. */
export interface Fields {
  /** What a row is called; `undefined` where it has no name. */
  readonly title: (row: number) => string | undefined;
  /** The column that says it. */
  readonly named: Column | undefined;
  /** Two or three columns that tell one place from another. */
  readonly telling: readonly Column[];
  /** All columns in the publisher's order but the title. */
  readonly others: readonly Column[];
  readonly role: (column: Column) => Role | undefined;
}

const tellingRoles: readonly Role[] = ['address', 'start', 'hours', 'capacity', 'free', 'description'];
const silentRoles: ReadonlySet<Role | undefined> = new Set<Role>(['id', 'title', 'category', 'image', 'link', 'email', 'phone', 'longitude', 'latitude', 'geometry', 'end']);

export function fieldsOf(dataset: Dataset): Fields {
  const { columns, roles } = dataset;
  const byRole = (name: Role): Column | undefined => columns[roles[name] ?? -1];
  const role = (column: Column): Role | undefined => (Object.keys(roles) as Role[]).find((each) => byRole(each) === column);
  const title = byRole('title') ?? columns.find((column) => column.type === 'text' && !silentRoles.has(role(column)));
  const known = tellingRoles.map(byRole).filter((column) => column !== undefined);
  const rest = columns.filter((column) => column !== title && !known.includes(column) && !silentRoles.has(role(column)) && isTelling(dataset, column)).sort((a, b) => Number(isFiled(a)) - Number(isFiled(b)));
  return {
    title: (row) => {
      const value = title?.value(row);
      return value === undefined ? undefined : plainText(String(value)) || undefined;
    },
    named: title,
    telling: [...known.filter((column) => column !== title), ...rest].slice(0, 3),
    others: columns.filter((column) => column !== title),
    role,
  };
}

/** A header as people read it: `opening_hours` is “Opening hours”. */
export function heading({ name }: Column): string {
  const words = name.replace(/[_\s]+/g, ' ').trim();
  return words === words.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** What a register or a program counts by tells people least. */
const isFiled = ({ name }: Column): boolean => /(^|[\W_])([fgo]?id|code|key|n[or]|num|shape.?(area|len.*))([\W_\d]|$)|objectid|num$/i.test(name);

/** Mostly there, short, and no code or address that only a machine reads. */
function isTelling({ length: all, statistics }: Dataset, column: Column): boolean {
  // Of statistics that counts which is shown first: in sixty years most numbers are missing.
  const rows = statistics?.rows;
  const length = rows?.length ?? all;
  const step = Math.max(1, Math.floor(length / 50));
  let [looked, there] = [0, 0];
  const different = new Set<number | string>();
  for (let row = 0; row < length; row += step) {
    looked += 1;
    const value = column.value(rows ? rows[row]! : row);
    if (value === undefined) continue;
    if (typeof value === 'string' && (value.length > 120 || /^(https?:|\{|\[|[\w-]{24,}$)/.test(value))) return false;
    there += 1;
    different.add(value);
  }
  return there > looked / 2 && (different.size > 1 || length === 1);
}
