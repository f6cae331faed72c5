import type { Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import type { DatasetOptions } from '../source.js';

/** A question to Overpass, in whichever form it asks for its answer: JSON is what can be read. Areas come with their outlines. */
export async function readOverpassQuery(address: URL, options: DatasetOptions): Promise<Dataset> {
  const url = new URL(address);
  url.searchParams.set('data', inJson(url.searchParams.get('data') ?? ''));
  const read = await readFile(url, options);
  return { ...read, report: { ...read.report, portal: 'overpass' } };
}

/** The settings stand before the first statement. */
function inJson(query: string): string {
  const settings = /^\s*((?:\[[^\]]*\]\s*)+);/.exec(query);
  if (!settings) return `[out:json];${query.trimStart()}`;
  const said = /\[\s*out\s*:[^\]]*\]/;
  return query.replace(settings[1]!, said.test(settings[1]!) ? settings[1]!.replace(said, '[out:json]') : `[out:json]${settings[1]!}`);
}
