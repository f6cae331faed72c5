import type { About, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Json } from './answer.js';
import { repositoryOf } from './hosted-sign.js';
import { Mismatch } from './mismatch.js';
import { readBest, type Offer } from './offers.js';
import { plainText } from './plain-text.js';

/** What a repository says of a record: what can be read of it, and what is known. */
interface Found {
  readonly offers: readonly Offer[];
  readonly about: About;
}

/** A record of Zenodo, Figshare or a Dataverse, from the address of its page or of one of its files. */
export async function readRepository(address: URL, options: DatasetOptions): Promise<Dataset> {
  const [kind, id] = repositoryOf(address) ?? [];
  if (!kind || !id) throw new Mismatch(`${address.href} names no record.`);
  const url = new URL(kind === 'zenodo' ? `${address.origin}/api/records/${id}` : kind === 'figshare' ? `https://api.figshare.com/v2/articles/${id.replace('/', '/versions/')}` : `${address.origin}/api/datasets/:persistentId/?persistentId=${encodeURIComponent(id)}`);
  const { status, body } = await askJson(url, options);
  if (!isObject(body)) throw new Mismatch(`${url.href} does not answer like a repository.`);
  if (status >= 400) throw new SourceError(status === 404 || status === 410 ? 'not-found' : 'refused', `${url.href} answered ${status}${text(body['message']) ? `: ${text(body['message'])}` : ''}.`);
  const found = { zenodo: ofZenodo, figshare: ofFigshare, dataverse: ofDataverse }[kind](body, address);
  // The address of one file means that file.
  const shown = address.searchParams.get('file') ?? address.searchParams.get('preview_file') ?? '';
  const layer = options.layer ?? found.offers.find(({ name, title }) => name === shown || title === shown)?.name;
  return readBest(found.offers, { portal: kind, what: `The record “${found.about.title ?? id}”`, about: () => found.about }, { ...options, layer });
}

const sizeOf = (value: unknown): number | undefined => (Number(value) > 0 ? Number(value) : undefined);

function ofZenodo({ files, metadata, links }: Json, { origin }: URL): Found {
  const said = isObject(metadata) ? metadata : {};
  const id = isObject(links) ? text(links['self_html'] ?? links['html']) : undefined;
  const offers = listOf(files).map(({ key, filename, size, links: own }): Offer => {
    const name = text(key) ?? text(filename) ?? '';
    return { name, title: name, format: ending(name), size: sizeOf(size), url: safeWebUrl(isObject(own) ? text(own['self']) : undefined, origin) };
  });
  const licence = isObject(said['license']) ? text(said['license']['id']) : text(said['license']);
  return { offers, about: { title: text(said['title']), description: plainText(said['description']), publisher: peopleOf(said['creators'], 'name'), licence: licence ? { name: licence } : undefined, updated: timeOf(said['publication_date']), page: safeWebUrl(id) } };
}

function ofFigshare({ files, title, description, authors, license, modified_date: modified, url_public_html: page }: Json): Found {
  const offers = listOf(files).map(({ id, name, size, download_url: url, mimetype }): Offer => ({ name: String(id), title: text(name), format: ending(text(name)), type: text(mimetype), size: sizeOf(size), url: safeWebUrl(text(url)) }));
  const licence = isObject(license) ? text(license['name']) : undefined;
  return { offers, about: { title: text(title), description: plainText(description), publisher: peopleOf(authors, 'full_name'), licence: licence ? { name: licence, url: safeWebUrl(text((license as Json)['url'])) } : undefined, updated: timeOf(modified), page: safeWebUrl(text(page)) } };
}

function ofDataverse({ data }: Json, { origin, href }: URL): Found {
  const version = isObject(data) && isObject(data['latestVersion']) ? data['latestVersion'] : {};
  const offers = listOf(version['files']).flatMap(({ dataFile, label }): Offer[] => {
    if (!isObject(dataFile)) return [];
    const name = text(label) ?? text(dataFile['filename']);
    // Tables are kept in a form of their own; the file that somebody put there is the original.
    const original = dataFile['originalFileFormat'] === undefined ? '' : '?format=original';
    return [{ name: String(dataFile['id']), title: name, format: ending(text(dataFile['originalFileName']) ?? name), type: text(dataFile['contentType']), size: sizeOf(dataFile['filesize']), url: `${origin}/api/access/datafile/${String(dataFile['id'])}${original}` }];
  });
  const fields = isObject(version['metadataBlocks']) && isObject(version['metadataBlocks']['citation']) ? listOf(version['metadataBlocks']['citation']['fields']) : [];
  const licence = isObject(version['license']) ? version['license'] : undefined;
  return { offers, about: { title: text(fields.find(({ typeName }) => typeName === 'title')?.['value']), licence: text(licence?.['name']) ? { name: text(licence!['name'])!, url: safeWebUrl(text(licence!['uri'])) } : undefined, updated: timeOf(version['lastUpdateTime']), page: href } };
}

/** What a file is, by its name: repositories call most of theirs a stream of bytes. */
const ending = (name: string | undefined): string | undefined => /\.(\w{2,10})(?:\.(?:gz|zip))?$/.exec(name ?? '')?.[1];

const peopleOf = (list: unknown, name: string): string | undefined => listOf(list).flatMap((each) => text(each[name]) ?? []).slice(0, 3).join('; ') || undefined;

function timeOf(value: unknown): number | undefined {
  const time = Date.parse(text(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
