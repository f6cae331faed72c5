import type { Dataset } from '../model/dataset.js';
import { common, type Head, type KnownFormat } from './formats/common.js';
import { textOf } from './formats/encoding.js';
import { SourceError, type DatasetOptions, type Input } from './source.js';

/** What bytes say, in whichever format they turn out to be: in the page or in its worker. Throws `SourceError`. */
export async function decode(input: Input, options: DatasetOptions): Promise<Dataset> {
  return (await (await recognise(input, options.format)).load())(input, options);
}

/** The format of a file, by its first bytes and its shape, never by its name or by what the server calls it. */
export async function recognise({ head, address, charset }: Input, wanted: string | undefined): Promise<KnownFormat> {
  if (head.length === 0) throw new SourceError('unreadable', `${address.href} is empty.`);
  if (wanted) return (await import('./formats/index.js')).formatNamed(wanted.toLowerCase());
  const text = await textOf(head, charset);
  const beginning: Head = { bytes: head, text, json: /^[\s\p{Cc}]*[{[]/u.test(text) ? (await import('./json-shape.js')).jsonShape(text) : undefined };
  const format = common.find(({ sign }) => sign(beginning)) ?? (await import('./formats/index.js')).formatOf(beginning);
  if (format) return format;
  throw (await import('./stranger.js')).stranger(head, text, address);
}
