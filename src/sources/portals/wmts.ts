import type { Choice, Dataset, Tiles } from '../../model/dataset.js';
import { readXml } from '../formats/xml.js';
import { sourceUrl } from '../http.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { owsAddress, owsUrl } from './ows-address.js';
import { askCapabilities } from './ows-document.js';
import { tilesDataset } from './tiles-dataset.js';
import { wmtsService, type MatrixSet, type WmtsLayer, type WmtsService } from './wmts-capabilities.js';

/** Tiles of a WMTS, from its own address, its capabilities, or that of one of its tiles. */
export async function readWmts(address: URL, options: DatasetOptions): Promise<Dataset> {
  const { base, query } = owsAddress(address);
  const url = owsUrl(base, { SERVICE: 'WMTS', REQUEST: 'GetCapabilities', VERSION: '1.0.0' });
  const document = await askCapabilities(url, /^Capabilities$/, { ...options, onProgress: undefined });
  return tilesOf(wmtsService(document), base, query.get('layer'), options);
}

/** The capabilities of a WMTS that somebody saved, or that a service publishes as a file. */
export async function readWmtsCapabilities(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readXml(input, options.signal);
  const service = document && wmtsService(document);
  if (!service || service.layers.length === 0) throw new SourceError('unknown', `${input.address.href} describes a service of tiles, but names no layers.`);
  const base = service.url && URL.canParse(service.url, input.address) ? owsAddress(new URL(service.url, input.address)).base : undefined;
  return tilesOf(service, base, undefined, options, input.address);
}

const choicesOf = (layers: readonly WmtsLayer[], taken?: WmtsLayer): Choice[] => layers.filter((layer) => layer !== taken).map(({ name, title }) => ({ name, title }));

function tilesOf(service: WmtsService, base: URL | undefined, asked: string | undefined, options: DatasetOptions, file?: URL): Dataset {
  const { layers } = service;
  const where = base?.href ?? file?.href ?? '';
  const wanted = options.layer ?? asked;
  const named = wanted === undefined ? undefined : (layers.find(({ name }) => name === wanted) ?? layers.find(({ title }) => title === wanted));
  if (wanted !== undefined && !named) throw new SourceError('not-found', `The WMTS at ${where} has no layer “${wanted}”; it has: ${layers.slice(0, 10).map(({ name }) => name).join(', ')}${layers.length > 10 ? ' …' : ''}.`, { choices: choicesOf(layers) });
  const layer = named ?? layers.find((each) => setOf(service, each)) ?? layers[0];
  if (!layer) throw new SourceError('unknown', `The WMTS at ${where} offers no layers.`);
  const set = setOf(service, layer);
  if (!set) throw new SourceError('unknown', `The WMTS at ${where} has “${layer.name}” in ${layer.sets.map(({ name }) => name).slice(0, 5).join(', ') || 'no matrix set'} alone. Maps on the web need tiles in EPSG:3857 (Web Mercator, GoogleMapsCompatible).`, { choices: choicesOf(layers) });
  const format = ['png', 'webp', 'jpe?g', 'gif'].map((kind) => layer.formats.find((each) => new RegExp(`^image/(vnd\\.\\w+\\.)?${kind}`, 'i').test(each))).find(Boolean);
  if (!format) throw new SourceError('unknown', `The WMTS at ${where} has “${layer.name}” as ${layer.formats.join(', ')}, not as pictures.`, { choices: choicesOf(layers) });
  const url = template(layer, set, format, base, file);
  if (!url) throw new SourceError('unknown', `The WMTS at ${where} does not say where the tiles of “${layer.name}” are.`, { choices: choicesOf(layers) });
  const tiles: Tiles = { kind: 'wmts', url, format, bounds: layer.box, minZoom: set.zooms[0], maxZoom: set.zooms.at(-1), legend: layer.legend };
  const { about } = service;
  return tilesDataset(tiles, { ...about, title: layer.title ?? about.title, description: layer.description ?? about.description }, choicesOf(layers, layer));
}

/** The first of the layer's matrix sets that web maps can use, with the levels that the layer fills. */
function setOf({ sets }: WmtsService, layer: WmtsLayer): MatrixSet | undefined {
  for (const { name, levels } of layer.sets) {
    const set = sets.get(name);
    if (!set) continue;
    // Some put the name of the set before the level, though its own identifier has none.
    const isFilled = (level: string): boolean => levels.includes(level) || levels.includes(`${set.name}:${level}`);
    const zooms = levels.length > 0 ? set.zooms.filter((zoom) => isFilled(`${set.prefix}${zoom}`)) : set.zooms;
    if (zooms.length > 0) return { ...set, zooms };
  }
  return undefined;
}

function template(layer: WmtsLayer, set: MatrixSet, format: string, base: URL | undefined, file: URL | undefined): string | undefined {
  const rest = layer.templates.find((each) => each.format === format) ?? layer.templates[0];
  if (rest) {
    const values = new Map([...layer.dimensions, ['style', layer.style], ['tilematrixset', set.name], ['layer', layer.name]]);
    const filled = rest.template
      .replace(/\{TileMatrix\}/gi, `${set.prefix}{z}`).replace(/\{TileRow\}/gi, '{y}').replace(/\{TileCol\}/gi, '{x}')
      .replace(/\{(\w+)\}/g, (whole, name: string) => (/^[xyz]$/.test(name) ? whole : encodeURIComponent(values.get(name.toLowerCase()) ?? 'default')));
    return URL.canParse(filled, file ?? base) ? withBraces(new URL(filled, file ?? base)) : undefined;
  }
  if (!base) return undefined;
  const url = owsUrl(base, { SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: layer.name, STYLE: layer.style, FORMAT: format, TILEMATRIXSET: set.name, ...Object.fromEntries(layer.dimensions) });
  return `${withBraces(url)}&TILEMATRIX=${encodeURIComponent(set.prefix)}{z}&TILEROW={y}&TILECOL={x}`;
}

const withBraces = (url: URL): string => sourceUrl(url).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
