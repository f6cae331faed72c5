import type { Choice, Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { readJson } from './json-document.js';
import { momentIn } from './records-about.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';
import { componentsOf, type Component, type Structure } from './sdmx-structure.js';

/**
 * SDMX-JSON, versions 1 and 2, in series or flat: a row an observation, with what each dimension and attribute says of
 * it, in words and in codes, so that the table can be joined to shapes by code.
 */
export async function readSdmx(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { href } = input.address;
  const top = await readJson(input, options.signal);
  const data = isObject(top) && isObject(top['data']) ? top['data'] : (top as Json);
  const structures = isObject(data) ? [...objectsIn(data['structures']), ...objectsIn([data['structure']])] : [];
  const sets = (isObject(data) ? objectsIn(data['dataSets']) : []).map((set, i) => {
    const structure = structures[typeof set['structure'] === 'number' ? set['structure'] : 0] ?? structures[0] ?? {};
    return { set, structure, name: textIn(structure['name']) ?? String(i + 1), count: observationsIn(set) };
  });
  const [chosen] = sets.filter(({ name }) => !options.layer || name === options.layer).sort((a, b) => b.count - a.count);
  const choices = sets.filter((each) => each !== chosen).map(({ name }): Choice => ({ name }));
  const [error] = isObject(top) ? objectsIn(top['errors']) : [];
  if (!chosen && error && !options.layer) throw new SourceError('unreadable', `${href} is no data, but an error: ${textIn(error['title']) ?? textIn(error['detail']) ?? JSON.stringify(error).slice(0, 200)}.`);
  if (!chosen) throw new SourceError(options.layer ? 'not-found' : 'unreadable', `${href} has no set of data${options.layer ? ` “${options.layer}”` : ''}.`, { choices });
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  for (const record of records(chosen.set, componentsOf(chosen.structure))) {
    table.addRecord(record);
    await breath.pause();
  }
  const header = isObject(top) ? (top['meta'] ?? top['header']) : undefined;
  const { sender, prepared } = isObject(header) ? header : {};
  const about = { title: textIn(chosen.structure['name']), publisher: isObject(sender) ? textIn(sender['name']) : undefined, updated: momentIn(prepared), download: href };
  return tableDataset(table.finish(undefined), { report: { format: 'sdmx', choices: choices.length > 0 ? choices : undefined }, about }, options);
}

const seriesIn = (set: Json): readonly (readonly [string, Json])[] => (isObject(set['series']) ? Object.entries(set['series']).filter((entry): entry is [string, Json] => isObject(entry[1])) : []);
const observationsOf = (holder: Json): readonly (readonly [string, unknown])[] => (isObject(holder['observations']) ? Object.entries(holder['observations']) : []);
const observationsIn = (set: Json): number => seriesIn(set).reduce((sum, [, series]) => sum + observationsOf(series).length, observationsOf(set).length);

function* records(set: Json, structure: Structure): Generator<Json, void> {
  const { dimensions, attributes } = structure;
  const constant = [...described(dimensions.dataSet, dimensions.dataSet.map(() => 0)), ...described(attributes.dataSet, listOf(set['attributes']))];
  for (const [key, series] of seriesIn(set)) {
    const common = [...constant, ...described(dimensions.series, key.split(':').map(Number)), ...described(attributes.series, listOf(series['attributes']))];
    for (const [at, values] of observationsOf(series)) yield observation(common, at, values, structure);
  }
  for (const [at, values] of observationsOf(set)) yield observation(constant, at, values, structure);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

type Entry = readonly [string, unknown];

function observation(common: readonly Entry[], key: string, said: unknown, { dimensions, attributes, measures }: Structure): Json {
  const values = listOf(said);
  // The values come first, then the attributes, and annotations behind them.
  return Object.fromEntries([
    ...common,
    ...described(dimensions.observation, key.split(':').map(Number)),
    ...measures.map((name, i): Entry => [name, values[i]]),
    ...described(attributes.observation, values.slice(measures.length)),
  ]) as Json;
}

/** What places in lists of values, or values themselves, say. */
function described(components: readonly Component[], said: readonly unknown[]): Entry[] {
  return components.flatMap(({ name, codeName, values }, i): Entry[] => {
    const each = said[i];
    if (each === null || each === undefined) return [];
    const value = typeof each === 'number' ? values[each] : undefined;
    // Version 2 may write what is no code as it is.
    if (!value) return values.length > 0 && typeof each === 'number' ? [] : [[name, each]];
    return codeName && value.code !== undefined ? [[name, value.label], [codeName, value.code]] : [[name, value.label]];
  });
}
