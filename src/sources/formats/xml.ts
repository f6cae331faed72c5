import { Breath } from '../slices.js';
import { SourceError, type Input } from '../source.js';
import { encodingOf } from './encoding.js';
import { XmlScanner } from './xml-scanner.js';

/** An element with all that is in it. Names are local: `gml:pos` is `pos`, `xlink:href` is `href`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text that stands directly in it, trimmed; that of its children is theirs. */
  readonly text: string;
}

/** Deeper than any document that people make. */
const deepest = 200;
/** Small enough that no piece keeps the page from answering. */
const piece = 131_072;

class Growing implements XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Growing[] = [];
  #text = '';

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.attributes = attributes;
  }

  get text(): string {
    return this.#text.trim();
  }

  add(text: string): void {
    this.#text += text;
  }
}

/**
 * The records of a document, one by one, each whole, while the document is still coming. `isRecord` is asked with the
 * name of each element and the names of those around it; `around` is told of every element that is in no record, when it
 * closes, without its children. Throws `SourceError('unreadable')` where the document breaks off, after its whole records.
 */
export async function* xmlRecords(
  input: Input,
  isRecord: (name: string, path: readonly string[]) => boolean,
  { around, signal }: { readonly around?: ((element: XmlElement, path: readonly string[]) => void) | undefined; readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<XmlElement, void> {
  const records: XmlElement[] = [];
  /** What is open and in no record, and then what is open in one. */
  const outside: Growing[] = [];
  const inside: Growing[] = [];
  const scanner = new XmlScanner({
    open(name, attributes) {
      const element = new Growing(name, attributes);
      if (inside.length > 0) {
        if (inside.length > deepest) throw new SourceError('unreadable', `${input.address.href} nests more than ${deepest} elements, at line ${scanner.line}.`);
        inside.at(-1)!.children.push(element);
        inside.push(element);
      } else if (isRecord(name, scanner.path)) inside.push(element);
      else outside.push(element);
    },
    text(text) {
      (inside.at(-1) ?? outside.at(-1))?.add(text);
    },
    close() {
      if (inside.length > 0) {
        const element = inside.pop()!;
        if (inside.length === 0) records.push(element);
        return;
      }
      const element = outside.pop();
      if (element) around?.(element, scanner.path);
    },
  });
  const breath = new Breath(signal);
  for await (const text of xmlText(input)) {
    scanner.push(text);
    yield* records.splice(0);
    await breath.pause();
  }
  yield* records.splice(0);
  if (!scanner.end()) throw new SourceError('unreadable', `${input.address.href} breaks off at line ${scanner.line}: ${scanner.path.map((name) => `<${name}>`).join('')} is not closed.`);
}

/** A small document as a whole; `undefined` where it has no element. Throws `SourceError('unreadable')` where it breaks off. */
export async function readXml(input: Input, signal?: AbortSignal): Promise<XmlElement | undefined> {
  for await (const root of xmlRecords(input, () => true, { signal })) return root;
  return undefined;
}

/** The first child of that name, or of any of those names. */
export const first = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined => element?.children.find(({ name }) => names.includes(name));

export const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] => element?.children.filter((child) => child.name === name) ?? [];

/** The text of what a path of names leads to; `undefined` where there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  let found = element;
  for (const name of path) found = first(found, name);
  return found?.text || undefined;
}

/** All elements of that name within, at any depth, in the order of the document. */
export function* within(element: XmlElement, name: string): Generator<XmlElement, void> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* within(child, name);
  }
}

/** The text of a document in pieces. Its first line may say the encoding. */
async function* xmlText({ head, body, charset }: Input): AsyncGenerator<string, void> {
  const said = /^[^<]{0,4}<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(String.fromCharCode(...head.subarray(0, 200)))?.[1];
  const decoder = new TextDecoder(await encodingOf(head, known(said) ?? charset));
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length; at += piece) yield decoder.decode(value.subarray(at, at + piece), { stream: true });
    }
    yield decoder.decode();
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function known(encoding: string | undefined): string | undefined {
  try {
    return encoding && new TextDecoder(encoding).encoding;
  } catch {
    return undefined;
  }
}
