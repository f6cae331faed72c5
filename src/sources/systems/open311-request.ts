import type { Idea } from '../../model/idea.js';
import { htmlText } from '../formats/html-text.js';
import { isObject, momentOf, pointOf, textOf, type Json } from './answer.js';

/** Longer than this it is a text and no title. */
const longestTitle = 120;

/**
 * A request as an idea. It has no title: the first of several lines of its description is one, as hubs write it, else its
 * kind. What is closed is done, with the notes as the answer. A record without an id or a kind is none.
 */
export function requestIdea(record: unknown): Idea | undefined {
  if (!isObject(record)) return undefined;
  const request = plain(record);
  const id = textOf(request['service_request_id']);
  const description = htmlText(textOf(request['description']) ?? '').text;
  const kind = textOf(request['service_name']);
  const [first = '', ...rest] = description.split('\n');
  const titled = rest.length > 0 && first.length <= longestTitle;
  const title = titled ? first : (kind ?? (description.slice(0, longestTitle) || undefined));
  if (!id || !title) return undefined;
  const created = momentOf(request['requested_datetime']) ?? '';
  const updated = momentOf(request['updated_datetime']) ?? created;
  const point = pointOf(request['lat'], request['long']);
  const address = textOf(request['address']);
  const notes = textOf(request['status_notes']);
  return {
    id,
    title,
    text: titled ? rest.join('\n').trim() : description,
    place: point || address ? { ...point, ...(address ? { address } : {}) } : undefined,
    category: textOf(request['service_code']) ?? kind,
    status: textOf(request['status'])?.toLowerCase() === 'closed' ? 'done' : 'open',
    supports: 0,
    created,
    updated,
    answer: notes ? { text: htmlText(notes).text, by: responsible(request['agency_responsible']), at: updated } : undefined,
  };
}

/** FixMyStreet writes each value as a list of one. */
function plain(request: Json): Json {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value]));
}

function responsible(agency: unknown): string | undefined {
  if (!isObject(agency)) return textOf(agency);
  return [agency['recipient']].flat(2).flatMap((each) => textOf(each) ?? []).join(', ') || undefined;
}
