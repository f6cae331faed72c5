import type { Bounds, Choice } from '../../model/dataset.js';
import { crsName } from '../crs-name.js';
import { FeatureTable } from '../formats/feature-table.js';
import { textOf } from '../formats/encoding.js';
import { decidedOrder, looksLikeDegrees, swapped } from '../formats/gml-axes.js';
import type { GmlTable } from '../formats/gml-table.js';
import { isGml } from '../formats/xml-root.js';
import { inSlices } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import type { Table } from '../table.js';
import { takeGeojson } from './features-page.js';
import type { WfsLayer } from './wfs-capabilities.js';

export interface WfsPage {
  readonly returned: number;
  readonly matched: number | undefined;
  readonly isRepeated: boolean;
}

interface Finished {
  readonly format: 'geojson' | 'gml';
  readonly table: Table;
  readonly choices: readonly Choice[];
  readonly isDecided: boolean;
}

/** Features of one layer of a WFS, page by page, in the format in which they come: not always the one that was asked for. */
export class WfsFeatures {
  readonly #json = new FeatureTable();
  #gml: GmlTable | undefined;
  #crs: string | undefined;
  readonly #seen = new Set<string>();

  get rows(): number {
    return this.#json.rows + (this.#gml?.rows ?? 0);
  }

  async take(input: Input, signal: AbortSignal | undefined): Promise<WfsPage> {
    const text = await textOf(input.head, input.charset);
    if (isGml(text)) {
      this.#gml ??= new (await import('../formats/gml-table.js')).GmlTable();
      return this.#gml.take(input, signal, this.#seen);
    }
    if (!/^\s*\{/.test(text)) throw new SourceError('unreadable', `${input.address.href} answered neither GeoJSON nor GML, but “${text.trim().slice(0, 60)}…”.`);
    const page = await takeGeojson(this.#json, input, this.#seen, signal);
    this.#crs ??= crsName(page.top['crs']);
    return page;
  }

  /** The table; `asked` is the grid that was asked for, `layer` says where it should lie. */
  async finish(layer: WfsLayer, asked: string | undefined, options: DatasetOptions): Promise<Finished> {
    if (this.#gml && this.#gml.rows > 0) {
      const { table, choices, isDecided } = await this.#gml.finish({ ...options, layer: undefined }, layer.box);
      return { format: 'gml', table, choices, isDecided };
    }
    const { positions } = this.#json.builder;
    // GeoJSON has the longitude first; that some servers do not know it is seen where the data lies.
    const isSwapped = layer.box !== undefined && looksLikeDegrees(positions) && outside(positions, layer.box) && decidedOrder(positions, layer.box, 'east') === 'north';
    if (isSwapped) await inSlices(swapped(positions), options.signal);
    const crs = this.#crs ?? crsName(asked ?? layer.crs);
    return { format: 'geojson', table: this.#json.finish(crs), choices: [], isDecided: isSwapped };
  }
}

function outside(positions: Float64Array, [west, south, east, north]: Bounds): boolean {
  const [lon = 0, lat = 0] = positions;
  return lon < west - 1 || lon > east + 1 || lat < south - 1 || lat > north + 1;
}
