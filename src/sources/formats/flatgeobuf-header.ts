import { SourceError } from '../source.js';
import type { Ranges } from '../ranges.js';
import { crsOfWkt } from '../prj.js';
import { fieldAt, followed, rootOf, textAt, vectorAt } from './flatgeobuf-buffer.js';
import { headerNames } from './header.js';

/** A column: its name and the number of its type, as FlatGeobuf's schema has them. */
export interface FlatColumn {
  readonly name: string;
  readonly type: number;
}

export interface FlatHeader {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The type of all geometry, 0 where each has its own. */
  readonly geometryType: number;
  readonly columns: readonly FlatColumn[];
  /** How many features there are; 0 where nobody counted. */
  readonly count: number;
  /** How many children a node of the index has; 0 where there is no index. */
  readonly nodeSize: number;
  readonly crs: string | undefined;
  /** Where the index begins. */
  readonly indexStart: number;
  /** Where the features begin. */
  readonly start: number;
}

/** The fields of a header, in the order of FlatGeobuf's schema. */
const field = { name: 0, geometryType: 2, columns: 7, count: 8, nodeSize: 9, crs: 10, title: 11, description: 12 };
/** A header is the names of columns; more than this is none. */
const largest = 16_777_216;


/** What a file says of itself. `what` names it in messages. Throws `SourceError('unreadable')`. */
export async function flatHeader(ranges: Ranges, what: string): Promise<FlatHeader> {
  const beginning = await ranges.read(0, 12);
  const version = beginning[3];
  if (version !== 3) throw new SourceError('unreadable', `${what} is FlatGeobuf of version ${version}, which nobody reads any more. Write it again as version 3, for example with GDAL 3.1 or later: ogr2ogr -f FlatGeobuf new.fgb old.fgb`);
  const size = beginning.length < 12 ? 0 : new DataView(beginning.buffer, beginning.byteOffset).getUint32(8, true);
  if (size < 8 || size > largest || 12 + size > ranges.size) throw new SourceError('unreadable', `${what} is FlatGeobuf, but ends within its header. It was not transferred whole.`);
  const bytes = await ranges.read(12, 12 + size);
  try {
    return headerOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 12 + size, ranges.size);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new SourceError('unreadable', `${what} is FlatGeobuf with a header that is broken.`, { cause });
  }
}

function headerOf(view: DataView, indexStart: number, size: number): FlatHeader {
  const table = rootOf(view);
  const at = (slot: number): number => fieldAt(view, table, slot);
  const count = at(field.count) ? Number(view.getBigUint64(at(field.count), true)) : 0;
  const nodeSize = at(field.nodeSize) ? view.getUint16(at(field.nodeSize), true) : 16;
  if (nodeSize === 1) throw new RangeError('A tree of which each node has one child has no end.');
  const columns = vectorAt(view, at(field.columns), 4);
  const described = Array.from({ length: columns.length }, (_, i) => {
    const column = followed(view, columns.start + i * 4);
    const type = fieldAt(view, column, 1);
    return { name: textAt(view, fieldAt(view, column, 0)) ?? '', type: type ? view.getUint8(type) : 0 };
  });
  const names = headerNames(described.map(({ name }) => name), described.length);
  const start = indexStart + (nodeSize > 0 && count > 0 ? levelsOf(count, nodeSize).reduce((sum, nodes) => sum + nodes, 0) * nodeBytes : 0);
  if (start > size) throw new RangeError('The index is longer than the file.');
  return {
    title: textAt(view, at(field.title)) ?? textAt(view, at(field.name)),
    description: textAt(view, at(field.description)),
    geometryType: at(field.geometryType) ? view.getUint8(at(field.geometryType)) : 0,
    columns: described.map(({ type }, i) => ({ name: names[i]!, type })),
    count,
    nodeSize,
    crs: at(field.crs) ? gridOf(view, followed(view, at(field.crs))) : undefined,
    indexStart,
    start,
  };
}

/** A node is a box and the place of what lies in it. */
export const nodeBytes = 40;

/** How many nodes each level of the index has, from its leaves, one a feature, to its root, which a single feature has, too. */
export function levelsOf(count: number, nodeSize: number): number[] {
  const levels = [count, Math.ceil(count / nodeSize)];
  while (levels.at(-1)! > 1) levels.push(Math.ceil(levels.at(-1)! / nodeSize));
  return levels;
}

/** By its number, its definition, or the text of its number. */
function gridOf(view: DataView, crs: number): string | undefined {
  const [org, code, wkt, codeString] = [0, 1, 4, 5].map((slot) => fieldAt(view, crs, slot)) as [number, number, number, number];
  const authority = textAt(view, org) ?? 'EPSG';
  const number = code ? view.getInt32(code, true) : 0;
  if (number > 0 && /^(EPSG|ESRI|OGC)$/i.test(authority)) return `EPSG:${number}`;
  const definition = textAt(view, wkt);
  const text = textAt(view, codeString);
  return (definition && crsOfWkt(definition)) ?? (text && `${authority}:${text}`);
}
