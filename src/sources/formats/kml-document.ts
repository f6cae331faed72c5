import type { About } from '../../model/dataset.js';
import { htmlText } from './html-text.js';
import type { XmlElement } from './xml.js';

/** What stands around the placemarks of a KML: the folders' names, and what the document says of itself. */
export class KmlDocument {
  /** The names of the folders that are open, by how deep they lie. */
  readonly #folders: string[] = [];
  readonly #said: { -readonly [name in keyof About]: About[name] } = {};
  /** Whether anything came that is KML. */
  isKml = false;

  take({ name, text, attributes }: XmlElement, path: readonly string[]): void {
    const parent = path.at(-1);
    this.isKml ||= name === 'kml' || name === 'Document' || name === 'Folder';
    if (name === 'Folder') this.#folders.length = Math.min(this.#folders.length, path.length);
    else if (name === 'name' && parent === 'Folder') this.#folders[path.length - 1] = text;
    if (path.length > 3) return;
    // The outermost document speaks for all; a file may be one folder without a document.
    const speaks = parent === 'Document' || (parent === 'Folder' && !path.includes('Document') && path.length <= 2);
    if (name === 'name' && speaks) this.#said.title ??= text.replace(/\.km[lz]$/i, '').trim() || undefined;
    else if (name === 'description' && speaks) this.#said.description ??= htmlText(text).text || undefined;
    else if (name === 'name' && parent === 'author') this.#said.publisher ??= text || undefined;
    else if (name === 'link' && speaks && /^https?:/.test(attributes.get('href') ?? '')) this.#said.page ??= attributes.get('href');
    else if (name === 'copyright' && text) this.#said.attribution ??= text;
  }

  /** The names of the folders around a record, outermost first. */
  folder(path: readonly string[]): string | undefined {
    const names = path.flatMap((name, i) => (name === 'Folder' ? (this.#folders[i] ?? []) : []));
    return names.filter(Boolean).join(' / ') || undefined;
  }

  get about(): About {
    return this.#said;
  }
}
