import type { About, Dataset, Role } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { Breath } from '../slices.js';
import { crsName } from '../crs-name.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { readJson } from './json-document.js';
import { areTurned, geometryOf, gridsOf, positionsOf } from './citadel-places.js';
import { momentIn } from './records-about.js';
import { isObject, objectsIn, textIn, type Json } from './records-item.js';

/** What Citadel's attributes mean, by the mark that each carries. */
const roleOf: Readonly<Record<string, Role>> = {
  '#Citadel_website': 'link', '#Citadel_email': 'email', '#Citadel_telephone': 'phone', '#Citadel_image': 'image', '#Citadel_openHours': 'hours',
  '#Citadel_parkCapacity': 'capacity', '#Citadel_parkSpaces': 'free', '#Citadel_eventStart': 'start', '#Citadel_eventEnd': 'end',
};

/** Citadel-JSON, the format of Citadel on the Move: points of interest, car parks and events, with positions as “latitude longitude”. */
export async function readCitadel(input: Input, options: DatasetOptions): Promise<Dataset> {
  const top = await readJson(input, options.signal);
  const dataset = isObject(top) && isObject(top['dataset']) ? top['dataset'] : {};
  const { poi } = dataset;
  if (!Array.isArray(poi)) throw new SourceError('unreadable', `${input.address.href} has no list of points of interest (dataset.poi).`);
  const table = new FeatureTable();
  const columns = new Columns();
  const breath = new Breath(options.signal);
  const grid = [...gridsOf(poi)].map(crsName).find((name) => name !== undefined);
  const turned = areTurned(poi);
  for (const [i, each] of (poi as readonly unknown[]).entries()) {
    if (!isObject(each)) table.skip();
    else {
      const positions = positionsOf(each);
      table.addRecord(columns.valuesOf(each), geometryOf(each, turned) ?? null);
      if (turned && positions) table.problems.note('swapped', i + 1);
    }
    await breath.pause();
  }
  const map = { ...columns.roles, ...options.map };
  return tableDataset(table.finish(grid), { report: { format: 'citadel' }, about: aboutOf(dataset, input.address) }, { ...options, map });
}

/** Attributes with the same mark are one column, whatever each point of interest calls them. */
class Columns {
  readonly roles: { [role in Role]?: string } = { id: 'id', title: 'title', description: 'description', category: 'category' };
  readonly #names = new Map<string, string>();
  readonly #taken = new Set(['id', 'title', 'description', 'category', 'address', 'postal', 'city']);

  valuesOf({ id, title, description, category, location, attribute }: Json): Json {
    const { address } = isObject(location) ? location : {};
    const { value, postal, city } = isObject(address) ? address : {};
    const attributes = objectsIn(attribute).flatMap((each): [string, unknown][] => (textIn(each['text']) || typeof each['text'] === 'number' ? [[this.#nameOf(each), each['text']]] : []));
    return Object.fromEntries([...Object.entries({ id, title, description, category, address: value, postal, city }), ...attributes]) as Json;
  }

  #nameOf({ tplIdentifier, term }: Json): string {
    const mark = textIn(tplIdentifier);
    const said = textIn(term) ?? mark?.replace('#Citadel_', '') ?? 'attribute';
    const key = mark ?? ` ${said}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    let name = said;
    for (let n = 2; this.#taken.has(name); n += 1) name = `${said} (${n})`;
    this.#taken.add(name);
    this.#names.set(key, name);
    const role = mark && Object.hasOwn(roleOf, mark) ? roleOf[mark] : undefined;
    if (role) this.roles[role] ??= name;
    return name;
  }
}

function aboutOf({ author, license, link, url, updated, updatefrequency, id, title, description }: Json, address: URL): About {
  const { href, term } = isObject(license) ? license : { href: undefined, term: license };
  // Some publishers took one for the other.
  const [page, name] = [href, term].map(textIn).sort((a, b) => Number(/^https?:/.test(b ?? '')) - Number(/^https?:/.test(a ?? '')));
  const licenceName = textIn(name) ?? page;
  return {
    title: textIn(title),
    description: textIn(description),
    publisher: isObject(author) ? textIn(author['value']) : undefined,
    licence: licenceName ? { name: licenceName, url: safeWebUrl(page) } : undefined,
    updated: timeOf(updated),
    interval: textIn(updatefrequency),
    page: [url, isObject(link) ? link['href'] : undefined, id].map((each) => safeWebUrl(textIn(each))).find(Boolean),
    download: address.href,
  };
}

/** `20121030T09:38:21-5:00` is what Citadel's own examples say, and `Apr 17, 2013 12:53:55 PM` what a program wrote. */
function timeOf(value: unknown): number | undefined {
  const [, year, month, day, time, hour, minutes] = /^(\d{4})(\d\d)(\d\d)T(\d\d:\d\d:\d\d)([+-]\d{1,2}):?(\d\d)$/.exec(String(value)) ?? [];
  if (year) return momentIn(`${year}-${month}-${day}T${time}${hour!.replace(/^([+-])(\d)$/, '$10$2')}:${minutes}`);
  const written = /^[A-Z][a-z]{2} \d{1,2}, \d{4}/.test(String(value)) ? Date.parse(String(value)) : Number.NaN;
  return momentIn(value) ?? (Number.isNaN(written) ? undefined : written);
}
