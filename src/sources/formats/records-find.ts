import type { Choice } from '../../model/dataset.js';
import { headerBeside } from './records-header.js';
import { isHeader, isObject, type Header, type Json } from './records-item.js';

/** A list of records, wherever it lies in JSON. */
export interface FoundRecords {
  /** The members that lead to it, with dots between them. */
  readonly path: string;
  readonly count: number;
  readonly items: () => Iterable<unknown>;
  readonly header: Header | undefined;
  /** The objects that it lies in, the nearest first. */
  readonly around: readonly Json[];
}

/** Deeper than this are the parts of records, not the records. */
const deepest = 4;
/** Lists that tell about the data. They are records only where there are no others. */
const beside = /^(_?links?|fields?|columns?|cols|headers?|facets?|facet_groups|parameters?|params|meta(data)?|schema|errors?|warnings?|messages?|keywords|tags|licen[cs]es?|sources|contacts?|crs|help|pagination|sorts?|filters?|extensions?|@context)$/i;
/** Where lists are that have nothing in them. */
const usual = /^(results?|records|items|data|values?|features|rows|entries|elements|list|content|objects|entities|docs|hits)$/i;

/** The largest list of records in a document, and the others; `undefined` where there is none. */
export function findRecords(top: unknown, wanted: string | undefined): { readonly best: FoundRecords; readonly choices: readonly Choice[] } | undefined {
  const all = [...lists(top, [], [], 0)];
  const asked = wanted ? all.filter(({ path }) => path === wanted) : all.filter(({ path }) => !path.split('.').some((part) => beside.test(part)));
  // What went wrong is no data, and neither is where more is.
  const fitting = asked.length > 0 || wanted ? asked : all.filter(({ path, count }) => count > 0 && !/(^|\.)(_?links?|errors?)$/i.test(path));
  const best = fitting.reduce<FoundRecords | undefined>((most, each) => (!most || each.count > most.count ? each : most), undefined);
  const choices = (wanted ? all : fitting).filter((each) => each !== best && each.count > 0 && each.path !== '').map(({ path }) => ({ name: path }));
  return best && { best, choices };
}

function* lists(value: unknown, path: readonly string[], around: readonly Json[], depth: number): Generator<FoundRecords, void> {
  const found = { path: path.join('.'), around };
  if (Array.isArray(value)) {
    const header = mostly(value, isRow) ? headerOf(value, around) : undefined;
    if (mostly(value, isObject)) yield { ...found, count: value.length, items: () => value, header: undefined };
    else if (header === 'first row') yield { ...found, count: value.length - 1, items: () => value, header: undefined };
    else if (header) yield { ...found, count: value.length, items: () => value, header };
    else if (value.length === 0 && (path.length === 0 || usual.test(path.at(-1)!))) yield { ...found, count: 0, items: () => value, header: undefined };
    // The World Bank's answers are a list of two: what it says about the records, and the records.
    else if (value.length <= 4 && depth < deepest) for (const each of value) if (Array.isArray(each)) yield* lists(each, path, [...value.filter(isObject), ...around], depth + 1);
  } else if (isObject(value) && depth < deepest) {
    const columns = columnsIn(value);
    if (columns) yield { ...found, count: columns[0]![1].length, items: () => rowsOf(columns), header: undefined };
    else if (isDictionary(value)) yield { ...found, count: Object.keys(value).length, items: () => entries(value), header: undefined };
    else for (const key of Object.keys(value)) yield* lists(value[key], [...path, key], [value, ...around], depth + 1);
  }
}

const isRow = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 1;

/** Whether more than half of a list are so, as far as some of them show it. */
function mostly(list: readonly unknown[], test: (value: unknown) => boolean): boolean {
  const step = Math.max(1, Math.floor(list.length / 50));
  let [all, passed] = [0, 0];
  for (let at = 0; at < list.length; at += step) {
    all += 1;
    if (test(list[at])) passed += 1;
  }
  return passed * 2 > all;
}

function headerOf(rows: readonly unknown[], around: readonly Json[]): Header | 'first row' | undefined {
  const [first] = rows as readonly (readonly unknown[])[];
  const said = Array.isArray(first) ? headerBeside(around, first.length) : undefined;
  if (said) return said;
  return Array.isArray(first) && isHeader(first) && rows.length > 1 ? 'first row' : undefined;
}

/** Records by their ids: objects that have most of their members in common. */
function isDictionary(value: Json): boolean {
  const members = Object.values(value);
  if (members.length < 2 || !members.every(isObject)) return false;
  const [first, ...others] = members.slice(0, 20).map((member) => Object.keys(member as Json));
  if (!first || first.length < 2) return false;
  return others.every((keys) => keys.filter((key) => first.includes(key)).length * 2 > Math.max(first.length, keys.length));
}

/** Each record with the id that it is filed under, unless it has one itself. */
function* entries(dictionary: Json): Generator<Json, void> {
  for (const key of Object.keys(dictionary)) {
    const record = dictionary[key] as Json;
    const isGeojson = record['type'] === 'Feature';
    yield 'id' in record || isGeojson ? record : { id: key, ...record };
  }
}

type NamedColumn = readonly [name: string, cells: readonly unknown[]];

/** A table that was turned on its side: several lists, all as long, with nothing in them but values. */
function columnsIn(value: Json): readonly NamedColumn[] | undefined {
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const [first] = lists;
  if (!first || lists.length < 2 || lists.length * 2 < Object.keys(value).length || first[1].length < 3) return undefined;
  const isColumn = ([name, cells]: NamedColumn): boolean => !beside.test(name) && cells.length === first[1].length && cells.every((cell) => typeof cell !== 'object' || cell === null);
  return lists.every(isColumn) ? lists : undefined;
}

function* rowsOf(columns: readonly NamedColumn[]): Generator<Json, void> {
  for (let row = 0; row < columns[0]![1].length; row += 1) yield Object.fromEntries(columns.map(([name, cells]) => [name, cells[row]])) as Json;
}
