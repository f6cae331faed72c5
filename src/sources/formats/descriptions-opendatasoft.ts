import type { Choice } from '../../model/dataset.js';
import type { Description } from './descriptions.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** A dataset of Opendatasoft, or a list of them, in any version of its API. */
export function describeOpendatasoft(top: Json, address: URL): Description | undefined {
  const wrapped = (each: Json): Json => (isObject(each['dataset']) ? each['dataset'] : each);
  const list = Array.isArray(top['results']) ? objectsIn(top['results']) : Array.isArray(top['datasets']) ? objectsIn(top['datasets']).map(wrapped) : [wrapped(top)];
  const datasets = list.flatMap((each) => {
    const id = textIn(each['dataset_id']) ?? textIn(each['datasetid']);
    return id && (Array.isArray(each['fields']) || isObject(each['metas'])) ? [{ id, metas: isObject(each['metas']) ? each['metas'] : {} }] : [];
  });
  if (datasets.length === 0 || datasets.length < list.length) return undefined;
  const choices = datasets.map(({ id, metas }): Choice => ({ name: `${address.origin}/explore/dataset/${id}/`, title: textIn(isObject(metas['default']) ? metas['default']['title'] : metas['title']) ?? id }));
  const what = choices.length === 1 ? `the description of the dataset “${choices[0]!.title}” of an Opendatasoft portal` : `a list of ${choices.length} datasets of an Opendatasoft portal`;
  return { what, advice: 'The address of its page, or of its records, is needed.', choices };
}
