import type { Column, Dataset, Role } from '../../model/dataset.js';
import { facetOf, type Facet } from '../../model/facet.js';

const first: readonly Role[] = ['category', 'start', 'end', 'free', 'capacity'];
const silent: ReadonlySet<Role> = new Set<Role>(['id', 'title', 'description', 'image', 'link', 'phone', 'email', 'address', 'hours', 'longitude', 'latitude', 'geometry']);
const saysCode = /(^|[\W_])(id|ids|uuid|code|key|nr|no|num|number|index|fid|oid|objectid|plz|zip|postcode|phone|lat|lon|lng|x|y)$/i;
/** As many rows as tell what a column is like. */
const looked = 2000;

const known = new WeakMap<Dataset, readonly Facet[]>();

/** What can be asked of a dataset, by the columns that mean most first; nothing that only tells rows apart. */
export function facetsOf(data: Dataset): readonly Facet[] {
  const facets = known.get(data) ?? found(data);
  known.set(data, facets);
  return facets;
}

function found(data: Dataset): Facet[] {
  const { columns, roles } = data;
  const taken = new Map((Object.entries(roles) as [Role, number][]).map(([role, index]) => [index, role]));
  const early = first.map((role) => roles[role]).filter((index) => index !== undefined);
  const order = [...new Set([...early, ...columns.keys()])].filter((index) => !silent.has(taken.get(index)!));
  return order.flatMap((index) => (early.includes(index) || isUseful(columns[index]!, data.length) ? kinds(data, index) : []));
}

function kinds(data: Dataset, index: number): Facet[] {
  const hours = facetOf(data, index, 'hours');
  const column = data.columns[index]!;
  // Of times of day and numbers of hours nothing else is to be said.
  if (hours && !facetOf(data, index, 'weekdays')) return [hours];
  const asked = [facetOf(data, index, 'values'), facetOf(data, index, 'ranges'), facetOf(data, index, 'weekdays'), hours];
  return asked.filter((facet): facet is Facet => facet !== undefined && (column.type !== 'category' || facet.size > 2));
}

/** Whether the values of a column are shared by rows, or are amounts. */
function isUseful(column: Column, length: number): boolean {
  if (column.type === 'text') return true;
  if (column.type === 'category') return column.labels.length > 1 && column.labels.length * 2 <= length && !column.labels.every((label) => label.length > 80 || /^https?:/.test(label));
  if (column.type === 'date' || !saysCode.test(column.name.trim())) return true;
  // What is called a number may still be a class, such as a road number.
  const different = new Set<number>();
  const rows = Math.min(length, looked);
  for (let row = 0; row < rows; row += 1) different.add(column.values[row]!);
  return different.size * 10 < rows;
}
