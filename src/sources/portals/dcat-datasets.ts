import type { About } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { Graph, Thing } from './dcat-graph.js';
import { isThing, localName } from './dcat-graph.js';
import type { Offer } from './offers.js';
import { plainText } from './plain-text.js';

/** A dataset as a catalogue describes it. */
export interface Described {
  /** What the option `layer` calls it. */
  readonly name: string;
  readonly title: string | undefined;
  readonly about: About;
  readonly offers: readonly Offer[];
}

/** The datasets that a graph describes, in its order: DCAT, DCAT-AP, DCAT-US and schema.org say the same in much the same words. */
export function datasetsOf(graph: Graph, base: string): readonly Described[] {
  const members = graph.things.filter(({ types }) => types.includes('Catalog') || types.includes('DataCatalog')).flatMap((catalogue) => graph.thingsOf(catalogue, 'dataset'));
  // The `data.json` of some governments names no types at all.
  const listed = members.length > 0 ? members : graph.things.flatMap((thing) => graph.thingsOf(thing, 'dataset'));
  const typed = graph.things.filter((thing) => thing.types.includes('Dataset')).map((thing) => graph.resolved(thing));
  // In the order of the list; things close before what they are in, so the graph has them in the order of the document.
  const all = new Set([...listed, ...typed].filter((thing) => thing.values.size > 0));
  // A series may have files of its own, and the oldest lists of governments name neither types nor a catalogue.
  const found = all.size > 0 ? [...all] : graph.things.filter((thing) => thing.values.has('distribution'));
  return distinct(found.map((thing, i) => describedOf(thing, i, graph, base)), found);
}

/** Two datasets may have one identifier: then what the graph calls them tells them apart, or their number. */
function distinct(datasets: readonly Described[], things: readonly Thing[]): readonly Described[] {
  const used = new Set<string>();
  return datasets.map((dataset, i) => {
    const name = [dataset.name, things[i]!.id, `${dataset.name} (${i + 1})`].find((each): each is string => each !== undefined && !used.has(each)) ?? String(i + 1);
    used.add(name);
    return name === dataset.name ? dataset : { ...dataset, name };
  });
}

function describedOf(thing: Thing, index: number, graph: Graph, base: string): Described {
  const distributions = graph.thingsOf(thing, 'distribution');
  const title = graph.text(thing, 'title', 'name', 'label');
  return {
    name: graph.text(thing, 'identifier') ?? thing.id ?? title ?? String(index + 1),
    title,
    about: aboutOf(thing, distributions, graph, base),
    offers: distributions.map((each, i) => offerOf(each, i, graph, base)),
  };
}

function offerOf(distribution: Thing, index: number, graph: Graph, base: string): Offer {
  const service = graph.thingsOf(distribution, 'accessService')[0];
  const said = graph.address(distribution, 'downloadURL', 'downloadUrl', 'contentUrl') ?? graph.address(distribution, 'accessURL', 'accessUrl') ?? graph.address(service, 'endpointURL', 'endpointUrl') ?? graph.address(distribution, 'url');
  const url = safeWebUrl(said, base);
  const size = Number(graph.text(distribution, 'byteSize', 'contentSize'));
  return {
    name: distribution.id ?? graph.text(distribution, 'identifier') ?? url ?? String(index + 1),
    title: graph.text(distribution, 'title', 'name', 'description'),
    format: formatOf(distribution, graph) ?? graph.text(service, 'conformsTo') ?? standardOf(graph.address(service, 'conformsTo')) ?? graph.text(service, 'title'),
    type: mediaTypeOf(distribution, graph),
    url,
    size: size > 0 ? size : undefined,
  };
}

/** `wfs` of `http://www.opengeospatial.org/standards/wfs`. */
const standardOf = (address: string | undefined): string | undefined => /\/(?:standards?|def\/serviceType\/ogc|serviceType)\/([\w-]+)\/?$/.exec(address ?? '')?.[1];

/** `CSV`, said as a word or as `http://publications.europa.eu/resource/authority/file-type/CSV`. */
function formatOf(distribution: Thing, graph: Graph): string | undefined {
  const said = graph.text(distribution, 'format');
  const id = (distribution.values.get('format') ?? []).find(isThing)?.id;
  const word = said ?? id;
  return word && /^(https?:\/\/|urn:)/.test(word) ? decoded(word.includes('media-types/') ? word.split('media-types/')[1]! : localName(word)) : word;
}

function mediaTypeOf(distribution: Thing, graph: Graph): string | undefined {
  const said = graph.text(distribution, 'mediaType', 'encodingFormat', 'fileFormat') ?? graph.address(distribution, 'mediaType');
  return said?.replace(/^.*media-types\//, '');
}

function aboutOf(thing: Thing, distributions: readonly Thing[], graph: Graph, base: string): About {
  const holders = [thing, ...distributions];
  const licence = (): About['licence'] => {
    for (const holder of holders) {
      const url = graph.address(holder, 'license', 'licence');
      const name = plainText(graph.text(holder, 'license', 'licence')) ?? (url && decoded(localName(url.replace(/\/$/, ''))));
      if (name && name.length <= 300) return { name: /^https?:/.test(name) ? decoded(localName(name.replace(/\/$/, ''))) || name : name, url: safeWebUrl(url) };
    }
    return undefined;
  };
  const interval = graph.text(thing, 'accrualPeriodicity') ?? graph.address(thing, 'accrualPeriodicity');
  return {
    title: graph.text(thing, 'title', 'name', 'label'),
    description: plainText(graph.text(thing, 'description', 'abstract')),
    publisher: graph.text(thing, 'publisher', 'creator'),
    licence: licence(),
    updated: timeOf(graph.text(thing, 'modified', 'dateModified') ?? graph.text(thing, 'issued', 'datePublished')),
    interval: interval && /^https?:/.test(interval) ? localName(interval) : interval,
    page: safeWebUrl(graph.address(thing, 'landingPage', 'page', 'url') ?? thing.id, base),
  };
}

function timeOf(said: string | undefined): number | undefined {
  const time = said && /^\d{4}-/.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
