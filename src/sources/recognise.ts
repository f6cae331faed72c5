import { textOf } from './formats/encoding.js';
import { formats, type Head } from './formats/index.js';
import { jsonShape } from './json-shape.js';
import { SourceError, type Format, type Input } from './source.js';

/** The format of a file, by its first bytes and its shape, never by its name or by what the server calls it. */
export async function recognise({ head, address, charset }: Input, wanted: string | undefined): Promise<Format> {
  if (head.length === 0) throw new SourceError('unreadable', `${address.href} is empty.`);
  if (wanted) {
    const format = formats.find(({ name }) => name === wanted.toLowerCase());
    if (!format) throw new SourceError('unknown', `There is no format “${wanted}”; there are: ${formats.map(({ name }) => name).join(', ')}.`);
    return format.load();
  }
  const text = await textOf(head, charset);
  const beginning: Head = { bytes: head, text, json: jsonShape(text) };
  const format = formats.find(({ sign }) => sign(beginning));
  if (format) return format.load();
  throw (await import('./stranger.js')).stranger(head, text, address);
}
