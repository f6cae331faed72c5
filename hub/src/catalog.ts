import type { Plan } from '../../src/model/commitment.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { mediaTypes } from './download.js';
import { hiddenStatuses } from './idea-store.js';
import { readTallies } from './rating-tally.js';

interface Parts {
  readonly database: Database;
  readonly plan: Plan;
  readonly config: HubConfig;
  /** Of the hub's `/v1`. */
  readonly address: string;
}

const authority = 'http://publications.europa.eu/resource/authority';
const fileTypes = { csv: 'CSV', geojson: 'GEOJSON', jsonld: 'JSON_LD' } as const;
const context = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#', geosparql: 'http://www.opengis.net/ont/geosparql#',
};

const named = (id: string) => ({ '@id': id });
const english = (text: string) => ({ '@language': 'en', '@value': text });

/** All files with what they hold, in DCAT-AP 2, so that a national portal can harvest them. */
export async function catalogOf({ database, plan, config, address }: Parts): Promise<object> {
  const { name, licence, minimum } = config;
  const shared = { publisher: { '@type': 'foaf:Agent', 'foaf:name': name }, contact: contactOf(config) };
  const dataset = (about: About): object => datasetOf(about, address, shared);
  const ideas = await database.selectFrom('ideas')
    .select(({ fn }) => [fn.min('created').as('from'), fn.max('created').as('to'), fn.max('updated').as('updated'), fn.min('lon').as('west'), fn.min('lat').as('south'), fn.max('lon').as('east'), fn.max('lat').as('north')])
    .where('status', 'not in', hiddenStatuses).executeTakeFirstOrThrow();
  const tallies = (await readTallies(database)).filter(({ n }) => n >= minimum);
  const datasets = [
    dataset({
      key: 'ideas', title: `Ideas: ${name}`, description: 'Ideas of citizens with their place, status, support and the official answer. No names of authors.', frequency: 'CONT', licence,
      period: [ideas.from, ideas.to], modified: ideas.updated, box: [ideas.west, ideas.south, ideas.east, ideas.north], files: ['ideas.csv', 'ideas.geojson', 'ideas.jsonld', 'open311/v2/requests.csv'],
    }),
    dataset({
      key: 'comments', title: `Comments on ideas: ${name}`, description: 'What citizens and the city say to ideas, which it names by id. No names of authors.', frequency: 'CONT', licence, files: ['comments.csv'],
    }),
    dataset({
      key: 'ratings', title: `Ratings: ${name}`, description: `How people rated pages and services: results with ${minimum} answers or more. People chose to answer; they are no sample.`, frequency: 'CONT', licence,
      period: [tallies.map(({ from }) => from).sort()[0], tallies.map(({ to }) => to).sort().at(-1)], files: ['ratings.csv', 'ratings.jsonld'],
    }),
    ...(plan.commitments.length === 0 ? [] : [dataset({
      key: 'commitments', title: plan.title ?? `Commitments: ${name}`, description: plan.description ?? 'What was promised, its milestones and what became of it, with the ideas that it came from.', frequency: 'IRREG', licence: plan.licence?.url ?? licence,
      modified: plan.updated, files: ['commitments.csv', 'milestones.csv', 'commitments.jsonld'],
    })]),
  ];
  return {
    '@context': context, '@id': `${address}/catalog.jsonld`, '@type': 'dcat:Catalog', 'dct:title': english(`Open data: ${name}`),
    'dct:description': english('What citizens say and what becomes of it: ratings, ideas and commitments.'), 'dct:publisher': shared.publisher, 'dct:license': licence && named(licence),
    'dcat:themeTaxonomy': named(`${authority}/data-theme`), 'dcat:dataset': datasets,
    'dcat:service': {
      '@id': `${address}/catalog.jsonld#open311`, '@type': 'dcat:DataService', 'dct:title': english('Ideas by Open311 GeoReport v2'), 'dct:conformsTo': named('http://wiki.open311.org/GeoReport_v2'),
      'dcat:endpointURL': named(`${address}/open311/v2`), 'dcat:endpointDescription': named(`${address}/openapi.json`), 'dcat:servesDataset': named(`${address}/catalog.jsonld#ideas`),
    },
  };
}

interface About {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly frequency: 'CONT' | 'IRREG';
  readonly licence: string | undefined;
  readonly files: readonly `${string}.${keyof typeof fileTypes}`[];
  readonly period?: readonly [from: string | null | undefined, to: string | null | undefined];
  readonly modified?: string | null | undefined;
  readonly box?: readonly (number | null)[];
}

function datasetOf({ key, title, description, frequency, licence, files, period: [from, to] = [undefined, undefined], modified, box = [null] }: About, address: string, { publisher, contact }: { publisher: object; contact: object }): object {
  return {
    '@id': `${address}/catalog.jsonld#${key}`, '@type': 'dcat:Dataset', 'dct:title': english(title), 'dct:description': english(description), 'dct:publisher': publisher, 'dcat:contactPoint': contact,
    'dct:identifier': `${address}/catalog.jsonld#${key}`, 'dcat:theme': named(`${authority}/data-theme/GOVE`), 'dct:accrualPeriodicity': named(`${authority}/frequency/${frequency}`), 'dct:accessRights': named(`${authority}/access-right/PUBLIC`),
    'dct:modified': modified ? { '@type': modified.length > 10 ? 'xsd:dateTime' : 'xsd:date', '@value': modified } : undefined,
    'dct:temporal': from && to ? { '@type': 'dct:PeriodOfTime', 'dcat:startDate': dateOf(from), 'dcat:endDate': dateOf(to) } : undefined,
    'dct:spatial': box.includes(null) ? undefined : { '@type': 'dct:Location', 'dcat:bbox': { '@type': 'geosparql:wktLiteral', '@value': polygon(box as readonly number[]) } },
    'dcat:distribution': files.map((file) => distribution(file, licence, address)),
  };
}

/** A file alone has no page, so that both addresses are its own, as DCAT-AP asks for. */
function distribution(file: About['files'][number], licence: string | undefined, address: string): object {
  const ending = file.split('.').at(-1) as keyof typeof fileTypes;
  const url = named(`${address}/${file}`);
  return {
    '@id': `${address}/catalog.jsonld#${file}`, '@type': 'dcat:Distribution', 'dct:title': english(file), 'dcat:accessURL': url, 'dcat:downloadURL': url,
    'dcat:mediaType': named(`http://www.iana.org/assignments/media-types/${mediaTypes[ending]}`), 'dct:format': named(`${authority}/file-type/${fileTypes[ending]}`), 'dct:license': licence && named(licence),
  };
}

const dateOf = (moment: string) => ({ '@type': 'xsd:date', '@value': moment.slice(0, 10) });

function polygon([west, south, east, north]: readonly number[]): string {
  return `POLYGON((${[[west, south], [east, south], [east, north], [west, north], [west, south]].map((corner) => corner.join(' ')).join(',')}))`;
}

function contactOf({ name, contact }: HubConfig): object {
  const where = contact === undefined ? {} : contact.includes('@') && !contact.includes('/') ? { 'vcard:hasEmail': named(`mailto:${contact}`) } : { 'vcard:hasURL': named(contact) };
  return { '@type': 'vcard:Organization', 'vcard:fn': name, ...where };
}
