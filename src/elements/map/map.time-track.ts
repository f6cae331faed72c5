import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import { facetOf } from '../../model/facet.js';
import { rangesOf, withRanges } from './map.asking.js';
import { written, type Cut } from './map.cut.js';
import { facetName, rangeName } from './map.facet-words.js';
import { heading } from './map.fields.js';
import type { Filtering } from './map.filtering.js';

/** What a slider moves along: steps of time, of which the map shows one, or one and all before it. */
export interface Track {
  readonly name: string;
  /** How many steps there are. */
  readonly steps: number;
  /** The step that is shown, or the last of several; `undefined` where nothing is left out. */
  readonly at: number | undefined;
  /** Whether all that is shown begins with the first step; `undefined` where no such thing can be asked. */
  readonly isFromFirst: boolean | undefined;
  /** What is shown, in words. */
  readonly words: string;
  /** How many rows each step would show. */
  readonly counts: Uint32Array | undefined;
  /** Of statistics the rows of all steps: a colour means the same in each of them. */
  readonly over?: Uint32Array;
  go(step: number, isFromFirst: boolean): void;
}

/** The column whose times are stepped through: that of the name; without a name the start of events, else the first that has dates. */
function columnOf({ columns, roles, statistics }: Dataset, name: string): number {
  const wanted = name.trim();
  if (wanted) return columns.findIndex((column) => column.name === wanted);
  const dimension = statistics?.dimensions.find(({ values }) => values.length > 1 && values.every((value) => typeof value === 'number' || /^(1[5-9]|20)\d\d\b/.test(value)));
  if (dimension) return dimension.column;
  return columns[roles.start ?? -1]?.type === 'date' ? roles.start! : columns.findIndex(({ type }) => type === 'date');
}

/** The steps of a dataset; `undefined` where it has no such column, or all rows are of one time. */
export function trackOf(data: Dataset, name: string, filtering: Filtering, cut: Cut | undefined, language: Language): Track | undefined {
  const index = columnOf(data, name);
  const dimension = data.statistics?.dimensions.findIndex(({ column }) => column === index) ?? -1;
  return dimension >= 0 ? cut && dimensionTrack(data, dimension, cut, language) : filterTrack(data, index, filtering, language);
}

/** Steps that are ranges of a column: the bars of its histogram. */
function filterTrack(data: Dataset, index: number, filtering: Filtering, language: Language): Track | undefined {
  const facet = facetOf(data, index, 'ranges');
  const bins = facet?.bins;
  if (!bins || bins.length < 2) return undefined;
  const { filter } = filtering;
  const ranges = rangesOf(filter, index);
  const [first, end] = [bins[0]![0], bins.at(-1)![1]];
  const last = Math.max(...ranges.map(([, below]) => below));
  const at = bins.findIndex(([, below]) => below >= last);
  return {
    name: facetName(data, facet, language),
    steps: bins.length,
    at: ranges.length === 0 ? undefined : at < 0 ? bins.length - 1 : at,
    isFromFirst: ranges.some(([from]) => from <= first),
    words: ranges.length === 0 ? language.say.mapTime.all(rangeName(facet, [first, end], language)) : ranges.map((range) => rangeName(facet, range, language)).join(', '),
    counts: filtering.counts(facet)?.subarray(1),
    go: (step, isFromFirst) => filtering.ask(withRanges(filtering.filter, index, [[isFromFirst ? first : bins[step]![0], bins[step]![1]]])),
  };
}

/** Of statistics each place has one value a step. */
function dimensionTrack(data: Dataset, nth: number, cut: Cut, language: Language): Track | undefined {
  const { columns, statistics } = data;
  const { column, values } = statistics!.dimensions[nth]!;
  cut.take(data);
  // The latest comes first where it is offered.
  const steps = [...values].reverse();
  const chosen = cut.at(nth);
  const said = (value: number | string): string => written(value, columns[column]!, language);
  return steps.length < 2 ? undefined : {
    name: heading(columns[column]!),
    steps: steps.length,
    at: chosen === undefined ? undefined : steps.indexOf(chosen),
    isFromFirst: undefined,
    words: chosen === undefined ? language.say.mapTime.all(language.say.mapExplorer.range(said(steps[0]!), said(steps.at(-1)!))) : said(chosen),
    counts: undefined,
    over: cut.along(nth),
    go: (step) => cut.choose(nth, steps[step]),
  };
}
