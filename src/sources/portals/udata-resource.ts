import type { About, Licence } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { openDataset } from '../open.js';
import { isObject, text, type Json } from './answer.js';
import type { Offer } from './offers.js';
import { plainText } from './plain-text.js';

/** Where data.gouv.fr has the rows of its tables. */
const tables = 'https://tabular-api.data.gouv.fr/api/resources';
/** Resources that say no format say at least how they are served. */
const nothing = /^(other|autre|unknown|inconnu|file|binary|octet-stream)$/i;

/** What a resource of udata offers: its file, and on data.gouv.fr its rows, should the file lie where nobody may read it. */
export function offerOf(record: Json, { hostname }: URL): Offer {
  const id = text(record['id']) ?? text(record['url']) ?? '?';
  const size = Number(record['filesize']);
  const extras = isObject(record['extras']) ? record['extras'] : ({} as Json);
  const format = text(record['format']);
  const isStored = /(^|\.)data\.gouv\.fr$/.test(hostname) && (extras['analysis:parsing:finished_at'] !== undefined || (text(record['preview_url']) ?? '').includes('explore.data.gouv.fr'));
  return {
    name: id,
    title: text(record['title']),
    format: format && !nothing.test(format) ? format : undefined,
    type: text(record['mime']) ?? text(extras['analysis:mime-type']),
    url: text(record['url']) ?? text(record['latest']),
    size: size > 0 ? size : undefined,
    rows: isStored ? (options) => openDataset(`${tables}/${encodeURIComponent(id)}/data/csv/`, options) : undefined,
    fileFirst: true,
  };
}

/** What udata knows of a dataset and of the resource that was taken. */
export function aboutOf(dataset: Json, resource: Json | undefined, origin: string): About {
  const organization = isObject(dataset['organization']) ? dataset['organization'] : ({} as Json);
  const owner = isObject(dataset['owner']) ? dataset['owner'] : ({} as Json);
  const person = [text(owner['first_name']), text(owner['last_name'])].filter(Boolean).join(' ');
  const slug = text(dataset['slug']) ?? text(dataset['id']);
  const updated = Date.parse(text(resource?.['last_modified']) ?? text(dataset['last_update']) ?? text(dataset['last_modified']) ?? '');
  const frequency = text(dataset['frequency']);
  return {
    title: text(dataset['title']) ?? text(resource?.['title']),
    description: plainText(dataset['description']) ?? plainText(resource?.['description']),
    publisher: text(organization['name']) ?? (person || undefined),
    licence: licenceOf(text(dataset['license'])),
    updated: Number.isNaN(updated) ? undefined : updated,
    interval: frequency === 'unknown' ? undefined : frequency,
    page: safeWebUrl(text(dataset['page'])) ?? safeWebUrl(text(dataset['self_web_url'])) ?? (slug && `${origin}/datasets/${encodeURIComponent(slug)}/`),
    download: safeWebUrl(text(resource?.['latest'])) ?? safeWebUrl(text(resource?.['url'])),
  };
}

/** Licences as udata's portals number them; others are named by their number. */
const licences: Readonly<Record<string, Licence>> = {
  'fr-lo': { name: 'Licence Ouverte / Open Licence', url: 'https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf' },
  lov2: { name: 'Licence Ouverte / Open Licence 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence' },
  'odc-odbl': { name: 'Open Data Commons Open Database License (ODbL)', url: 'https://opendatacommons.org/licenses/odbl/summary/' },
  'odc-by': { name: 'Open Data Commons Attribution License', url: 'https://opendatacommons.org/licenses/by/summary/' },
  'odc-pddl': { name: 'Open Data Commons Public Domain Dedication and Licence (PDDL)', url: 'https://opendatacommons.org/licenses/pddl/summary/' },
  'cc-by': { name: 'Creative Commons Attribution', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc-by-sa': { name: 'Creative Commons Attribution Share-Alike', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'cc-zero': { name: 'Creative Commons CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

function licenceOf(id: string | undefined): Licence | undefined {
  if (id === undefined || id === 'notspecified') return undefined;
  return Object.hasOwn(licences, id) ? licences[id] : { name: id };
}
