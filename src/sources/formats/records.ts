import type { Choice, Dataset } from '../../model/dataset.js';
import { crsName } from '../crs-name.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable, isGeometry } from './feature-table.js';
import { ListReader } from './json-stream.js';
import { aboutBeside, totalBeside } from './records-about.js';
import { findRecords } from './records-find.js';
import { headerBeside } from './records-header.js';
import { isObject, recordAdder, type Json } from './records-item.js';
import { openList, type OpenList } from './records-open.js';
import { textOfBody } from './text-stream.js';

/** What is longer is read while it comes, if its list lies where that can be done. */
const long = 8_000_000;
/** No browser holds a longer text. */
const longest = 500_000_000;

type Pieces = AsyncGenerator<string, void>;

/** JSON that holds records: at the top, within what a portal answers around them, by their ids, or as rows below a header. */
export async function readRecords(input: Input, options: DatasetOptions): Promise<Dataset> {
  const pieces = textOfBody(input);
  const { text, ended } = await beginning(pieces, '', long);
  const list = ended || options.layer ? undefined : openList(text);
  if (list) return streamed(list, text, pieces, input, options);
  const rest = ended ? { text, ended } : await beginning(pieces, text, longest);
  if (!rest.ended) throw new SourceError('too-large', `${input.address.href} is too long to be read: its records lie too deep to be read one by one.`);
  const reader = new ListReader('\0', input.address);
  let top: unknown;
  try {
    reader.push(rest.text);
    top = reader.end();
  } catch (error) {
    // Objects may follow one another, each over several lines.
    const sequence = /^\s*\{/.test(rest.text) ? await (await import('./json-sequence.js')).readSequence(rest.text, input, options) : undefined;
    if (!sequence) throw error;
    return sequence;
  }
  return readValue(top, input, options);
}

/** As much of a text as is wanted, or all of it. */
async function beginning(pieces: Pieces, start: string, enough: number): Promise<{ readonly text: string; readonly ended: boolean }> {
  let text = start;
  while (text.length < enough) {
    const { done, value } = await pieces.next();
    if (done) return { text, ended: true };
    text += value;
  }
  return { text, ended: false };
}

async function streamed({ member, before }: OpenList, text: string, pieces: Pieces, input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  // A list at the top is read as if it were the only member of an object.
  const reader = new ListReader(member ?? 'list', input.address);
  if (member === undefined) reader.push('{"list":');
  let add: ((item: unknown) => void) | undefined;
  const take = async (piece: string): Promise<void> => {
    for (const item of reader.push(piece)) {
      add ??= recordAdder(table, Array.isArray(item) && before ? headerBeside([JSON.parse(before) as Json], item.length) : undefined);
      add(item);
    }
    await breath.pause();
  };
  for (let at = 0; at < text.length; at += 131_072) await take(text.slice(at, at + 131_072));
  for await (const piece of pieces) await take(piece);
  if (member === undefined) reader.push('}');
  const top = reader.end();
  return finished(table, isObject(top) && member !== undefined ? [top] : [], [], input, options);
}

/** The records in a document that is there as a whole. */
export async function readValue(top: unknown, input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const own = isObject(top) && !options.layer && hasPlace(top) ? top : undefined;
  const found = own ? undefined : findRecords(top, options.layer);
  // Where there is no list, an object with a place in it is the one record.
  const lone = own ?? (!found && !options.layer && isObject(top) && Object.values(top).some((value) => isObject(value) && hasPlace(value)) ? top : undefined);
  if (!lone && !found) throw noRecords(top, input.address, options.layer);
  const add = recordAdder(table, found?.best.header);
  const breath = new Breath(options.signal);
  for (const item of found?.best.items() ?? [lone]) {
    add(item);
    await breath.pause();
  }
  return finished(table, found?.best.around ?? [], found?.choices ?? [], input, options);
}

/** Whether an object is one record, with lists in it, rather than something around a list. */
function hasPlace(object: Json): boolean {
  if (Object.values(object).some(isGeometry)) return true;
  const keys = Object.keys(object).filter((key) => /^(number|string)$/.test(typeof object[key]) && Number.isFinite(Number.parseFloat(object[key] as string)));
  return keys.some((key) => /^lat(itude)?$/i.test(key)) && keys.some((key) => /^(lon|lng|long|longitude)$/i.test(key));
}

function noRecords(top: unknown, { href }: URL, layer: string | undefined): SourceError {
  const found = layer ? findRecords(top, undefined) : undefined;
  const choices = found ? [{ name: found.best.path }, ...found.choices].filter(({ name }) => name !== '') : [];
  if (layer) return new SourceError('not-found', `${href} has no list of records “${layer}”.`, { choices });
  const error = isObject(top) ? (top['error'] ?? top['errors'] ?? top['message'] ?? top['detail']) : undefined;
  if (error !== undefined && error !== null) return new SourceError('unknown', `${href} is no data, but an error: ${JSON.stringify(error).slice(0, 300)}`);
  return new SourceError('unknown', `${href} is JSON without a list of records. A list of objects is needed, at the top or under a name.`);
}

function finished(table: FeatureTable, around: readonly Json[], choices: readonly Choice[], { address }: Input, options: DatasetOptions): Promise<Dataset> {
  const [crs] = around.map((object) => crsName(object['crs'])).filter((name) => name !== undefined);
  const found = table.finish(crs);
  const total = totalBeside(around);
  const report = { format: 'json', total: total !== undefined && total > found.read ? total : undefined, choices: choices.length > 0 ? choices : undefined };
  return tableDataset(found, { report, about: { ...aboutBeside(around), download: address.href } }, options);
}
