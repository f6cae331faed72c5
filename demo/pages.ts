import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { datasets, type CityDataset } from './datasets/index.js';
import { promiseCounts } from './promises.js';

interface Page {
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

export const pages: Readonly<Record<string, Page>> = {
  '/': { file: 'home', title: 'Elmhaven, the open city', description: 'Elmhaven publishes what it knows, asks what you think, and tells you what became of it.' },
  '/data.html': { file: 'data', title: 'Open data – Elmhaven', description: 'Elmhaven’s open data on maps, in lists and as files.' },
  '/try.html': { file: 'try', title: 'Any address – Elmhaven', description: 'Paste the address of any open data and see it on a map.' },
  '/say.html': { file: 'say', title: 'Have your say – Elmhaven', description: 'Propose an idea, support the ideas of others, rate a service.' },
  '/promises.html': { file: 'promises', title: 'Our promises – Elmhaven', description: 'What was promised, by whom, until when, and how far it is.' },
};

const missing: Page = { file: 'missing', title: 'Nothing here – Elmhaven', description: 'There is nothing at this address.' };

/** Markup that is complete already; everything else that is filled in is text and is escaped. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Values = Readonly<Record<string, string | number | Markup>>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const number = (value: number): string => value.toLocaleString('en');

/** Replaces each `{{name}}`; a name without a value is a mistake in the page. */
function filled(template: string, values: Values): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The page asks for “${name}”, which nothing fills in.`);
    return value instanceof Markup ? value.text : escaped(typeof value === 'number' ? number(value) : value);
  });
}

const template = (file: string): Promise<string> => readFile(new URL(`pages/${file}.html`, import.meta.url), 'utf8');

const day = (date: string): string => new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const entry = (term: string, text: string): string => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`;

function card({ id, title, description, publisher, licence, file, format, rows, unit }: CityDataset): string {
  return `<li class="card"><h3><a href="/dataset/${id}">${escaped(title)}</a></h3><p>${escaped(description)}</p>
    <dl>${entry('Publisher', publisher)}${entry('Licence', licence.name)}${entry('Content', `${number(rows)} ${unit}`)}</dl>
    <p class="files"><a href="/data/${file}" download>${format}<span class="visually-hidden"> of ${escaped(title)}</span></a></p></li>`;
}

const sources = new Markup(
  datasets.map(({ title, publisher, licence, source }) => `<li><a href="${escaped(source)}" rel="noopener">${escaped(publisher)}</a> (${escaped(title)}; ${escaped(licence.name.split(';')[0]!)})</li>`).join('\n          '),
);

async function framed(page: Page, path: string, origin: string, values: Values): Promise<string> {
  const main = new Markup(filled(await template(page.file), { ...values, origin }));
  // The subject of the rating stays the same whatever port the demonstration runs on.
  // By this a site that is told the address of a dataset finds what to show (oEmbed).
  const discovery = new Markup(path.startsWith('/dataset/') ? `<link rel="alternate" type="application/json+oembed" href="${escaped(`${origin}/hub/v1/oembed?url=${encodeURIComponent(origin + path)}`)}" title="${escaped(page.title)}">` : '');
  const frame = filled(await template('frame'), { discovery, title: page.title, description: page.description, subject: `https://elmhaven.example${path}`, sources, main });
  return frame.replace(`<li><a href="${path}"`, `$& aria-current="page"`);
}

async function numbers(): Promise<Values> {
  const rows = (id: string): number => datasets.find((each) => each.id === id)?.rows ?? 0;
  return {
    ...(await promiseCounts()),
    rows: datasets.reduce((sum, each) => sum + each.rows, 0),
    datasets: datasets.length,
    places: rows('world-places'),
    cards: new Markup(datasets.map(card).join('\n          ')),
  };
}

function datasetValues(entryOf: CityDataset): Values {
  const { id, title, description, publisher, licence, source, file, format, rows, unit, updated } = entryOf;
  return {
    id, title, description, publisher, source, file, format, rows, unit,
    licence: licence.name, licenceUrl: licence.url, sourceHost: new URL(source).host, updated: new Markup(updated ? entry('Updated', day(updated)) : ''),
  };
}

/** The page at a path, framed and filled in; `undefined` where there is none. */
export async function pageAt(path: string, origin: string): Promise<string | undefined> {
  if (Object.hasOwn(pages, path)) return framed(pages[path]!, path, origin, await numbers());
  const dataset = datasets.find(({ id }) => path === `/dataset/${id}`);
  if (!dataset) return undefined;
  const page = { file: 'dataset', title: `${dataset.title} – Elmhaven`, description: dataset.description };
  return framed(page, path, origin, datasetValues(dataset));
}

export function missingPage(origin: string): Promise<string> {
  return framed(missing, '/404', origin, {});
}

export function fingerprint(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
