import { decodeEntities } from './xml-entities.js';

export interface HtmlText {
  /** With line breaks where the page has them. Links keep their address. */
  readonly text: string;
  /** The same without what `pairs` says. */
  readonly rest: string;
  /** What rows of two cells say: a name and a value. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

/** What begins a new line. */
const breaks = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'dt', 'dd', 'pre', 'blockquote']);
/** What is not for people. */
const hidden = new Set(['script', 'style', 'head', 'title', 'noscript']);
const isMarkUp = /<\/?[a-z!][^<]*>|&(#\w+|\w{2,8});/i;
/** A name that goes on for longer is a story. */
const longestName = 80;

/** The text of HTML that stands in data: all tags are dropped, whatever they are, so that nothing of it is ever run. */
export function htmlText(html: string): HtmlText {
  if (!isMarkUp.test(html)) return { text: html.trim(), rest: html.trim(), pairs: [] };
  const reading = new Reading();
  const small = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    reading.text(html.slice(at, tag < 0 ? html.length : tag));
    if (tag < 0) break;
    if (!/[a-z/!?]/i.test(html[tag + 1] ?? '')) {
      reading.text('<');
      at = tag + 1;
      continue;
    }
    const mark = html.startsWith('<!--', tag) ? '-->' : '>';
    const end = html.indexOf(mark, tag);
    // What is cut off in a tag ends there.
    if (end < 0) break;
    at = end + mark.length;
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z\d]*)/i.exec(html.slice(tag, tag + 20)) ?? [];
    const lower = name.toLowerCase();
    if (!slash && hidden.has(lower)) {
      const close = small.indexOf(`</${lower}`, at);
      if (close < 0) break;
      at = close;
    } else if (slash) reading.close(lower);
    else if (name) reading.open(lower, html.slice(tag, Math.min(end, tag + 4000)));
  }
  return reading.end();
}

class Reading {
  #all = '';
  #rest = '';
  #pairs: [string, string][] = [];
  #row: string[] = [];
  #cell: string | undefined;
  /** What the row that is open has added to the text: a row that is a pair is not among the rest. */
  #rowText = '';
  #link: { readonly href: string; readonly from: number } | undefined;

  text(raw: string): void {
    // Blanks and line breaks of the source are one blank.
    const text = decodeEntities(raw).replace(/[\s\u00a0]+/g, ' ');
    if (text) this.#add(text);
  }

  open(name: string, tag: string): void {
    if (name === 'tr' || name === 'table') this.#endRow();
    if (breaks.has(name)) this.#add('\n');
    if (name === 'td' || name === 'th') {
      this.#endCell();
      if (this.#row.length > 0) this.#add(' ');
      this.#cell = '';
    }
    const href = name === 'a' ? /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) : undefined;
    if (href) this.#link = { href: decodeEntities(href[1] ?? href[2] ?? href[3] ?? '').trim(), from: this.#all.length };
  }

  close(name: string): void {
    if (name === 'td' || name === 'th') this.#endCell();
    else if (name === 'tr' || name === 'table') this.#endRow();
    else if (name === 'a') this.#endLink();
    if (breaks.has(name)) this.#add('\n');
  }

  end(): HtmlText {
    this.#endLink();
    this.#endRow();
    return { text: tidy(this.#all), rest: tidy(this.#rest), pairs: this.#pairs };
  }

  #add(text: string): void {
    this.#all += text;
    this.#rowText += text;
    if (this.#cell !== undefined) this.#cell += text;
  }

  #endLink(): void {
    const { href, from } = this.#link ?? { href: '', from: 0 };
    this.#link = undefined;
    const said = this.#all.slice(from).trim();
    if (!/^https?:\/\//i.test(href) || said.includes(href)) return;
    // A link whose text says nothing of its own is its address.
    this.#add(said ? ` (${href})` : href);
  }

  #endCell(): void {
    if (this.#cell !== undefined) this.#row.push(tidy(this.#cell));
    this.#cell = undefined;
  }

  #endRow(): void {
    this.#endCell();
    const [name = '', value = '', ...others] = this.#row;
    const isPair = this.#row.length === 2 && others.length === 0 && name !== '' && name.length <= longestName && !name.includes('\n');
    if (isPair) this.#pairs.push([name.replace(/\s*:$/, ''), value]);
    else this.#rest += this.#rowText;
    this.#rowText = '';
    this.#row = [];
  }
}

/** Lines without blanks at their ends, and never two empty ones. */
function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replaceAll('\u00a0', ' ').trim());
  return lines.filter((line, i) => line !== '' || (i > 0 && lines[i - 1] !== '')).join('\n').trim();
}
