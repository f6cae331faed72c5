import { SourceError } from '../../../src/sources/source.js';
import { datasetsOf, type Described } from '../../../src/sources/portals/dcat-datasets.js';
import { graphOfJson } from '../../../src/sources/portals/dcat-json.js';
import { graphOfXml } from '../../../src/sources/portals/dcat-xml.js';
import { readXml } from '../../../src/sources/formats/xml.js';
import type { Input } from '../../../src/sources/source.js';
import type { Check, Outcome, Verdict } from '../check.js';
import { Complaints } from '../check.js';

/** What is described is elsewhere, and not to be reached here: the names must be there all the same, and the reason. */
function leads({ error, dataset }: Outcome, datasets: readonly Described[], complaints: Complaints): Verdict {
  const named = error?.choices ?? dataset?.report.choices ?? [];
  const wanted = datasets.length === 1 ? datasets[0]!.offers.map(({ name }) => name) : datasets.map(({ name }) => name);
  complaints.that(`the failure is a SourceError: ${String(error)}`, dataset !== undefined || error instanceof SourceError);
  const missing = wanted.filter((name) => !named.some((choice) => choice.name === name));
  complaints.that(`not named: ${missing.join(', ')}`, missing.length <= (dataset ? 1 : 0));
  complaints.that('two datasets have the same name', new Set(wanted).size === wanted.length);
  complaints.that('a dataset has no title', datasets.every(({ title }) => title));
  return complaints.all.length > 0 || !error ? complaints.all : { described: error.message };
}

/** The datasets in the list, and the distributions of each. */
export const dcatJson: Check = async (entry, outcome) => {
  const document: unknown = JSON.parse(new TextDecoder().decode(await outcome.bytes()));
  const datasets = datasetsOf(graphOfJson(document, outcome.address.href), outcome.address.href);
  const complaints = new Complaints();
  for (const { path, length } of (entry.must_find['record_arrays'] ?? []) as { path: string; length: number }[]) {
    if (/^\$\.(dcat:)?dataset$/.test(path)) complaints.equal('datasets', datasets.length, length);
    const index = /^\$\.(?:dcat:)?dataset\[(\d+)\]\.(?:dcat:)?distribution$/.exec(path)?.[1];
    if (index) complaints.equal(`distributions of dataset ${index}`, datasets[Number(index)]?.offers.length, length);
  }
  return leads(outcome, datasets, complaints);
};

/** As many datasets as there are elements of that name; distributions belong to one of them, or to nothing that a dataset names. */
export const dcatXml: Check = async (entry, outcome) => {
  const bytes = new Uint8Array(await outcome.bytes());
  const input: Input = { address: outcome.address, type: '', head: bytes.subarray(0, 65_536), body: new Blob([bytes]).stream() };
  const root = await readXml(input);
  const datasets = root ? datasetsOf(graphOfXml(root, outcome.address.href), outcome.address.href) : [];
  const complaints = new Complaints();
  const counts: Readonly<Record<string, number>> = entry.must_find['counts'] ?? {};
  if (counts['Dataset'] !== undefined) complaints.equal('datasets', datasets.length, counts['Dataset']);
  const offers = datasets.flatMap((each) => each.offers);
  complaints.that(`no more than ${counts['Distribution']} distributions are offered: ${offers.length}`, counts['Distribution'] === undefined || offers.length <= counts['Distribution']);
  complaints.that('no distribution has an address', offers.length === 0 || offers.some(({ url }) => url));
  return leads(outcome, datasets, complaints);
};
