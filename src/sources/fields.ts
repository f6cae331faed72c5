import type { Dataset, Role } from '../model/dataset.js';
import { findRoles } from '../model/roles.js';
import { SourceError, type DatasetOptions } from './source.js';

const plain = (name: string): string => name.trim().toLowerCase();

/** Whether a column is one that is wanted, or a part of one, such as `name.de` of `name`. */
function isWanted(name: string, wanted: ReadonlySet<string>): boolean {
  const own = plain(name);
  return wanted.has(own) || [...wanted].some((each) => own.startsWith(`${each}.`));
}

/** The columns that are wanted, in lower case; `undefined` for all of them. */
function wantedNames({ fields }: DatasetOptions): ReadonlySet<string> | undefined {
  const names = (fields ?? []).map(plain).filter(Boolean);
  return names.length > 0 ? new Set(names) : undefined;
}

/** Which of the names that a service knows are wanted; `undefined` where all are, or none that it knows. */
export function chosenNames(names: readonly string[], options: DatasetOptions): readonly string[] | undefined {
  const wanted = wantedNames(options);
  const chosen = wanted && names.filter((name) => isWanted(name, wanted));
  return chosen && chosen.length > 0 ? chosen : undefined;
}

/** The dataset without the columns that are not wanted; its places stay. Throws `SourceError` where it has none of those that are. */
export async function onlyFields(dataset: Dataset, options: DatasetOptions): Promise<Dataset> {
  const wanted = wantedNames(options);
  const { columns, roles } = dataset;
  if (!wanted || columns.length === 0) return dataset;
  const kept = columns.flatMap((column, i) => (isWanted(column.name, wanted) ? [i] : []));
  if (kept.length === 0) throw new SourceError('not-found', `There is no column “${(options.fields ?? []).join('”, “')}”; there are: ${columns.map(({ name }) => name).slice(0, 40).join(', ')}.`, { choices: columns.map(({ name }) => ({ name })) });
  const known = Object.entries(roles).flatMap(([role, index]): [Role, number][] => (kept.includes(index) ? [[role as Role, kept.indexOf(index)]] : []));
  const left = kept.map((i) => columns[i]!);
  // What had a role that is left out may leave it to another.
  return { ...dataset, columns: left, roles: await findRoles(left, {}, Object.fromEntries(known)) };
}
