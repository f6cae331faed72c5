import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import type { DatasetOptions, Input } from '../source.js';
import { ByteWindow } from './byte-window.js';
import { FeatureTable } from './feature-table.js';
import { addOutside, finished } from './geojson.js';
import { FeatureList } from './geojson-list.js';
import { FeatureScanner } from './geojson-feature.js';
import { utf8Pieces } from './utf8-stream.js';

type Json = Readonly<Record<string, unknown>>;

const [newline, separator] = [0x0a, 0x1e];

/** GeoJSON of any size: features are taken from the bytes as they come. */
export async function readStream(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const list = new FeatureList(table, input.address);
  const window = new ByteWindow();
  const breath = new Breath(options.signal);
  for await (const piece of utf8Pieces(input)) {
    if (window.add(piece)) window.read(list.take(window.bytes));
    const times = window.expected(input.size);
    if (times !== undefined) table.expect(times);
    await breath.pause();
  }
  window.read(list.take(window.bytes));
  const top = list.end(window.bytes) as Json;
  if (!Array.isArray(top['features'])) addOutside(table, top, input);
  return finished(table, top, input, options, 'geojson');
}

/** GeoJSON with one feature a line, as `ogr2ogr -f GeoJSONSeq` writes it, or each behind a separator, as RFC 8142 does. */
export async function readLines(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const scanner = new FeatureScanner(table);
  const window = new ByteWindow();
  const breath = new Breath(options.signal);
  // Behind a separator a feature may have lines of its own.
  const end = input.head[0] === separator ? separator : newline;
  const take = (isAll: boolean): void => {
    const { bytes } = window;
    scanner.cursor.open(bytes);
    let from = 0;
    for (let to = bytes.indexOf(end); to >= 0; to = bytes.indexOf(end, from)) {
      addLine(bytes, from, to, scanner, table);
      from = to + 1;
    }
    if (isAll) addLine(bytes, from, bytes.length, scanner, table);
    window.read(from);
  };
  for await (const piece of utf8Pieces(input)) {
    if (window.add(piece)) take(false);
    const times = window.expected(input.size);
    if (times !== undefined) table.expect(times);
    await breath.pause();
  }
  take(true);
  return finished(table, {}, input, options, 'geojson-seq');
}

function addLine(bytes: Uint8Array, from: number, to: number, scanner: FeatureScanner, table: FeatureTable): void {
  const { cursor } = scanner;
  cursor.at = bytes[from] === separator ? from + 1 : from;
  cursor.limit = to;
  if (cursor.peek() < 0) return;
  const { at } = cursor;
  if (scanner.read()) {
    if (cursor.peek() < 0) return scanner.add();
    table.builder.dropRow();
  }
  const item = parsed(new TextDecoder().decode(bytes.subarray(at, to)));
  table.add(item);
  scanner.learn(item);
}

/** A broken line is no feature; the others are not the worse for it. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
