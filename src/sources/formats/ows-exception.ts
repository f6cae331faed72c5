import type { Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { readXml, within, type XmlElement } from './xml.js';

/** The roots of documents in which services of the OGC say that something went wrong, often with the status 200. */
export const exceptionRoot = /^(ExceptionReport|ServiceExceptionReport|ServiceException|ExceptionText)$/;

/** What an exception says, with its code; such as `Unknown layer (LayerNotDefined)`. */
export function exceptionText(root: XmlElement): string {
  const said: string[] = [];
  for (const name of ['ServiceException', 'Exception']) {
    for (const each of [...(root.name === name ? [root] : []), ...within(root, name)]) {
      const texts = [...within(each, 'ExceptionText')].map(({ text }) => text);
      const code = each.attributes.get('exceptionCode') ?? each.attributes.get('code');
      const text = (texts.length > 0 ? texts.join(' ') : each.text).replace(/\s+/g, ' ').trim();
      said.push(`${text || 'no reason'}${code ? ` (${code})` : ''}`);
    }
  }
  return said.join('; ').slice(0, 1000) || root.text.slice(0, 1000) || 'an exception without a text';
}

/** A service that says no in a document of its own. */
export function exceptionError(root: XmlElement, address: URL): SourceError {
  const said = exceptionText(root);
  return new SourceError('refused', `${address.href} answered: ${said}${said.endsWith('.') ? '' : '.'}`);
}

/** The document is never data. */
export async function readException(input: Input, options: DatasetOptions): Promise<Dataset> {
  const root = await readXml(input, options.signal);
  throw root ? exceptionError(root, input.address) : new SourceError('unreadable', `${input.address.href} is empty.`);
}
