import type { About } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { isObject, listOf, text, type Json } from './answer.js';
import type { Offer } from './offers.js';
import { plainText } from './plain-text.js';
import type { StoredField } from './stored-labels.js';

export interface Described {
  readonly about: About;
  readonly fields: readonly StoredField[];
  /** The field that says where rows are: a shape rather than a point. */
  readonly place: { readonly name: string; readonly isShape: boolean } | undefined;
  /** The field that says so best in a question: a point rather than a shape. */
  readonly boxed: string | undefined;
  /** A field by which rows can stand in an order that stays, as good as it gets. */
  readonly order: string | undefined;
  /** How many rows there are in all. */
  readonly rows: number | undefined;
  readonly hasRows: boolean;
  /** What else there is: files beside the rows, and exports that are made elsewhere. */
  readonly offers: readonly Offer[];
}

/** What either API says of a dataset. */
export function describedOf(dataset: Json, base: string): Described {
  const metas = isObject(dataset['metas']) ? dataset['metas'] : ({} as Json);
  // The second API has the usual words in a group of their own.
  const usual = isObject(metas['default']) ? metas['default'] : metas;
  const all = listOf(dataset['fields']).flatMap((field) => (text(field['name']) ? [{ name: text(field['name'])!, label: text(field['label']), type: text(field['type']) ?? '' }] : []));
  const point = all.find(({ type }) => type === 'geo_point_2d');
  const shape = all.find(({ type }) => type === 'geo_shape');
  const place = shape ?? point;
  const rows = Number(usual['records_count'] ?? Number.NaN);
  const sortable = all.filter(({ type }) => /^(text|int|double|date|datetime)$/.test(type));
  return {
    about: aboutOf(text(dataset['dataset_id']) ?? '', metas, usual, base),
    fields: all,
    place: place && { name: place.name, isShape: place === shape },
    boxed: (point ?? shape)?.name,
    order: (sortable.find(({ name }) => /(^|_)(id|uid|objectid|gml_id|code|identifiant|identifier)(_|$)/i.test(name)) ?? sortable[0])?.name,
    rows: Number.isFinite(rows) ? rows : undefined,
    hasRows: dataset['has_records'] !== false,
    offers: [...listOf(dataset['attachments']), ...listOf(dataset['alternative_exports'])].flatMap((each) => offerOf(each, base)),
  };
}

function aboutOf(id: string, metas: Json, usual: Json, base: string): About {
  const dcat = isObject(metas['dcat']) ? metas['dcat'] : ({} as Json);
  const licence = text(usual['license']);
  const updated = Date.parse(text(usual['data_processed']) ?? text(usual['modified']) ?? '');
  const attributions = [usual['attributions']].flat().map(text).filter(Boolean).join(', ');
  return {
    title: text(usual['title']),
    description: plainText(usual['description']),
    publisher: text(usual['publisher']),
    licence: licence ? { name: licence, url: safeWebUrl(text(usual['license_url'])) } : undefined,
    updated: Number.isNaN(updated) ? undefined : updated,
    interval: text(usual['update_frequency']) ?? text(dcat['accrualperiodicity']),
    page: id ? `${base}/explore/dataset/${encodeURIComponent(id)}/` : undefined,
    attribution: attributions || undefined,
  };
}

function offerOf(file: Json, base: string): Offer[] {
  const said = text(file['href']) ?? text(file['url']);
  // Uploads are named in a way of the portal's own.
  if (!said || said.startsWith('odsfile:')) return [];
  const url = safeWebUrl(said, base);
  return [{ name: text(file['id']) ?? said, title: text(file['title']), format: /\.(\w+)$/.exec(text(file['title']) ?? '')?.[1], type: text(file['mimetype']), url }];
}
