import MVT from 'ol/format/MVT.js';
import ImageTile from 'ol/ImageTile.js';
import type BaseLayer from 'ol/layer/Base.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import XYZ from 'ol/source/XYZ.js';
import TileState from 'ol/TileState.js';
import type VectorTile from 'ol/VectorTile.js';
import { PMTiles } from 'pmtiles';
import type { Tiles } from '../model/dataset.js';
import type { Palette } from './palette.js';
import { watch } from './tiles.js';

/** Names each tile to the source; what it stands for is `z`, `x` and `y`. */
const template = 'tile:{z}/{x}/{y}';
const placeOf = (name: string): [number, number, number] => name.slice(5).split('/').map(Number) as [number, number, number];

/** The tiles of one large file, of which each is asked for by its range of bytes. */
export function archiveLayer({ url, format, minZoom = 0, maxZoom = 20 }: Tiles, palette: Palette, failed: () => void, className: string): BaseLayer {
  const archive = new PMTiles(url);
  const bytes = async (name: string): Promise<ArrayBuffer | undefined> => (await archive.getZxy(...placeOf(name)))?.data;
  if (format.startsWith('image/')) {
    const source = new XYZ({ url: template, minZoom, maxZoom, tileLoadFunction: (tile, name) => void picture(tile as ImageTile, bytes(name), format) });
    watch(source, failed);
    return new TileLayer({ source, className });
  }
  const reader = new MVT();
  const source = new VectorTileSource({
    format: reader,
    url: template,
    minZoom,
    maxZoom,
    tileLoadFunction(tile, name) {
      const drawing = tile as VectorTile<ReturnType<typeof reader.readFeatures>[number]>;
      drawing.setLoader((extent, _, projection) => {
        bytes(name).then(
          (data) => drawing.setFeatures(data ? reader.readFeatures(data, { extent, featureProjection: projection }) : []),
          () => drawing.setState(TileState.ERROR),
        );
      });
    },
  });
  watch(source, failed);
  // Nobody says how it is to look: areas as a tint, lines and points in the page's own colour.
  const style = { 'stroke-color': palette.accent, 'stroke-width': 1.25, 'fill-color': tint(palette.accent), 'circle-radius': 4, 'circle-fill-color': palette.accent, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1 };
  return new VectorTileLayer({ source, style, className });
}

/** Each tile is a file of its own, made of bytes that are here already. */
async function picture(tile: ImageTile, coming: Promise<ArrayBuffer | undefined>, format: string): Promise<void> {
  const image = tile.getImage() as HTMLImageElement;
  try {
    const data = await coming;
    if (!data) {
      tile.setState(TileState.EMPTY);
      return;
    }
    const address = URL.createObjectURL(new Blob([data], { type: format }));
    image.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
    image.src = address;
  } catch {
    tile.setState(TileState.ERROR);
  }
}

function tint(colour: string): string {
  const [red = 0, green = 0, blue = 0] = (/^rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  return `rgba(${red}, ${green}, ${blue}, 0.15)`;
}
