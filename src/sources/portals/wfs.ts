import type { Choice, Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { readXml } from '../formats/xml.js';
import { tableDataset } from '../table.js';
import { Mismatch } from './mismatch.js';
import { owsAddress, owsUrl } from './ows-address.js';
import { askCapabilities } from './ows-document.js';
import { wfsService, type WfsLayer, type WfsService } from './wfs-capabilities.js';
import { most, readPages } from './wfs-pages.js';
import { narrowed } from './wfs-properties.js';
import { hits, wfsQuery, type WfsQuery } from './wfs-query.js';

const root = /^WFS_Capabilities$/;
/** More layers are not counted to find the largest. */
const mostCounted = 6;

/** A layer of a WFS, from any of its addresses: the service's own, its capabilities, or some of its features. */
export async function readWfs(address: URL, options: DatasetOptions): Promise<Dataset> {
  const { base, query } = owsAddress(address);
  if (query.has('storedquery_id')) throw new Mismatch(`${address.href} is a stored query, which is read as it is.`);
  const service = wfsService(await capabilities(base, options));
  const asked = (query.get('typenames') ?? query.get('typename'))?.split(',')[0]?.replace(/[()]/g, '');
  return readService(base, service, asked, options);
}

/** The capabilities of a WFS that somebody saved: the service that they describe is asked. */
export async function readWfsCapabilities(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readXml(input, options.signal);
  const service = document && wfsService(document);
  if (!service?.url || !URL.canParse(service.url, input.address)) throw new SourceError('unknown', `${input.address.href} describes a WFS, but does not say where it is.`, { choices: choicesOf(service?.layers ?? []) });
  try {
    return await readService(owsAddress(new URL(service.url, input.address)).base, service, undefined, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof SourceError) || error.choices.length > 0) throw error;
    throw new SourceError(error.reason, `${input.address.href} describes a WFS, which could not be asked. ${error.message}`, { choices: choicesOf(service.layers), cause: error });
  }
}

async function capabilities(base: URL, options: DatasetOptions): ReturnType<typeof askCapabilities> {
  const quiet = { ...options, onProgress: undefined };
  try {
    return await askCapabilities(owsUrl(base, { SERVICE: 'WFS', REQUEST: 'GetCapabilities', VERSION: '2.0.0' }), root, quiet);
  } catch (error) {
    if (!(error instanceof SourceError) || error instanceof Mismatch || error.reason !== 'refused') throw error;
    try {
      // Servers that do not know a version should name another, but some say no.
      return await askCapabilities(owsUrl(base, { SERVICE: 'WFS', REQUEST: 'GetCapabilities' }), root, quiet);
    } catch (second) {
      throw second instanceof SourceError && second.reason === 'refused' ? new Mismatch(error.message) : second;
    }
  }
}

const choicesOf = (layers: readonly WfsLayer[], taken?: WfsLayer): Choice[] => layers.filter((layer) => layer !== taken).map(({ name, title }) => ({ name, title }));

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

async function readService(base: URL, service: WfsService, asked: string | undefined, options: DatasetOptions): Promise<Dataset> {
  const wanted = options.layer ?? asked;
  const { layers } = service;
  const named = wanted && (layers.find(({ name }) => name === wanted) ?? layers.find(({ name, title }) => title === wanted || local(name) === local(wanted)));
  if (wanted && !named) throw new SourceError('not-found', `The WFS at ${base.href} has no layer “${wanted}”; it has: ${layers.slice(0, 10).map(({ name }) => name).join(', ')}${layers.length > 10 ? ' …' : ''}.`, { choices: choicesOf(layers) });
  const layer = named || (await largest(base, service, options));
  if (!layer) throw new SourceError('unknown', `The WFS at ${base.href} offers no layers.`);
  const read = await readLayer(wfsQuery(base, service, layer), options);
  const choices = choicesOf(layers, layer);
  return { ...read, report: { ...read.report, choices: choices.length > 0 ? choices : undefined } };
}

/** The layer with most features, of the first few. */
async function largest(base: URL, service: WfsService, options: DatasetOptions): Promise<WfsLayer | undefined> {
  const [first, ...others] = service.layers.slice(0, mostCounted);
  if (!first || others.length === 0 || service.version === '1.0.0') return first;
  let [best, count] = [first, -1];
  for (const layer of [first, ...others]) {
    const found = (await hits(wfsQuery(base, service, layer), options)) ?? 0;
    if (found > count) [best, count] = [layer, found];
  }
  return best;
}

async function readLayer(query: WfsQuery, options: DatasetOptions): Promise<Dataset> {
  const { layer, service, base } = query;
  const total = await hits(query, options);
  const isNarrowed = [...base.searchParams.keys()].some((name) => /^(bbox|filter|cql_filter|featureid|resourceid)$/i.test(name));
  const view = options.view && !isNarrowed && (total ?? 0) > most ? options.view : undefined;
  const counted = view ? await hits(query, options, view) : total;
  const asking = await narrowed(query, options);
  const { features, isWhole, total: known } = await readPages(asking, counted, view, options).catch(async (error: unknown) => {
    options.signal?.throwIfAborted();
    // Not all know how to leave something out.
    if (asking !== query && error instanceof SourceError && /refused|unreadable/.test(error.reason)) return readPages(query, counted, view, options);
    throw error;
  }).catch(async (error: unknown) => {
    options.signal?.throwIfAborted();
    // What is listed does not always come: every WFS has GML.
    if (!query.format || !(error instanceof SourceError) || !/refused|unreadable/.test(error.reason)) throw error;
    return readPages(wfsQuery(base, service, layer, false), counted, view, options);
  });
  const { format, table, isDecided } = await features.finish(layer, query.crs, options);
  const missing = isWhole ? 0 : Math.max((known ?? 0) - table.read, 0);
  table.problems.add('beyond-limit', missing);
  const whole = view ? total : known;
  const report = {
    format,
    portal: 'wfs',
    total: whole !== undefined && whole > table.read ? whole : undefined,
    view,
    ...(isDecided ? { guessedCrs: true } : {}),
  };
  const download = owsUrl(base, { SERVICE: 'WFS', VERSION: service.version, REQUEST: 'GetFeature', [service.version === '2.0.0' ? 'TYPENAMES' : 'TYPENAME']: layer.name, OUTPUTFORMAT: query.format }).href;
  const about = { ...service.about, title: layer.title ?? layer.name, description: layer.description ?? service.about.description, download };
  return tableDataset(table, { report, about }, options);
}
