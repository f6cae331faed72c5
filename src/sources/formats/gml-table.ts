import type { Bounds, Choice } from '../../model/dataset.js';
import { interleaved } from '../../model/places-builder.js';
import { toMercator } from '../crs.js';
import { crsName, degrees } from '../crs-name.js';
import { inSlices } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import type { Table } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { decidedOrder, looksLikeDegrees, orderOf, swapped } from './gml-axes.js';
import { gmlGeometry, gridOf, isGmlGeometry, referred } from './gml-geometry.js';
import { dimensionOf } from './gml-positions.js';
import { gmlRecord } from './gml-values.js';
import { exceptionRoot, exceptionText } from './ows-exception.js';
import { isGmlFeature } from './xml-root.js';
import { first, within as elementsWithin, xmlRecords, type XmlElement } from './xml.js';

/** Elements whose children are features. */
const members = /^(featureMembers?|members?|cityObjectMember|hasMember|featureProperty)$/;
/** More types of features than these are one too many. */
const mostTypes = 500;

/** Positions that follow each other in one grid; `start` and `end` count numbers. */
interface Run {
  readonly said: string | undefined;
  readonly start: number;
  end: number;
}

interface Layer {
  readonly table: FeatureTable;
  readonly runs: Run[];
}

/** What a document says of its features. */
export interface GmlPage {
  readonly returned: number;
  /** How many there are in all; `undefined` where it does not say. */
  readonly matched: number | undefined;
  /** The address of the next page. */
  readonly next: string | undefined;
  /** Whether it began with a feature with which another page began: then it is the same page again, and was left out. */
  readonly isRepeated: boolean;
}

export interface GmlLayer {
  readonly name: string;
  readonly table: Table;
  readonly choices: readonly Choice[];
  /** Whether the order of the coordinates was decided by where they lie. */
  readonly isDecided: boolean;
}

/** Features of GML, page by page, one table for each type of them. */
export class GmlTable {
  readonly #layers = new Map<string, Layer>();
  /** What the document's envelope says, for geometries that say nothing. */
  #grid: string | undefined;
  #dimension: number | undefined;
  /** How many numbers its corner has. */
  #corner: number | undefined;
  #isMarked = false;
  /** Whether MapServer wrote it, which keeps the official order under every name. */
  #isMapServer = false;
  /** Whether positions are written as in GML 2, which knows one order alone. */
  #isGml2 = false;

  /** How many features there are so far. */
  get rows(): number {
    return [...this.#layers.values()].reduce((sum, { table }) => sum + table.rows, 0);
  }

  /** Adds a document. `seen` holds what pages began with. */
  async take(input: Input, signal: AbortSignal | undefined, seen = new Set<string>()): Promise<GmlPage> {
    const page: { -readonly [name in keyof GmlPage]: GmlPage[name] } = { returned: 0, matched: undefined, next: undefined, isRepeated: false };
    const beginning = new TextDecoder().decode(input.head);
    this.#isMapServer ||= /mapserver\.gis\.umn\.edu/.test(beginning.slice(0, 4096));
    // Who marks lists of positions with heights means that all others have none.
    this.#isMarked ||= /<([\w.-]+:)?pos(List)?\s[^>]*srsDimension=/.test(beginning);
    const around = (element: XmlElement, path: readonly string[]): void => {
      const { name, attributes } = element;
      if (name === 'Envelope' || name === 'Box') {
        this.#grid ??= attributes.get('srsName');
        this.#dimension ??= dimensionOf(element);
      } else if (name === 'lowerCorner' && path.at(-1) === 'Envelope') {
        this.#corner ??= lengthOf(element);
      } else if (name.endsWith('FeatureCollection')) {
        // Only numbers: “unknown” is a number that is not known.
        const matched = Number(attributes.get('numberMatched') ?? attributes.get('numberOfFeatures') ?? Number.NaN);
        page.matched = Number.isNaN(matched) ? page.matched : matched;
        page.next = attributes.get('next') ?? page.next;
      } else if (exceptionRoot.test(name)) {
        throw new SourceError('refused', `${input.address.href} ended in an exception: ${exceptionText(element)}.`);
      }
    };
    const isAlone = isLone(beginning);
    const isRecord = (name: string, path: readonly string[]): boolean => (isAlone && path.length === 0) || members.test(path.at(-1) ?? '') && !name.endsWith('FeatureCollection') && name !== 'Tuple';
    for await (const feature of xmlRecords(input, isRecord, { around, signal })) {
      if (page.returned === 0) {
        const beginning = idOf(feature) ?? JSON.stringify(gmlRecord(feature).properties);
        if (seen.has(beginning)) return { ...page, isRepeated: true };
        seen.add(beginning);
      }
      page.returned += 1;
      // A geometry alone is the only thing that its feature has.
      this.#add(isGmlGeometry(feature) ? { name: 'geometry', attributes: feature.attributes, text: '', children: [feature] } : feature);
    }
    return page;
  }

  /** The type that is asked for, or the one with most places. */
  async finish(options: DatasetOptions, within: Bounds | undefined): Promise<GmlLayer> {
    const all = [...this.#layers].map(([name, layer]) => ({ name, ...layer, size: layer.table.builder.positions.length > 0 ? layer.table.rows + 0.5 : layer.table.rows / 1e9 }));
    const wanted = options.layer && all.find(({ name }) => name === options.layer || name === options.layer?.split(':').at(-1));
    const best = wanted || [...all].sort((a, b) => b.size - a.size)[0] || { name: '', table: new FeatureTable(), runs: [] };
    const choices = all.filter((each) => each !== best).map(({ name }): Choice => ({ name }));
    return { name: best.name, choices, ...(await this.#placed(best, options, within)) };
  }

  #add(feature: XmlElement): void {
    let layer = this.#layers.get(feature.name);
    if (!layer) {
      if (this.#layers.size >= mostTypes) throw new SourceError('too-large', `There are more than ${mostTypes} types of features in one document.`);
      this.#layers.set(feature.name, (layer = { table: new FeatureTable(), runs: [] }));
    }
    const { table, runs } = layer;
    const { properties, geometry } = gmlRecord(feature);
    const envelope = [...elementsWithin(feature, 'Envelope')][0];
    const dimension = (envelope && (dimensionOf(envelope) ?? lengthOf(first(envelope, 'lowerCorner', 'pos')))) ?? (this.#isMarked ? undefined : (this.#dimension ?? this.#corner));
    const said = geometry && (gridOf(geometry) ?? envelope?.attributes.get('srsName'));
    const isNorthFirst = orderOf(said ?? this.#grid, true) === 'north';
    const start = table.builder.positions.length;
    table.add({ type: 'Feature', id: idOf(feature), properties, geometry: (geometry && gmlGeometry(geometry, { dimension, isNorthFirst, find: referred(feature) })) ?? null });
    const end = table.builder.positions.length;
    if (!geometry || start === end) return;
    this.#isGml2 ||= elementsWithin(geometry, 'coordinates').next().value !== undefined;
    const last = runs.at(-1);
    if (last && last.said === said) last.end = end;
    else runs.push({ said, start, end });
  }

  /** Brings the numbers into the order that all formats share, and, where there are several grids, into one. */
  async #placed({ table, runs }: Layer, options: DatasetOptions, within: Bounds | undefined): Promise<{ table: Table; isDecided: boolean }> {
    const { positions } = table.builder;
    let isDecided = false;
    const grids = new Set<string | undefined>();
    for (const { said = this.#grid, start, end } of runs) {
      const part = positions.subarray(start, end);
      grids.add(crsName(said));
      // Beyond the antimeridian degrees may go on to 360.
      const isDegrees = looksLikeDegrees(part) || (degrees.has(Number(/^EPSG:(\d+)$/.exec(crsName(said) ?? '')?.[1])) && part.every((value) => !(Math.abs(value) > 360)));
      let order = orderOf(said, isDegrees) ?? (this.#isGml2 ? 'east' : undefined);
      if (!order) {
        order = decidedOrder(part, within, this.#isMapServer ? 'north' : 'east');
        isDecided = true;
      // A latitude beyond the poles is a longitude, whatever the name of the grid promises.
      } else if (isDegrees) order = decidedOrder(part, undefined, order);
      if (order === 'north') await inSlices(swapped(part), options.signal);
    }
    if (grids.size < 2) return { table: table.finish([...grids][0]), isDecided };
    for (const { said, start, end } of runs) await toMercator(interleaved(positions.subarray(start, end)), crsName(said ?? this.#grid), { signal: options.signal });
    return { table: table.finish('EPSG:3857'), isDecided };
  }
}

/** Whether a document is one feature, without a collection around it. */
const isLone = (text: string): boolean => isGmlFeature(text) && !/<([\w.-]+:)?(featureMembers?|members?|cityObjectMember|hasMember|featureProperty)\b/.test(text);

/** How many numbers a corner of a box has. */
const lengthOf = (corner: XmlElement | undefined): number | undefined => {
  const length = corner?.text ? corner.text.trim().split(/[\s,]+/).length : 0;
  return length === 2 || length === 3 ? length : undefined;
};

const idOf = ({ attributes }: XmlElement): string | undefined => attributes.get('id') ?? attributes.get('fid');
