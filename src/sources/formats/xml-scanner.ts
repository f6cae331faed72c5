import { decodeEntities } from './xml-entities.js';

/** What a scanner tells, in the order of the text. Names are local: `gml:pos` is `pos`. */
export interface XmlEvents {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

const none: ReadonlyMap<string, string> = new Map();
const attribute = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A tag longer than this is none. */
const longest = 1_000_000;

/** A tag with its attributes, of which each may hold what would else end it. */
const wholeTag = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Where a document type ends, which may hold declarations in brackets; -1 if it has not come yet. */
function endOfDeclaration(text: string, tag: number): number {
  let brackets = 0;
  for (let at = tag + 2; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '[') brackets += 1;
    else if (letter === ']') brackets -= 1;
    else if (letter === '>' && brackets <= 0) return at + 1;
    if (at - tag > longest) return at;
  }
  return -1;
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let match = attribute.exec(tag); match; match = attribute.exec(tag)) {
    if (!match[1]!.startsWith('xmlns')) found.set(local(match[1]!), decodeEntities(match[2] ?? match[3] ?? ''));
  }
  return found;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Goes through XML as it comes, piece by piece, and forgives what programs write: prefixes that nobody declared, tags that
 * are not closed in their order. It expands no entity but those of XML and HTML, so that no document can blow itself up.
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  readonly #open: string[] = [];
  #rest = '';
  /** Lines before `#rest`, for messages. */
  #lines = 1;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  /** The line that is being read. */
  get line(): number {
    return this.#lines;
  }

  /** The names of the elements that are open, outermost first. */
  get path(): readonly string[] {
    return this.#open;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      const end = this.#endOf(text, tag);
      if (end < 0) {
        at = this.#say(text, at, tag);
        break;
      }
      this.#say(text, at, tag);
      this.#take(text.slice(tag, end));
      at = end;
    }
    if (at > 0) this.#count(text, at);
    this.#rest = text.slice(at);
  }

  /** Whether all that was opened is closed. */
  end(): boolean {
    return this.#open.length === 0 && !this.#rest.includes('<');
  }

  /** Where the mark-up that begins at `tag` ends; -1 if it has not come yet. */
  #endOf(text: string, tag: number): number {
    if (text.startsWith('<!--', tag)) return after(text, '-->', tag + 4);
    if (text.startsWith('<![CDATA[', tag)) return after(text, ']]>', tag + 9);
    if (text.startsWith('<?', tag)) return after(text, '?>', tag + 2);
    // What could become one of these is waited for.
    if (text[tag + 1] === '!') return text.length - tag < 9 ? -1 : endOfDeclaration(text, tag);
    wholeTag.lastIndex = tag;
    if (wholeTag.test(text)) return wholeTag.lastIndex;
    return text.length - tag > longest ? tag + longest : -1;
  }

  #say(text: string, from: number, to: number): number {
    if (to > from && this.#open.length > 0) this.#events.text(decodeEntities(text.slice(from, to)));
    return to;
  }

  #take(tag: string): void {
    if (tag.startsWith('<![CDATA[')) {
      if (this.#open.length > 0) this.#events.text(tag.slice(9, -3));
    } else if (tag.startsWith('</')) this.#close(local(tag.slice(2, -1).trim()));
    else if (!tag.startsWith('<!') && !tag.startsWith('<?')) this.#begin(tag);
  }

  #begin(tag: string): void {
    const isEmpty = tag.endsWith('/>');
    const body = tag.slice(1, isEmpty ? -2 : -1);
    const blank = body.search(/\s/);
    const name = local(blank < 0 ? body : body.slice(0, blank));
    const attributes = blank < 0 ? none : attributesOf(body.slice(blank));
    this.#events.open(name, attributes);
    if (isEmpty) this.#events.close(name);
    else this.#open.push(name);
  }

  /** Closes what it names, and what was left open within. */
  #close(name: string): void {
    if (!this.#open.includes(name)) return;
    for (let closed = ''; closed !== name; ) {
      closed = this.#open.pop()!;
      this.#events.close(closed);
    }
  }

  #count(text: string, end: number): void {
    for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) this.#lines += 1;
  }
}
