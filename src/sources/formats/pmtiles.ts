import type { Bounds, Dataset, Tiles } from '../../model/dataset.js';
import { rangesOf } from '../ranges.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';

/** What a tile is, by its number. */
const types = [undefined, 'application/vnd.mapbox-vector-tile', 'image/png', 'image/jpeg', 'image/webp', 'image/avif', 'application/vnd.maplibre-tile'] as const;
/** How what is no tile is compressed, by its number. */
const compressions = ['unknown', 'none', 'gzip', 'brotli', 'zstd'] as const;
/** Metadata are some names; more than this is none. */
const largest = 16_777_216;

/** Tiles in one file, PMTiles of version 3 (https://docs.protomaps.com/pmtiles/): to be looked at, without rows. */
export async function readPmtiles(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address, member, head, body } = input;
  if (member !== undefined) throw new SourceError('unknown', `${member} in ${address.href} are map tiles, which are read in parts. Publish the file by itself, without an archive around it.`);
  const version = head[7]!;
  if (version !== 3) throw new SourceError('unreadable', `${address.href} is PMTiles of version ${version}. Version 3 can be read${version < 3 ? '; older files become that with “pmtiles convert old.pmtiles new.pmtiles”' : ''}.`);
  if (head.length < 127) throw new SourceError('unreadable', `${address.href} is PMTiles, but ends within its header. It was not transferred whole.`);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const long = (at: number): number => Number(view.getBigUint64(at, true));
  const format = types[head[99]!];
  if (!format) throw new SourceError('unreadable', `${address.href} is PMTiles, but does not say what its tiles are (type ${head[99]}).`);
  // Most files say it all at once; whoever draws them asks for each part.
  const [from, length] = [long(24), Math.min(long(32), largest + 1)];
  const isHere = from + length <= head.length;
  const bytes = isHere ? head.subarray(from, from + length) : length > largest ? new Uint8Array(0) : await (await rangesOf(input, options)).read(from, from + length);
  if (!body.locked) void body.cancel().catch(() => undefined);
  const said = await metadata(bytes, compressions[head[97]!]);
  const degrees = (at: number): number => view.getInt32(at, true) / 1e7;
  const bounds: Bounds = [degrees(102), degrees(106), degrees(110), degrees(114)];
  const isBox = bounds[0] < bounds[2] && bounds[1] < bounds[3] && bounds.every((value, i) => Math.abs(value) <= (i % 2 === 0 ? 180 : 90));
  const tiles: Tiles = { kind: 'pmtiles', url: address.href, format, layers: layerNames(said), bounds: isBox ? bounds : undefined, minZoom: head[100], maxZoom: head[101] };
  const text = (name: string): string | undefined => (typeof said[name] === 'string' && said[name].trim() ? said[name].trim() : undefined);
  return {
    length: 0,
    columns: [],
    places: undefined,
    about: { title: text('name'), description: text('description'), attribution: text('attribution')?.replace(/<[^>]*>/g, '').replaceAll('&copy;', '©').replaceAll('&amp;', '&').trim(), download: address.href },
    roles: {},
    report: { format: 'pmtiles', read: 0, kept: 0, located: 0, problems: [] },
    tiles,
  };
}

/** What the file says of itself; nothing where it is compressed as no browser can undo it: tiles can be drawn without. */
async function metadata(bytes: Uint8Array, compression: (typeof compressions)[number] | undefined): Promise<Readonly<Record<string, unknown>>> {
  if (bytes.length === 0 || (compression !== 'none' && compression !== 'gzip')) return {};
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  try {
    const said: unknown = await new Response(compression === 'gzip' ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).json();
    return typeof said === 'object' && said !== null ? (said as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The layers of drawings, with commas between them. */
function layerNames({ vector_layers: layers }: Readonly<Record<string, unknown>>): string | undefined {
  const names = (Array.isArray(layers) ? (layers as readonly unknown[]) : []).map((layer) => (typeof layer === 'object' && layer !== null && 'id' in layer ? String(layer.id) : '')).filter(Boolean);
  return names.length > 0 ? names.join(',') : undefined;
}
