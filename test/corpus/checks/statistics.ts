import type { Column, Dataset } from '../../../src/model/dataset.js';
import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

const named = ({ columns }: Dataset, name: string): Column | undefined => columns.find((column) => column.name === name);
const present = (dataset: Dataset, name: string): number => Array.from({ length: dataset.length }, (_, row) => named(dataset, name)?.value(row)).filter((value) => value !== undefined).length;

/** Every table is read as it is asked for: a row a cell, a value where there is one, a column for each dimension. */
export const jsonstat: Check = async (entry, { dataset, error, open, bytes }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  const cubes = entry.must_find['datasets'] as readonly Facts[];
  const most = cubes.reduce((best, each) => Math.max(best, each['values']), 0);
  complaints.equal('the table with most cells', dataset.report.read, most);
  const tables = [dataset, ...(await Promise.all((dataset.report.choices ?? []).map(async ({ name }) => open({ layer: name }))))];
  complaints.equal('tables', tables.length, cubes.length);
  const top = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as Record<string, Facts>;
  const all = 'dimension' in top ? [top as unknown as Facts] : Object.values(top);
  for (const table of tables) {
    complaints.whole(table);
    const facts = cubes.find((each) => each['values'] === table.report.read);
    if (!facts) continue;
    complaints.equal('values', present(table, 'value'), facts['values'] - (facts['nulls'] ?? 0));
    const source = all.find((each) => JSON.stringify(each['id'] ?? each['dimension']?.id) === JSON.stringify(facts['id']));
    for (const [i, id] of (facts['id'] as readonly string[]).entries()) {
      const label: string = source?.['dimension']?.[id]?.label ?? id;
      complaints.equal(`cells with a category of “${id}”`, present(table, label), table.length);
      const different = new Set(Array.from({ length: table.length }, (_, row) => (named(table, `${id} code`) ?? (label === id ? named(table, id) : (named(table, id) ?? named(table, label))))?.value(row)));
      if (facts['value_form'] === 'list') complaints.equal(`codes of “${id}”`, different.size, Number(facts['size'][i]));
    }
  }
  return complaints.all;
};

/** A collection holds no table, but names them: they are offered. */
export const jsonstatCollection: Check = async (entry, { dataset, error, bytes }) => {
  const { link } = JSON.parse(new TextDecoder().decode(await bytes())) as { link: { item: readonly { href: string; label: string }[] } };
  const complaints = new Complaints();
  if ((entry.must_find['datasets'] as readonly unknown[]).length > 0) {
    if (!dataset) return [`not read: ${error?.message}`];
    complaints.whole(dataset);
    return complaints.all;
  }
  complaints.equal('the error', error?.reason, 'unknown');
  complaints.equal('choices', error?.choices.map(({ name, title }) => [name, title]), link.item.map(({ href, label }) => [href, label]));
  return complaints.all;
};

interface Message {
  readonly data?: Message;
  readonly dataSets?: readonly { readonly series?: Record<string, { readonly observations: Record<string, readonly unknown[]> }>; readonly observations?: Record<string, readonly unknown[]> }[];
  readonly structures?: readonly Facts[];
  readonly structure?: Facts;
}

export const sdmxJson: Check = async (_entry, { dataset, error, bytes }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const message = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as Message;
  const { dataSets = [], structures, structure } = message.data ?? message;
  const counts = dataSets.map((set) => [...Object.values(set.series ?? {}), set].map(({ observations = {} }) => Object.values(observations)).flat());
  const most = counts.reduce((best, each) => (each.length > best.length ? each : best), []);
  complaints.equal('observations', dataset.report.read, most.length);
  complaints.equal('format', dataset.report.format, 'sdmx');
  const firsts = most.map(([value]) => value).filter((value) => typeof value === 'number');
  const numbers = dataset.columns.flatMap((column) => (column.type === 'number' ? [[...column.values].filter((value) => !Number.isNaN(value)).reduce((sum, value) => sum + value, 0)] : [])).flat();
  complaints.that('no column holds the values', numbers.some((sum) => Math.abs(sum - firsts.reduce((total: number, value) => total + value, 0)) < 1e-6));
  const said: Facts = (structures?.[0] ?? structure)?.['dimensions'] ?? {};
  const dimensions = Object.values(said).flat() as readonly Facts[];
  const names = dataset.columns.map(({ name }) => name);
  for (const { id, name } of dimensions) complaints.that(`dimension ${id} has no column among ${names.join(', ')}`, names.some((each) => each === id || each === name || each === name?.en));
  return complaints.all;
};
