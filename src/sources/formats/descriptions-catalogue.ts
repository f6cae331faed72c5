import type { Choice } from '../../model/dataset.js';
import type { Describe, Description } from './descriptions.js';
import { describeFailure } from './descriptions-failure.js';
import { describeOpendatasoft } from './descriptions-opendatasoft.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** What CKAN, Socrata, udata and Opendatasoft say about datasets, and their errors. */
export const describeCatalogue: Describe = (top, address) => describeFailure(top) ?? ckanOf(top, address) ?? socrataOf(top) ?? udataOf(top) ?? describeOpendatasoft(top, address);

const resourcesOf = (dataset: Json): Choice[] => objectsIn(dataset['resources']).flatMap((each) => resourceOf(each) ?? []);

function resourceOf({ url, id, latest, name, title, format }: Json): Choice | undefined {
  const link = textIn(latest) ?? textIn(url) ?? textIn(id);
  return link ? { name: link, title: textIn(title) ?? textIn(name), format: textIn(format) } : undefined;
}

function ckanOf(top: Json, { origin }: URL): Description | undefined {
  const { success, help, result } = top;
  // Harvesters keep what was within the answer.
  if (success !== true && !(typeof help === 'string' && result !== undefined)) return typeof top['metadata_modified'] === 'string' || textIn(top['package_id']) ? packageOf(top) : undefined;
  const base = /^(https?:\/\/.*?)\/api\//.exec(String(help))?.[1] ?? origin;
  // DKAN wraps what it finds into a list.
  const found = Array.isArray(result) && result.length === 1 && isObject(result[0]) ? (result[0] as unknown) : result;
  if (Array.isArray(found)) {
    const names = found.filter((name) => typeof name === 'string');
    if (names.length > 0) return { what: `a list of ${names.length} names of a CKAN`, advice: 'The address of one dataset is needed.', choices: names.map((name) => ({ name: `${base}/dataset/${name}`, title: name })) };
    return objectsIn(found).some(({ resources }) => Array.isArray(resources)) ? datasetsOf(found, base) : undefined;
  }
  if (!isObject(found)) return undefined;
  const results = objectsIn(found['results']);
  if (results.length > 0 && results.every((each) => textIn(each['url']) && textIn(each['package_id']))) return { what: `a list of ${results.length} resources of a CKAN`, advice: 'The address of one of them is needed.', choices: results.flatMap((each) => resourceOf(each) ?? []) };
  if (Array.isArray(found['results'])) return datasetsOf(results, base);
  return Array.isArray(found['packages']) ? datasetsOf(found['packages'], base) : packageOf(found);
}

function datasetsOf(list: unknown, base: string): Description {
  const choices = objectsIn(list).map(({ name, id, title }): Choice => ({ name: `${base}/dataset/${textIn(name) ?? String(id)}`, title: textIn(title) ?? textIn(name) }));
  return { what: `a list of ${choices.length} datasets of a CKAN`, advice: 'The address of one of them is needed.', choices };
}

function packageOf(found: Json): Description | undefined {
  if (Array.isArray(found['resources'])) return oneDataset('CKAN', found);
  const resource = resourceOf(found);
  if (found['package_id'] === undefined || !resource) return undefined;
  return { what: `the description of the resource “${resource.title ?? resource.name}” of a CKAN`, advice: `It is there as ${resource.format ?? 'a file'}, at ${resource.name}.`, choices: [resource] };
}

function oneDataset(portal: string, dataset: Json): Description {
  const choices = resourcesOf(dataset);
  const formats = [...new Set(choices.map(({ format }) => format ?? '?'))].join(', ');
  return { what: `the description of the dataset “${textIn(dataset['title']) ?? textIn(dataset['name']) ?? ''}” of a ${portal}`, advice: choices.length > 0 ? `It is there as ${formats}: the address of one of these is needed.` : 'It has no files.', choices };
}

function socrataOf({ id, name, columns, viewType, displayType, tableId, results, resultSetSize }: Json): Description | undefined {
  if (typeof id === 'string' && /^\w{4}-\w{4}$/.test(id) && (viewType ?? displayType ?? tableId ?? columns) !== undefined) {
    return { what: `the description of the dataset “${textIn(name) ?? id}” of a Socrata portal`, advice: `Its rows, of ${objectsIn(columns).length} columns, are at /resource/${id}.json on that portal.`, choices: [{ name: id, title: textIn(name), format: textIn(displayType) ?? textIn(viewType) }] };
  }
  if (!Array.isArray(results) || typeof resultSetSize !== 'number') return undefined;
  const choices = objectsIn(results).flatMap(({ resource, permalink, link }): Choice[] => (isObject(resource) ? [{ name: textIn(permalink) ?? textIn(link) ?? String(resource['id']), title: textIn(resource['name']), format: textIn(resource['type']) }] : []));
  return { what: `a list of ${choices.length} datasets of Socrata portals`, advice: 'The address of one of them is needed.', choices };
}

/** A dataset of udata, a page of them, or a dump that keeps resources beside the dataset. */
function udataOf(top: Json): Description | undefined {
  if (typeof top['slug'] === 'string' && Array.isArray(top['resources'])) return oneDataset('udata portal', top);
  // The second API has the resources at an address of their own.
  if (typeof top['slug'] === 'string' && isObject(top['resources']) && textIn(top['resources']['href'])) {
    return { ...oneDataset('udata portal', top), advice: `Its resources are listed at ${textIn(top['resources']['href'])}.`, choices: [] };
  }
  const list = objectsIn(top['data'] ?? top['datasets']);
  if (list.length > 0 && 'next_page' in top && list.every(({ url, latest }) => textIn(url) && textIn(latest))) {
    return { what: `a list of ${list.length} resources of a udata portal`, advice: 'The address of one of them is needed.', choices: list.flatMap((each) => resourceOf(each) ?? []) };
  }
  const datasets = list.map((each) => (isObject(each['dataset']) ? { ...each['dataset'], resources: each['resources'] } : each) as Json);
  if (datasets.length === 0 || !datasets.every(({ resources, title }) => (Array.isArray(resources) || isObject(resources)) && typeof title === 'string')) return undefined;
  const choices = datasets.map(({ page, uri, slug, id, title }): Choice => ({ name: textIn(page) ?? textIn(uri) ?? textIn(slug) ?? String(id), title: textIn(title) }));
  return { what: `a list of ${choices.length} datasets of a udata portal`, advice: 'The address of one of them is needed.', choices };
}
