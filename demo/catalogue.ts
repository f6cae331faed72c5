import { datasets, type CityDataset } from './datasets/index.js';

const iso = (date: string): string => `${date}T00:00:00`;

function resource({ id, title, file, format, updated }: CityDataset, origin: string): object {
  return {
    id: `${id}-file`,
    package_id: id,
    name: title,
    format,
    mimetype: format === 'CSV' ? 'text/csv' : 'application/geo+json',
    url: `${origin}/data/${file}`,
    ...(updated && { last_modified: iso(updated) }),
    datastore_active: false,
    state: 'active',
  };
}

function dataset(entry: CityDataset, origin: string): object {
  const { id, title, description, publisher, licence, source, updated } = entry;
  return {
    id,
    name: id,
    title,
    notes: description,
    organization: { id: publisher, name: publisher, title: publisher, is_organization: true },
    license_id: licence.id,
    license_title: licence.name,
    license_url: licence.url,
    isopen: true,
    url: source,
    ...(updated && { metadata_modified: iso(updated) }),
    num_resources: 1,
    resources: [resource(entry, origin)],
    state: 'active',
    type: 'dataset',
  };
}

const missing = { __type: 'Not Found Error', message: 'Not found' };

/**
 * The city's datasets as a CKAN portal answers for them (Action API 3), so that the address of a dataset page is enough
 * for a map: title, publisher, licence and date come along. `undefined` for actions that a demonstration does not need.
 */
export function catalogueAnswer(action: string, question: URLSearchParams, origin: string): Response | undefined {
  const id = question.get('id');
  const answers: Readonly<Record<string, () => unknown>> = {
    package_list: () => datasets.map((each) => each.id),
    package_search: () => ({ count: datasets.length, results: datasets.map((each) => dataset(each, origin)) }),
    package_show: () => datasets.filter((each) => each.id === id).map((each) => dataset(each, origin))[0],
    resource_show: () => datasets.filter((each) => `${each.id}-file` === id).map((each) => resource(each, origin))[0],
  };
  if (!Object.hasOwn(answers, action)) return undefined;
  const result = answers[action]?.();
  return result ? Response.json({ success: true, result }) : Response.json({ success: false, error: missing }, { status: 404 });
}
