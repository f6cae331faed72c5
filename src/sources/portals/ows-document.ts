import { exceptionError } from '../formats/ows-exception.js';
import { readXml, type XmlElement } from '../formats/xml.js';
import { isOwsException, xmlRoot } from '../formats/xml-root.js';
import { textOf } from '../formats/encoding.js';
import { ask, open } from '../http.js';
import { peek } from '../peek.js';
import { SourceError, type Input, type ReadOptions } from '../source.js';
import { Mismatch } from './mismatch.js';

/** What a service answers that is not an exception. Throws `SourceError('refused')` with the service's own words. */
export async function askService(url: URL, options: ReadOptions): Promise<Input> {
  try {
    const input = await open(url, options);
    if (!isOwsException(await textOf(input.head, input.charset))) return input;
    throw await exceptionIn(input, url, options);
  } catch (error) {
    if (!(error instanceof SourceError) || error.reason !== 'refused' || error.message.includes(' answered: ')) throw error;
    // A status that says no comes with a document that says why.
    const response = await ask(url, options);
    const why: Input = { address: url, type: '', charset: undefined, ...(await peek(response.body ?? new Blob([]).stream(), url)) };
    if (!isOwsException(await textOf(why.head, why.charset))) throw error;
    throw await exceptionIn(why, url, options);
  }
}

async function exceptionIn(input: Input, url: URL, { signal }: ReadOptions): Promise<SourceError> {
  const root = await readXml(input, signal);
  return root ? exceptionError(root, url) : new SourceError('refused', `${url.href} answered: an exception without a text.`);
}

/** The capabilities of a service, whose root has one of these names. Throws `Mismatch` where it is something else. */
export async function askCapabilities(url: URL, roots: RegExp, options: ReadOptions): Promise<XmlElement> {
  const input = await askService(url, options);
  const root = xmlRoot(await textOf(input.head, input.charset));
  if (!root || !roots.test(root)) {
    void input.body.cancel().catch(() => undefined);
    throw new Mismatch(`${url.href} does not answer with capabilities.`);
  }
  const document = await readXml(input, options.signal);
  if (!document) throw new Mismatch(`${url.href} does not answer with capabilities.`);
  return document;
}
