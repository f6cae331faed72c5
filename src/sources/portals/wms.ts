import type { Choice, Dataset } from '../../model/dataset.js';
import { readXml } from '../formats/xml.js';
import { sourceUrl } from '../http.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { Mismatch } from './mismatch.js';
import { owsAddress, owsUrl } from './ows-address.js';
import { askCapabilities } from './ows-document.js';
import { tilesDataset } from './tiles-dataset.js';
import { wmsService, type WmsLayer, type WmsService } from './wms-capabilities.js';

const root = /^(WMS_Capabilities|WMT_MS_Capabilities)$/;
/** The grid of web maps, by all the names that it has had. */
const webMercator = /^EPSG:(3857|900913|3785|102100|102113)$/;

/** Pictures of a WMS, from its own address, its capabilities, or that of one of its pictures. */
export async function readWms(address: URL, options: DatasetOptions): Promise<Dataset> {
  const { base, query } = owsAddress(address);
  const parameters = { SERVICE: 'WMS', REQUEST: 'GetCapabilities', VERSION: query.get('version')?.startsWith('1.1') ? '1.1.1' : '1.3.0' };
  // Pictures have a box; the service has none.
  base.searchParams.delete('bbox');
  base.searchParams.delete('BBOX');
  const document = await askCapabilities(owsUrl(base, parameters), root, { ...options, onProgress: undefined }).catch((error: unknown) => {
    // A service that says no to what looks like a WMS may be another.
    throw error instanceof SourceError && error.reason === 'refused' && !query.has('service') ? new Mismatch(error.message) : error;
  });
  return pictures(base, wmsService(document), query.get('layers') ?? query.get('layer'), options);
}

/** The capabilities of a WMS that somebody saved. */
export async function readWmsCapabilities(input: Input, options: DatasetOptions): Promise<Dataset> {
  const document = await readXml(input, options.signal);
  const service = document && wmsService(document);
  if (!service?.url || !URL.canParse(service.url, input.address)) throw new SourceError('unknown', `${input.address.href} describes a WMS, but does not say where it is.`, { choices: choicesOf(service?.layers ?? []) });
  return pictures(owsAddress(new URL(service.url, input.address)).base, service, undefined, options);
}

const choicesOf = (layers: readonly WmsLayer[], taken: readonly WmsLayer[] = []): Choice[] => layers.filter((layer) => !taken.includes(layer)).map(({ name, title }) => ({ name, title }));

function pictures(base: URL, service: WmsService, asked: string | undefined, { layer: wanted }: DatasetOptions): Dataset {
  const { layers, version } = service;
  const drawable = layers.filter(({ grids }) => [...grids].some((grid) => webMercator.test(grid)));
  const taken = takenLayers(base, layers, drawable, wanted ?? asked);
  const [first] = taken;
  if (!first) throw new SourceError('unknown', `The WMS at ${base.href} offers no layers.`);
  const choices = choicesOf(layers, taken);
  if (!taken.every((each) => drawable.includes(each))) {
    throw new SourceError('unknown', `The WMS at ${base.href} draws “${first.name}” in ${[...first.grids].slice(0, 5).join(', ') || 'no grid that it names'} alone. Maps on the web need EPSG:3857 (Web Mercator), which its operator can add.`, { choices: choicesOf(layers) });
  }
  const { about } = service;
  const tiles = {
    kind: 'wms' as const,
    url: sourceUrl(base).href,
    layers: taken.map(({ name }) => name).join(','),
    version,
    format: pictureFormat(service.formats),
    bounds: first.box,
    legend: first.legend,
  };
  const known = { ...about, title: first.title ?? about.title, description: first.description ?? about.description, attribution: first.attribution };
  return tilesDataset(tiles, known, choices);
}

/** What is asked for, which may be several, or the first layer that is not a group of others. */
function takenLayers(base: URL, layers: readonly WmsLayer[], drawable: readonly WmsLayer[], wanted: string | undefined): readonly WmsLayer[] {
  if (!wanted) return [drawable.find(({ isGroup }) => !isGroup) ?? drawable[0] ?? layers[0]].filter((layer) => layer !== undefined);
  const find = (name: string): WmsLayer | undefined => layers.find((layer) => layer.name === name) ?? layers.find(({ title }) => title === name);
  const whole = find(wanted);
  const names = whole ? [wanted] : wanted.split(',').filter(Boolean);
  return names.map((name) => {
    const layer = find(name);
    if (layer) return layer;
    throw new SourceError('not-found', `The WMS at ${base.href} has no layer “${name}”; it has: ${layers.slice(0, 10).map((each) => each.name).join(', ')}${layers.length > 10 ? ' …' : ''}.`, { choices: choicesOf(layers) });
  });
}

/** One that can be seen through, where there is one. */
function pictureFormat(formats: readonly string[]): string {
  for (const sign of [/^image\/png$/i, /^image\/png/i, /^image\/webp/i, /^image\/gif/i, /^image\/jpe?g/i]) {
    const found = formats.find((format) => sign.test(format));
    if (found) return found;
  }
  return 'image/png';
}
