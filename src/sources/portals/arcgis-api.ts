import { SourceError, type ReadOptions } from '../source.js';
import { askJson, isObject, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';

/** Longer addresses are cut off or refused on their way. */
const longest = 1800;

/** What an ArcGIS server answers. Its errors come with the status 200. Throws `SourceError`; `Mismatch` where it is no such server. */
export async function askArcgis(address: string, query: Readonly<Record<string, string>>, options: ReadOptions): Promise<Json> {
  const parameters = new URLSearchParams({ ...query, f: 'json' });
  const url = new URL(address);
  // A form is sent without asking whether it may be: servers of other sites need allow nothing for it.
  const isLong = address.length + String(parameters).length > longest;
  if (!isLong) url.search = String(parameters);
  const { body } = await askJson(url, options, isLong ? { method: 'POST', body: parameters } : undefined);
  if (!isObject(body)) throw new Mismatch(`${url.href} does not answer like an ArcGIS server.`);
  if (isObject(body['error'])) throw failure(body['error'], url);
  return body;
}

/** `{code: 400, message: "Invalid URL", details: […]}` as a sentence. */
function failure({ code, message, details }: Json, url: URL): SourceError {
  const said = [text(message), ...(Array.isArray(details) ? details.map(text) : [text(details)])].filter((part, i, all) => part && all.indexOf(part) === i).join(' ');
  const answer = `${url.origin}${url.pathname} answered ${String(code)}${said ? `: ${said}` : ''}`;
  if (code === 498 || code === 499 || code === 401 || code === 403) {
    return new SourceError('refused', `${answer}. It is not shared with everyone: its owner can share it publicly, or publish a copy as GeoJSON or CSV.`);
  }
  const isMissing = code === 404 || /invalid url|not found|does not exist|not started/i.test(said);
  return new SourceError(isMissing ? 'not-found' : 'refused', `${answer}.`);
}
