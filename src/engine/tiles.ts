import type BaseLayer from 'ol/layer/Base.js';
import TileLayer from 'ol/layer/Tile.js';
import TileWMS from 'ol/source/TileWMS.js';
import XYZ from 'ol/source/XYZ.js';
import type UrlTile from 'ol/source/UrlTile.js';
import type { Tiles } from '../model/dataset.js';
import type { Palette } from './palette.js';

/** Milliseconds in which one of several pictures comes, if any does. */
const pause = 2000;

/** Metres a pixel of the level that shows the whole world in one tile. */
const coarsest = 156_543.034;

/**
 * Pictures or drawings of a service as a layer, in the grid that web maps share; `className` is what style sheets find it by.
 * `failed` is told when none comes.
 */
export async function tileLayer(tiles: Tiles, palette: Palette, failed: () => void, className: string): Promise<BaseLayer> {
  const layer = tiles.kind === 'pmtiles' ? (await import('./tiles-archive.js')).archiveLayer(tiles, palette, failed, className) : pictureLayer(tiles, failed, className);
  // Further away than that, hundreds of their smallest pictures would fill the map.
  if (tiles.minZoom) layer.setMaxResolution(coarsest / 2 ** (tiles.minZoom - 2));
  return layer;
}

function pictureLayer({ kind, url, layers, format, version = '1.3.0', minZoom, maxZoom, pixelRatio = 1 }: Tiles, failed: () => void, className: string): BaseLayer {
  const source = kind === 'wms'
    ? new TileWMS({ url, params: { LAYERS: layers ?? '', FORMAT: format, VERSION: version, TRANSPARENT: 'TRUE', STYLES: '' }, projection: 'EPSG:3857' })
    // Without a limit servers are asked for pictures nearer than they have.
    : new XYZ({ url, minZoom: minZoom ?? 0, maxZoom: maxZoom ?? 20, tilePixelRatio: pixelRatio });
  watch(source, failed);
  return new TileLayer({ source, className });
}

/** Servers have no picture of some squares; what people should know is that none comes at all. */
export function watch(source: UrlTile, failed: () => void): void {
  let came = false;
  source.on('tileloadend', () => void (came = true));
  source.on('tileloaderror', () => void setTimeout(() => came || failed(), pause));
}
