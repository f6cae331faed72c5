import type { Choice, Dataset } from '../../model/dataset.js';
import { readJson } from '../formats/json-document.js';
import { readXml } from '../formats/xml.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { datasetsOf, type Described } from './dcat-datasets.js';
import { graphOfJson } from './dcat-json.js';
import { graphOfXml } from './dcat-xml.js';
import { rankedOffers, readBest } from './offers.js';

/** More datasets of a catalogue are not tried. */
const mostTried = 3;
/** More are no list that a person reads. */
const mostNamed = 500;

/** A catalogue or a dataset in JSON-LD, or the `data.json` that governments of the USA and Hub sites publish. */
export async function readDcatJson(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { href } = input.address;
  return readDescribed(datasetsOf(graphOfJson(await readJson(input, options.signal), href), href), input.address, options);
}

/** The same in RDF/XML. */
export async function readDcatXml(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { href } = input.address;
  const root = await readXml(input, options.signal);
  return readDescribed(root ? datasetsOf(graphOfXml(root, href), href) : [], input.address, options);
}

/** The dataset that `layer` names, or the first that can be read; the others are named. */
async function readDescribed(datasets: readonly Described[], { href }: URL, options: DatasetOptions): Promise<Dataset> {
  if (datasets.length === 0) throw new SourceError('unknown', `${href} describes no dataset.`);
  const wanted = options.layer ? datasets.filter(({ name, title }) => name === options.layer || title === options.layer).slice(0, 1) : [];
  const wished = wanted.length > 0 ? wanted : datasets.filter(({ offers }) => rankedOffers(offers).length > 0).slice(0, mostTried);
  const inner = wanted.length > 0 ? { ...options, layer: undefined } : options;
  let failure: unknown;
  for (const dataset of wished) {
    try {
      const { report, ...read } = await readOne(dataset, inner);
      const choices = [...(datasets.length > 1 ? choicesOf(datasets.filter((each) => each !== dataset)) : []), ...(report.choices ?? [])];
      return { ...read, report: { ...report, choices: choices.length > 0 ? choices : undefined } };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      failure ??= error;
    }
  }
  const [only] = datasets.length === 1 ? datasets : wanted;
  const choices = only ? only.offers.map(({ name, title, format }): Choice => ({ name, title, format })) : choicesOf(datasets);
  const why = failure instanceof SourceError ? failure.message : 'What it offers is in no form that can be read here.';
  const what = only ? `the dataset “${only.title ?? only.name}”` : `${datasets.length} datasets`;
  throw new SourceError(failure instanceof SourceError ? failure.reason : 'unknown', `${href} describes ${what}. ${why}`, { choices, cause: failure });
}

const choicesOf = (datasets: readonly Described[]): Choice[] => datasets.slice(0, mostNamed).map(({ name, title }) => ({ name, title, format: 'DCAT' }));

/** One dataset in its best form. */
export const readOne = ({ name, title, about, offers }: Described, options: DatasetOptions): Promise<Dataset> =>
  readBest(offers, { portal: 'dcat', what: `The dataset “${title ?? name}”`, about: () => about }, options);
