import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

type Answer = Readonly<Record<string, unknown>>;

/** An answer that tells about data ends in an error that says what it is, and names what it offers. */
function describes(names: (answer: Answer, wanted: Facts) => readonly (string | undefined)[], reason = 'unknown'): Check {
  return async (entry, { dataset, error, bytes }) => {
    if (!error) return [`read as ${dataset?.report.format}, though it is no data`];
    const complaints = new Complaints();
    complaints.equal('reason', error.reason, reason);
    const answer = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as Answer;
    const wanted = names(answer, entry.must_find).filter((name) => name !== undefined);
    const offered = error.choices.flatMap(({ name, title }) => [name, title]);
    complaints.equal('not offered', wanted.filter((name) => !offered.includes(name)), []);
    complaints.equal('offers', error.choices.length, wanted.length);
    return complaints.all.length > 0 ? complaints.all : { described: error.message };
  };
}

const list = (value: unknown): readonly Record<string, never>[] => (Array.isArray(value) ? (value as Record<string, never>[]) : []);
const record = (value: unknown): Record<string, unknown> => (value ?? {}) as Record<string, unknown>;

export const arcgisLayer = describes(({ name }) => [String(name)]);
export const arcgisItem = describes(({ title }) => [String(title)]);
export const arcgisService = describes(({ layers, tables }) => [...list(layers), ...list(tables)].map(({ name }) => name));
export const ckanPackageSearch = describes(({ result }) => list(record(result)['results']).map(({ title, name }) => title || name));
export const ckanPackageShow = describes(({ result }) => list(record(Array.isArray(result) ? result[0] : result)['resources']).map(({ url }) => url));
export const ckanResourceShow = describes(({ result }, wanted) => [wanted['result.name'] ?? record(result)['name']]);
export const socrataView = describes(({ name }) => [String(name)]);
export const socrataDiscovery = describes(({ results }) => list(results).map(({ resource }) => record(resource)['name'] as string));
export const ogcCollections = describes(({ collections }) => list(collections).map(({ title, id }) => title || id));
export const ogcLanding = describes(({ title }) => [String(title)]);
export const ogcConformance = describes(() => []);
export const udata = describes(({ datasets, data, title, resources }) => {
  const all = list(datasets ?? data);
  if (all.length > 0) return all.map((each) => (record(each['dataset'] ?? each)['title'] as string));
  return title ? list(resources).map((each) => each['title']) : [];
});

/** The ids of rows are no rows; the error says how many there are. */
export const arcgisIds: Check = (entry, { dataset, error }) => {
  if (!error) return [`read as ${dataset?.report.format}, though it is no data`];
  const complaints = new Complaints();
  complaints.equal('reason', error.reason, 'unknown');
  complaints.that(`does not say how many: ${error.message}`, error.message.includes(` ${entry.must_find['objectIds']} `));
  return complaints.all.length > 0 ? complaints.all : { described: error.message };
};

/** The words of the portal come with the error. */
export const errorBody: Check = (entry, { dataset, error }) => {
  if (!error) return [`read as ${dataset?.report.format}, though it is an error`];
  const complaints = new Complaints();
  const { message, code } = entry.must_find as { message?: string; code?: string };
  complaints.equal('reason', error.reason, /not.?found|404/i.test(`${code} ${message}`) ? 'not-found' : 'refused');
  if (message) complaints.that(`does not say what the portal said: ${error.message}`, error.message.includes(message.replace(/\.$/, '')));
  return complaints.all.length > 0 ? complaints.all : { refused: error.message };
};
