import type { Choice, Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { readJson } from './json-document.js';
import { cubesIn, type Cube, type Dimension } from './jsonstat-cube.js';
import { aboutBeside, momentIn } from './records-about.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** More cells are no table that a page can hold. */
const most = 20_000_000;

/**
 * JSON-stat, versions 1 and 2: a row a cell, with what each dimension says of it, in words and in codes, so that the
 * table can be joined to shapes by code. A cell without a value is a row without one.
 */
export async function readJsonstat(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address } = input;
  const top = await readJson(input, options.signal);
  const cubes = isObject(top) ? [...cubesIn(top)].sort((a, b) => b.cells - a.cells) : [];
  const cube = options.layer ? cubes.find(({ name, dataset }) => name === options.layer || dataset['label'] === options.layer) : cubes[0];
  const others = cubes.filter((each) => each !== cube).map(({ name, dataset }): Choice => ({ name, title: textIn(dataset['label']), format: 'JSON-stat' }));
  if (!cube) throw nothing(top, others, input, options);
  const count = cube.dimensions.reduce((product, { codes }) => product * codes.length, 1);
  if (!(count <= Number.MAX_SAFE_INTEGER) || cube.cells > most) throw new SourceError('too-large', `The table at ${address.href} has ${Math.max(cube.cells, count)} cells; more than ${most} cannot be held.`);
  if (Array.isArray(cube.dataset['value']) && cube.cells > count) throw new SourceError('unreadable', `The table at ${address.href} has ${cube.cells} values for ${count} cells.`);
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  const record = recordOf(cube);
  for (const [cell, value] of cells(cube.dataset['value'])) {
    if (cell < count) table.addRecord(record(cell, value), placeOf(cube.dimensions, cell));
    else table.skip();
    await breath.pause();
  }
  const { dataset } = cube;
  const about = { ...aboutBeside([dataset]), publisher: textIn(dataset['source']), updated: momentIn(dataset['updated'] ?? dataset['lastUpdateDate']), download: address.href };
  return tableDataset(table.finish(undefined), { report: { format: 'jsonstat', choices: others.length > 0 ? others : undefined }, about }, options);
}

function nothing(top: unknown, others: readonly Choice[], { address }: Input, { layer }: DatasetOptions): SourceError {
  if (layer && others.length > 0) return new SourceError('not-found', `${address.href} has no table “${layer}”.`, { choices: others });
  const items = isObject(top) && isObject(top['link']) ? objectsIn(top['link']['item']) : [];
  const choices = items.flatMap(({ href, label }) => (textIn(href) ? [{ name: new URL(textIn(href)!, address).href, title: textIn(label), format: 'JSON-stat' }] : []));
  const what = choices.length > 0 ? `a collection of ${choices.length} tables that lie elsewhere: one of their addresses is needed` : 'JSON-stat without a table';
  return new SourceError('unknown', `${address.href} is ${what}.`, { choices });
}

/** The cells that are there, each with its place in the table. */
function* cells(value: unknown): Generator<readonly [number, unknown], void> {
  if (Array.isArray(value)) yield* value.entries();
  else for (const [cell, each] of Object.entries(value as Json)) yield [/^\d+$/.test(cell) ? Number(cell) : Number.POSITIVE_INFINITY, each];
}

/** Where in each dimension a cell lies: the last dimension changes fastest. */
function* categories(dimensions: readonly Dimension[], cell: number): Generator<readonly [Dimension, number], void> {
  let rest = cell;
  for (let i = dimensions.length - 1; i >= 0; i -= 1) {
    const dimension = dimensions[i]!;
    yield [dimension, rest % dimension.codes.length];
    rest = Math.floor(rest / dimension.codes.length);
  }
}

function recordOf({ dimensions: said, dataset }: Cube): (cell: number, value: unknown) => Json {
  const labels = said.map(({ label }) => label);
  const dimensions = said.map((each) => (labels.indexOf(each.label) === labels.lastIndexOf(each.label) ? each : { ...each, label: `${each.label} (${each.id})` }));
  const taken = new Set(dimensions.map(({ label }) => label));
  // Codes have a column of their own where they are not the words.
  const codeName = new Map(dimensions.filter(({ codes, labels }) => codes.some((code, i) => code !== labels[i])).map(({ id }) => [id, taken.has(id) ? `${id} code` : id]));
  const name = (wanted: string): string => (taken.has(wanted) ? `${wanted} of the cell` : wanted);
  const held = isObject(dataset['status']) && isObject(dataset['status']['value'] ?? undefined) ? dataset['status']['value'] : (dataset['status'] as Json | undefined);
  const status = isObject(held) && Array.isArray(held['value']) ? held['value'] : held;
  return (cell, value) => {
    const all = [...categories(dimensions, cell)].reverse();
    const unit = all.map(([{ units }, i]) => units[i]).find(Boolean);
    const entries = all.flatMap(([{ id, label, codes, labels }, i]): [string, unknown][] => [[label, labels[i]], ...(codeName.has(id) ? [[codeName.get(id)!, codes[i]] as [string, unknown]] : [])]);
    const why = typeof status === 'string' ? status : (status as readonly unknown[] | Json | undefined)?.[cell as never];
    return Object.fromEntries([...entries, [name('value'), value], [name('unit'), unit], [name('status'), why]]) as Json;
  };
}

/** A point, where a category of the cell is one. */
function placeOf(dimensions: readonly Dimension[], cell: number): unknown {
  for (const [{ coordinates }, i] of categories(dimensions, cell)) if (coordinates[i]) return { type: 'Point', coordinates: coordinates[i] };
  return undefined;
}
