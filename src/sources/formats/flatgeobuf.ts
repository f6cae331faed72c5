import type { Dataset } from '../../model/dataset.js';
import { inBlocks, merged, rangesOf, type Ranges } from '../ranges.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { boxInGrid, isLarge, mostRows } from '../ranges-view.js';
import { FlatFeatures } from './flatgeobuf-features.js';
import { flatHeader, type FlatHeader } from './flatgeobuf-header.js';
import { featuresIn, type FoundFeature } from './flatgeobuf-index.js';

/** Bytes of features that come with one answer. */
const portion = 4_194_304;

/**
 * FlatGeobuf of version 3, https://flatgeobuf.org: from bytes to columns. Of a large file that its server gives in parts,
 * what lies in the view, by the index; or without a view the first features.
 */
export async function readFlatgeobuf(input: Input, options: DatasetOptions): Promise<Dataset> {
  const what = input.member ? `${input.member} in ${input.address.href}` : input.address.href;
  const ranges = await rangesOf(input, options);
  const header = await flatHeader(ranges, what);
  const features = new FlatFeatures(header);
  const large = ranges.isPartial && isLarge(ranges.size, header.count);
  const box = large && options.view && header.nodeSize > 0 && header.count > 0 ? await boxInGrid(options.view, header.crs) : undefined;
  try {
    if (box) await addFound(features, ranges, header, await featuresIn(inBlocks(ranges, 262_144), header, box), options.signal);
    else await addAll(features, ranges, header, large ? mostRows : Infinity, options.signal);
  } catch (cause) {
    if (cause instanceof Truncated) throw new SourceError('unreadable', `${what} ends within record ${features.rows + 1}${header.count ? ` of ${header.count}` : ''}. It was not transferred whole.`, { cause });
    if (cause instanceof RangeError) throw new SourceError('unreadable', `${what} is FlatGeobuf with an index that is broken.`, { cause });
    throw cause;
  }
  const total = large ? header.count || undefined : undefined;
  if (!box && total) features.problems.add('beyond-limit', total - features.rows);
  return tableDataset(
    features.finish(),
    { report: { format: 'flatgeobuf', total, view: box && options.view }, about: { title: header.title, description: header.description, download: input.address.href } },
    options,
  );
}

/** The file ends before a feature does. */
class Truncated extends Error {}

/** Features in their order, as many as there should be, or to the end of the file. */
async function addAll(features: FlatFeatures, ranges: Ranges, header: FlatHeader, most: number, signal: AbortSignal | undefined): Promise<void> {
  const breath = new Breath(signal);
  const last = Math.min(most, header.count || Infinity);
  let at = header.start;
  let [bytes, from]: [Uint8Array, number] = [new Uint8Array(0), at];
  const have = async (end: number): Promise<boolean> => {
    if (end > ranges.size) return false;
    if (end > from + bytes.length) [bytes, from] = [await ranges.read(at, ranges.isPartial ? Math.max(end, at + portion) : ranges.size), at];
    return end <= from + bytes.length;
  };
  while (features.rows < last && (header.count > 0 || at < ranges.size)) {
    if (!(await have(at + 4))) throw new Truncated();
    const size = new DataView(bytes.buffer, bytes.byteOffset + at - from).getUint32(0, true);
    if (!(await have(at + 4 + size))) throw new Truncated();
    features.add(bytes.subarray(at + 4 - from, at + 4 + size - from), features.rows + 1);
    at += 4 + size;
    if ((features.rows & 63) === 0) await breath.pause();
  }
}

/** Features that lie all over the file. */
async function addFound(features: FlatFeatures, ranges: Ranges, { start, count }: FlatHeader, found: readonly FoundFeature[], signal: AbortSignal | undefined): Promise<void> {
  const breath = new Breath(signal);
  const taken = found.slice(0, mostRows);
  features.problems.add('beyond-limit', found.length - taken.length);
  // How long a feature is stands before it: until it is known, most are taken to be as long as others.
  const usual = Math.min(262_144, Math.ceil(((ranges.size - start) / count) * 4) + 64);
  const spans = merged(taken.map(({ from }) => [start + from, start + from + usual]), 65_536);
  let next = 0;
  for (const [spanStart, spanEnd] of spans) {
    const bytes = await ranges.read(spanStart, spanEnd);
    for (; next < taken.length && start + taken[next]!.from < spanEnd; next += 1) {
      const { number, from } = taken[next]!;
      const at = start + from - spanStart;
      if (at + 4 > bytes.length) throw new Truncated();
      const size = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
      if (start + from + 4 + size > ranges.size) throw new Truncated();
      features.add(at + 4 + size <= bytes.length ? bytes.subarray(at + 4, at + 4 + size) : await ranges.read(start + from + 4, start + from + 4 + size), number + 1);
      if ((next & 63) === 63) await breath.pause();
    }
  }
}
