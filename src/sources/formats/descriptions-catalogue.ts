import type { Choice } from '../../model/dataset.js';
import type { Describe, Description } from './descriptions.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** What CKAN, Socrata, udata and Opendatasoft say about datasets, and their errors. */
export const describeCatalogue: Describe = (top, address) => errorOf(top) ?? ckanOf(top, address) ?? socrataOf(top) ?? udataOf(top) ?? opendatasoftOf(top, address);

function errorOf({ success, error, message, code, error_code, ...rest }: Json): Description | undefined {
  const isCkan = success === false;
  const said = isObject(error) ? [error['__type'], error['message']] : [error_code ?? code, message ?? (typeof error === 'string' ? error : undefined)];
  const isError = isCkan || (error === true && typeof message === 'string') || (typeof error === 'string' && Object.keys(rest).length <= 3) || (typeof error_code === 'string' && typeof message === 'string');
  if (!isError) return undefined;
  const text = said.filter((part) => part !== undefined && part !== null && part !== '').map(String).join(': ').replace(/\.$/, '') || 'no success';
  return { what: `an error of a portal: ${text}`, advice: 'The dataset is not there, or not open.', reason: /not.?found|no (service|such)|cannot find|unknown.?dataset|404/i.test(text) ? 'not-found' : 'refused' };
}

const resourcesOf = (dataset: Json): Choice[] => objectsIn(dataset['resources']).flatMap((each) => resourceOf(each) ?? []);

function resourceOf({ url, id, latest, name, title, format }: Json): Choice | undefined {
  const link = textIn(latest) ?? textIn(url) ?? textIn(id);
  return link ? { name: link, title: textIn(title) ?? textIn(name), format: textIn(format) } : undefined;
}

function ckanOf({ success, help, result }: Json, { origin }: URL): Description | undefined {
  if (success !== true && !(typeof help === 'string' && result !== undefined)) return undefined;
  const base = /^(https?:\/\/.*?)\/api\//.exec(String(help))?.[1] ?? origin;
  // DKAN wraps what it finds into a list.
  const found = Array.isArray(result) && isObject(result[0]) ? (result[0] as unknown) : result;
  if (Array.isArray(found)) {
    const names = found.filter((name) => typeof name === 'string');
    return names.length > 0 ? { what: `a list of ${names.length} names of a CKAN`, advice: 'The address of one dataset is needed.', choices: names.map((name) => ({ name: `${base}/dataset/${name}`, title: name })) } : undefined;
  }
  if (!isObject(found)) return undefined;
  if (Array.isArray(found['results'])) {
    const choices = objectsIn(found['results']).map(({ name, id, title }): Choice => ({ name: `${base}/dataset/${textIn(name) ?? String(id)}`, title: textIn(title) ?? textIn(name) }));
    return { what: `a list of ${choices.length} datasets of a CKAN`, advice: 'The address of one of them is needed.', choices };
  }
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
  const list = objectsIn(top['data'] ?? top['datasets']);
  const datasets = list.map((each) => (isObject(each['dataset']) ? { ...each['dataset'], resources: each['resources'] } : each) as Json);
  if (datasets.length === 0 || !datasets.every(({ resources, title }) => (Array.isArray(resources) || isObject(resources)) && typeof title === 'string')) return undefined;
  const choices = datasets.map(({ page, uri, slug, id, title }): Choice => ({ name: textIn(page) ?? textIn(uri) ?? textIn(slug) ?? String(id), title: textIn(title) }));
  return { what: `a list of ${choices.length} datasets of a udata portal`, advice: 'The address of one of them is needed.', choices };
}

function opendatasoftOf(top: Json, address: URL): Description | undefined {
  const list = Array.isArray(top['results']) ? objectsIn(top['results']) : Array.isArray(top['datasets']) ? objectsIn(top['datasets']).map((each) => (isObject(each['dataset']) ? each['dataset'] : each)) : [top];
  const datasets = list.flatMap((each) => {
    const id = textIn(each['dataset_id']) ?? textIn(each['datasetid']);
    return id && (Array.isArray(each['fields']) || isObject(each['metas'])) ? [{ id, metas: isObject(each['metas']) ? each['metas'] : {} }] : [];
  });
  if (datasets.length === 0 || datasets.length < list.length) return undefined;
  const choices = datasets.map(({ id, metas }): Choice => ({ name: `${address.origin}/explore/dataset/${id}/`, title: textIn(isObject(metas['default']) ? metas['default']['title'] : metas['title']) ?? id }));
  const what = choices.length === 1 ? `the description of the dataset “${choices[0]!.title}” of an Opendatasoft portal` : `a list of ${choices.length} datasets of an Opendatasoft portal`;
  return { what, advice: 'The address of its page, or of its records, is needed.', choices };
}
