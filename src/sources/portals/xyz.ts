import type { Dataset } from '../../model/dataset.js';
import { sourceUrl } from '../http.js';
import { SourceError } from '../source.js';
import { tilesDataset } from './tiles-dataset.js';
import { braced } from './xyz-sign.js';

/** Tiles by their template, as people copy it from the settings of other maps. Nothing can be asked of it: it is taken as it is. */
export async function readTemplate(address: URL): Promise<Dataset> {
  const url = braced(sourceUrl(address))
    .replace(/\{TileMatrix\}/gi, '{z}').replace(/\{TileRow\}/gi, '{y}').replace(/\{TileCol\}/gi, '{x}')
    // Names of servers that share the work, and pictures for finer screens.
    .replaceAll('{s}', 'a').replaceAll('{r}', '');
  const [, ending = 'png'] = /\.(\w{2,5})(?:\?|$)/.exec(url) ?? [];
  if (/^(pbf|mvt|json)$/i.test(ending)) throw new SourceError('unknown', `${url} leads to vector tiles, of which nothing says how they are drawn. Give them as PMTiles, or the data as GeoJSON.`);
  const format = /^jpe?g$/i.test(ending) ? 'image/jpeg' : /^webp$/i.test(ending) ? 'image/webp' : 'image/png';
  return tilesDataset({ kind: 'xyz', url, format }, { title: address.hostname }, []);
}
