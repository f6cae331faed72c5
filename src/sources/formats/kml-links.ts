import type { Choice, Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { sourceUrl } from '../http.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';

export interface Linked {
  readonly name: string;
  readonly title: string | undefined;
  readonly href: string;
}

/** More links of one document are not tried. */
const mostTried = 3;

/** Says that we come from a link: links to links are not followed. */
type Following = DatasetOptions & { readonly isLinked?: boolean };

/** The first of the files that a KML of links leads to which can be read; the others are named in the report. */
export async function followLinks(links: readonly Linked[], choices: readonly Choice[], { address, member }: Input, options: Following): Promise<Dataset> {
  const where = member ? `${member} in ${address.href}` : address.href;
  const targets = links.flatMap(({ name, href }) => (member && !/^https?:/i.test(href) ? [] : URL.canParse(href, address) ? [{ name, url: new URL(href, address) }] : []));
  if (options.isLinked || targets.length === 0) throw new SourceError('unknown', `${where} has no placemarks, only links: ${links.slice(0, mostTried).map(({ href }) => href).join(', ')}. Give the address of one of them.`, { choices });
  const inner: Following = { ...options, layer: undefined, isLinked: true };
  let failure: unknown;
  for (const { name, url } of targets.slice(0, mostTried)) {
    try {
      const read = await readFile(sourceUrl(url), inner);
      const others = choices.filter((choice) => choice.name !== name);
      return { ...read, report: { ...read.report, choices: others.length > 0 ? others : read.report.choices } };
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      failure ??= error;
    }
  }
  const { reason, message } = failure as SourceError;
  throw new SourceError(reason, `${where} has no placemarks, only links. ${message}`, { choices, cause: failure });
}
