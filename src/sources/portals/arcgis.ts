import type { Choice, Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { listOf, text, type Json } from './answer.js';
import { serviceAt, type ServiceAddress } from './arcgis-address.js';
import { askArcgis } from './arcgis-api.js';
import { hasRows, layerOf, type Layer } from './arcgis-layer.js';
import { readLayer, rowsOf } from './arcgis-rows.js';
import { tilesOf } from './arcgis-tiles.js';
import { Mismatch } from './mismatch.js';

/** More layers than these are not asked whether they have rows. */
const mostAsked = 12;

/** A layer of an ArcGIS server, or the first layer of a service that has rows, from the address of either or of a query. */
export async function readArcgis(address: URL, options: DatasetOptions): Promise<Dataset> {
  const at = serviceAt(address);
  if (!at) throw await listed(address, options);
  if (at.isAnswer) {
    const answer = new URL(address);
    answer.searchParams.set('f', 'json');
    return readFile(answer, options);
  }
  const read = at.layer === undefined ? await readService(at, options) : await readNumbered(at, at.layer, options);
  return { ...read, report: { ...read.report, portal: 'arcgis' } };
}

/** One layer by its number; of a group of layers, one of them. */
async function readNumbered(at: ServiceAddress, number: string, options: DatasetOptions): Promise<Dataset> {
  const layer = await described(at, number, options);
  const members = listOf(layer.described['subLayers']);
  if (hasRows(layer) || members.length === 0) return readLayer(layer, at, options);
  return readOneOf(members, at, options);
}

async function readService(at: ServiceAddress, options: DatasetOptions): Promise<Dataset> {
  const service = await askArcgis(at.service, tokenOf(at), options);
  const layers = [...listOf(service['layers']), ...listOf(service['tables'])];
  // A group has no rows of its own; those of its members are in the list as well.
  const members = layers.filter((layer) => !Array.isArray(layer['subLayerIds']) || layer['subLayerIds'].length === 0);
  const tiles = tilesOf(service, at);
  if (members.length === 0 && tiles) return tiles;
  if (members.length === 0 && !('layers' in service) && !('currentVersion' in service) && !('serviceDescription' in service)) throw new Mismatch(`${at.service} does not answer like an ArcGIS server.`);
  try {
    return await readOneOf(members, at, options);
  } catch (error) {
    // Pictures say less than rows, but more than nothing.
    if (tiles && !options.layer && error instanceof SourceError && error.reason === 'unknown') return tiles;
    throw error;
  }
}

/** The layer that is asked for by its number or its name, or the first that has rows. */
async function readOneOf(layers: readonly Json[], at: ServiceAddress, options: DatasetOptions): Promise<Dataset> {
  const choices = layers.map(choiceOf);
  const { layer: wanted } = options;
  const wished = wanted ? layers.filter(({ id, name }) => String(id) === wanted || name === wanted).slice(0, 1) : layers.slice(0, mostAsked);
  if (wanted && wished.length === 0) throw new SourceError('not-found', `${at.service} has no layer “${wanted}”.`, { choices });
  let failure: SourceError | undefined;
  for (const { id } of wished) {
    try {
      const layer = await described(at, String(id), options);
      const count = hasRows(layer) ? await rowsOf(layer, at.asked, options) : 0;
      if (count === 0 && layers.length > 1 && !wanted) continue;
      const { report, ...read } = await readLayer(layer, { asked: at.asked, count }, options);
      const others = choices.filter(({ name }) => name !== String(id));
      return { ...read, report: { ...report, choices: others.length > 0 ? others : undefined } };
    } catch (error) {
      if (!(error instanceof SourceError) || wanted || (error.reason !== 'unknown' && error.reason !== 'not-found' && error.reason !== 'refused')) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new SourceError('unknown', `No layer of ${at.service} has rows that can be asked for. Its operator can allow “Query” for it.`, { choices });
}

const choiceOf = ({ id, name, geometryType, type }: Json): Choice => ({ name: String(id), title: text(name), format: text(geometryType)?.replace('esriGeometry', '') ?? text(type) });
const tokenOf = ({ asked }: ServiceAddress): Readonly<Record<string, string>> => (asked['token'] ? { token: asked['token'] } : {});

async function described(at: ServiceAddress, number: string, options: DatasetOptions): Promise<Layer> {
  const url = `${at.service}/${number}`;
  const description = await askArcgis(url, tokenOf(at), options);
  if (!('name' in description) && !('fields' in description) && !('type' in description)) throw new Mismatch(`${url} does not answer like a layer of ArcGIS.`);
  return layerOf(url, description);
}

/** What a server, or a folder of it, has to offer. */
async function listed(address: URL, options: DatasetOptions): Promise<SourceError> {
  const { services, folders } = await askArcgis(address.origin + address.pathname, {}, options);
  if (!Array.isArray(services) && !Array.isArray(folders)) throw new Mismatch(`${address.href} does not list services.`);
  const root = `${address.origin}${/^.*\/services/i.exec(address.pathname)?.[0] ?? address.pathname}`;
  const choices = [
    ...listOf(services).map(({ name, type }): Choice => ({ name: `${root}/${String(name)}/${String(type)}`, title: text(name), format: text(type) })),
    ...(Array.isArray(folders) ? folders : []).map((folder): Choice => ({ name: `${root}/${String(folder)}`, title: String(folder), format: 'folder' })),
  ];
  return new SourceError('unknown', `${address.href} lists ${choices.length} services and folders: the address of one of them is needed.`, { choices });
}
