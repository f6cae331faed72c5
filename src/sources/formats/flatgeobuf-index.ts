import type { Bounds } from '../../model/dataset.js';
import { merged, type Ranges } from '../ranges.js';
import { levelsOf, nodeBytes, type FlatHeader } from './flatgeobuf-header.js';

/** Nodes and features that lie closer together than this come with one answer. */
const gap = 65_536;

export interface FoundFeature {
  /** Which of all features it is, from 0. */
  readonly number: number;
  /** Where it begins, behind the first of all features. */
  readonly from: number;
}

/**
 * The features that touch a box, which is in the grid of the file, in the order of the file: level by level through the
 * packed Hilbert R-tree of FlatGeobuf, whose leaves are in the order of the features. Throws `RangeError`, `SourceError`.
 */
export async function featuresIn(ranges: Ranges, { count, nodeSize, indexStart }: FlatHeader, box: Bounds): Promise<readonly FoundFeature[]> {
  const levels = levelsOf(count, nodeSize);
  // The root comes first, the leaves last.
  const starts = levels.map((_, level) => levels.slice(level + 1).reduce((sum, nodes) => sum + nodes, 0));
  let candidates: readonly (readonly [first: number, end: number])[] = [[0, 1]];
  for (let level = levels.length - 1; level > 0; level -= 1) {
    const inside: number[] = [];
    await visit(ranges, indexStart, candidates, box, (_, child) => inside.push(child));
    const end = starts[level - 1]! + levels[level - 1]!;
    // A child is named by its place among all nodes; what points elsewhere leads nowhere.
    candidates = inside.filter((child) => child >= starts[level - 1]! && child < end).map((child) => [child, Math.min(child + nodeSize, end)]);
  }
  const found: FoundFeature[] = [];
  await visit(ranges, indexStart, candidates, box, (node, from) => found.push({ number: node - starts[0]!, from }));
  return found;
}

/** Reads nodes, and tells of those that touch the box what they point at. */
async function visit(ranges: Ranges, indexStart: number, nodes: readonly (readonly [first: number, end: number])[], [west, south, east, north]: Bounds, touched: (node: number, points: number) => void): Promise<void> {
  for (const [start, end] of merged(nodes.map(([first, last]) => [indexStart + first * nodeBytes, indexStart + last * nodeBytes]), gap)) {
    const bytes = await ranges.read(start, end);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const wanted = nodes.filter(([first]) => indexStart + first * nodeBytes >= start && indexStart + first * nodeBytes < end);
    for (const [first, last] of wanted) {
      for (let node = first; node < last; node += 1) {
        const at = indexStart + node * nodeBytes - start;
        const [minX, minY, maxX, maxY] = [0, 8, 16, 24].map((offset) => view.getFloat64(at + offset, true)) as [number, number, number, number];
        if (minX <= east && maxX >= west && minY <= north && maxY >= south) touched(node, Number(view.getBigUint64(at + 32, true)));
      }
    }
  }
}
