import type { Choice } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { Describe, Description } from './descriptions.js';
import { objectsIn, textIn, type Json } from './records-item.js';

/** What an OGC API says about itself, its collections, or what went wrong. */
export const describeOgc: Describe = (top, address) => collectionsOf(top, address) ?? collectionOf(top, address) ?? landingOf(top, address) ?? otherOf(top) ?? errorOf(top);

const linkOf = (links: unknown, rel: RegExp, address: URL): string | undefined => {
  const found = objectsIn(links).filter((link) => rel.test(String(link['rel'])));
  const json = found.find(({ type }) => /json/.test(String(type))) ?? found.find(({ type }) => !type) ?? found[0];
  return safeWebUrl(textIn(json?.['href']), address.href);
};

function collectionsOf({ links, collections }: Json, address: URL): Description | undefined {
  // Some lists say nothing beside their collections; each of these has links of its own.
  if (!Array.isArray(collections) || !(Array.isArray(links) || (collections.length > 0 && objectsIn(collections).every((each) => Array.isArray(each['links']))))) return undefined;
  const base = linkOf(links, /^self$/, address) ?? address.href;
  const choices = objectsIn(collections).flatMap(({ id, name, title, links: own }): Choice[] => {
    const known = textIn(id) ?? textIn(name);
    // Some services write their links as if they stood nowhere.
    return known ? [{ name: linkOf(own, /^items$/, address) ?? `${new URL(base, address).href.replace(/[?#].*|\/$/g, '')}/${encodeURIComponent(known)}/items`, title: textIn(title) ?? known, format: 'OGC API – Features' }] : [];
  });
  return { what: `a list of ${choices.length} collections of an OGC API`, advice: 'The address of one of them is needed.', choices };
}

function collectionOf({ id, title, links, extent }: Json, address: URL): Description | undefined {
  const items = linkOf(links, /^items$/, address);
  if (typeof id !== 'string' || !items || extent === undefined) return undefined;
  return { what: `the description of the collection “${textIn(title) ?? id}” of an OGC API`, advice: `Its data is at ${items}.`, choices: [{ name: items, title: textIn(title) ?? id, format: 'OGC API – Features' }] };
}

function landingOf({ title, links, conformsTo }: Json, address: URL): Description | undefined {
  if (Array.isArray(conformsTo) && !linkOf(links, /(^|\/)data$/, address)) return { what: `the list of the ${conformsTo.length} standards that an OGC API keeps to`, advice: 'The address of the service is needed, or of one of its collections.' };
  const data = linkOf(links, /(^|\/)(data|collections)$/, address) ?? linkOf(links, /^items$/, address);
  if (!data) return undefined;
  return { what: `the landing page of the OGC API “${textIn(title) ?? ''}”`, advice: `Its collections are at ${data}.`, choices: [{ name: data, title: textIn(title), format: 'OGC API – Features' }] };
}

/** What stands beside the data of such services: their catalogues of pictures, and what a collection can be asked for. */
function otherOf({ stac_version: version, links, title, id, $schema: schema, properties }: Json): Description | undefined {
  if (version !== undefined && Array.isArray(links)) return { what: `a catalogue of pictures (STAC) “${textIn(title) ?? textIn(id) ?? ''}”`, advice: 'The address of a file that it names is needed.' };
  const isSchema = typeof schema === 'string' && /json-schema/.test(schema) && typeof properties === 'object' && properties !== null;
  return isSchema ? { what: `a description of the ${Object.keys(properties).length} properties that records have`, advice: 'The address of the records is needed.' } : undefined;
}

function errorOf(top: Json): Description | undefined {
  const { code, description, title, detail, status } = top;
  if (Object.keys(top).length > 6 || (textIn(description) ?? textIn(detail)) === undefined || (code === undefined && status === undefined)) return undefined;
  const said = [code ?? status, title, description ?? detail].filter(Boolean).join(', ').replace(/\.$/, '');
  return { what: `an error: ${said}`, advice: 'Its address, or what it asks for, is not right.', reason: /not.?found|404/i.test(said) ? 'not-found' : 'refused' };
}
