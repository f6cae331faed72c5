import type { Choice, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError, type DatasetOptions, type Input, type SourceReason } from '../source.js';
import { describeArcgis } from './descriptions-arcgis.js';
import { describeCatalogue } from './descriptions-catalogue.js';
import { describeOgc } from './descriptions-ogc.js';
import { readJson } from './json-document.js';
import { isObject, type Json } from './records-item.js';
import { readValue } from './records.js';

/** What an answer is that holds no data, and what it offers. */
export interface Description {
  /** For a sentence: `the description of the layer “Trees”`. */
  readonly what: string;
  /** What to do: a sentence. */
  readonly advice: string;
  /** `unknown` unless the answer is an error. */
  readonly reason?: SourceReason | undefined;
  readonly choices?: readonly Choice[] | undefined;
}

/** One family of answers: `undefined` for all others. */
export type Describe = (top: Json, address: URL) => Description | undefined;

const families: readonly Describe[] = [describeArcgis, describeCatalogue, describeOgc];

/**
 * An answer of a portal that somebody saved, or that stands at an address where no portal is expected: it tells about
 * data. What it names can be read by the option `layer`, where it has an address; else the error lists it all.
 */
export async function readDescription(input: Input, options: DatasetOptions): Promise<Dataset> {
  const top = await readJson(input, options.signal);
  const found = isObject(top) ? families.map((describe) => describe(top, input.address)).find(Boolean) : undefined;
  const lines = found ? undefined : linesOf(top);
  if (lines) {
    const bytes = new TextEncoder().encode(lines);
    return (await import('./csv.js')).readCsv({ ...input, charset: 'utf-8', size: bytes.length, head: bytes.subarray(0, 65_536), body: new Blob([bytes]).stream() }, options);
  }
  if (!found) return readValue(top, input, options);
  const { what, advice, reason = 'unknown', choices = [] } = found;
  const { layer } = options;
  const wanted = layer ? choices.find(({ name, title }) => name === layer || title === layer) : undefined;
  const url = safeWebUrl(wanted?.name);
  if (url) return (await import('../open.js')).openDataset(url, { ...options, layer: undefined });
  throw new SourceError(layer && !wanted && choices.length > 0 ? 'not-found' : reason, `${input.address.href} is ${what}. ${advice}`, { choices });
}

/** Rows that CKAN wrote as CSV or TSV into its JSON (`records_format=csv`), below the names of its fields. */
function linesOf(top: unknown): string | undefined {
  const result = isObject(top) && isObject(top['result']) ? top['result'] : {};
  const { records, fields, records_format: format } = result;
  if (typeof records !== 'string' || !Array.isArray(fields)) return undefined;
  const quoted = fields.map((field) => `"${String(isObject(field) ? field['id'] : field).replaceAll('"', '""')}"`);
  return `${quoted.join(format === 'tsv' ? '\t' : ',')}\n${records}`;
}
