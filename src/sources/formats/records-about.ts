import type { About } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { momentOf } from './moment.js';
import { isObject, textIn, type Json } from './records-item.js';

/** What stands beside a list about it, under the names that publishers use; the nearest wins. */
export function aboutBeside(around: readonly Json[]): About {
  const first = <T>(read: (object: Json) => T | undefined): T | undefined => around.map(read).find((value) => value !== undefined);
  const said = (names: string): string | undefined => first((object) => names.split(' ').map((name) => textIn(object[name])).find(Boolean));
  return {
    title: said('title label titel titre titulo titolo'),
    description: said('description notes beschreibung descripcion descrizione'),
    publisher: said('publisher provider author organization organisation') ?? first(({ publisher, author, organization, organisation }) => [publisher, author, organization, organisation].map(nameIn).find(Boolean)),
    licence: first(licenceIn),
    updated: first(updatedIn),
    page: first((object) => safeWebUrl(['landingPage', 'landing_page', 'homepage', 'public_url'].map((name) => textIn(object[name])).find(Boolean))),
    attribution: said('attribution attributionText copyrightText copyright'),
  };
}

const nameIn = (value: unknown): string | undefined => (isObject(value) ? (textIn(value['title']) ?? textIn(value['name']) ?? textIn(value['value'])) : undefined);

function licenceIn(object: Json): About['licence'] {
  const said = object['license'] ?? object['licence'] ?? object['lizenz'] ?? object['license_title'] ?? object['licenseName'];
  const url = safeWebUrl(textIn(object['license_url'] ?? object['licenseUrl']) ?? (isObject(said) ? textIn(said['href'] ?? said['url']) : textIn(said)));
  const name = textIn(said) ?? (isObject(said) ? (textIn(said['name']) ?? textIn(said['title']) ?? textIn(said['term'])) : undefined) ?? url;
  return name ? { name, url } : undefined;
}

const times = ['updated', 'last_updated', 'lastUpdated', 'updated_at', 'updatedAt', 'lastUpdate', 'last_update', 'modified', 'dateModified', 'lastModified', 'last_modified', 'timestamp', 'generated', 'timeStamp', 'stand'];

function updatedIn(object: Json): number | undefined {
  return times.map((name) => momentIn(object[name])).find((time) => time !== undefined);
}

/** A moment of the time in which there is open data; other numbers count something else. */
export function momentIn(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^\s*\d{4}-\d\d/.test(value)) return undefined;
  const time = momentOf(value);
  return time !== undefined && time > 6e11 && time < 4e12 ? time : undefined;
}

const totals = ['total_count', 'nhits', 'numberMatched', 'totalFeatures', '@iot.count', '@odata.count', 'odata.count', 'resultSetSize', 'totalCount', 'total', 'totalElements', 'count'];

/** How many records there are in all, where what stands beside a list says so. */
export function totalBeside(around: readonly Json[]): number | undefined {
  for (const object of around) {
    for (const holder of [object, object['meta'], object['pagination']]) {
      const total = isObject(holder) ? totals.map((name) => holder[name]).find((count) => typeof count === 'number') : undefined;
      if (total !== undefined) return total as number;
    }
  }
  return undefined;
}
