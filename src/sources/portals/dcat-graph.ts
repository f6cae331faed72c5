import { bestLanguage } from '../formats/translations.js';

/** A text in a graph, in a language where it says so. */
export interface Literal {
  readonly text: string;
  readonly language?: string | undefined;
}

/** A thing in a graph: a catalogue, a dataset, a distribution, a licence. Names are local: `dcat:title` and `dct:title` are `title`. */
export interface Thing {
  readonly id?: string | undefined;
  readonly types: readonly string[];
  readonly values: Map<string, Value[]>;
}

export type Value = Literal | Thing;

export const isThing = (value: Value): value is Thing => 'values' in value;

/** `title` of `dcat:title`, `http://purl.org/dc/terms/title` and `title`. */
export const localName = (name: string): string => /[^:#/]*$/.exec(name)![0];

/** All that a description says of things, by their ids: some say a thing where it is used, others say it once and point to it. */
export class Graph {
  readonly #things: Thing[] = [];
  readonly #byId = new Map<string, Thing>();
  readonly #same = new Map<Thing, Thing>();

  add(thing: Thing): void {
    this.#things.push(thing);
    if (!thing.id) return;
    const known = this.#byId.get(thing.id);
    // Some say one thing in several places, a part in each.
    if (known && known.types.some((type) => thing.types.includes(type))) {
      for (const [name, values] of thing.values) if (!known.values.has(name)) known.values.set(name, values);
      this.#same.set(thing, known);
      return;
    }
    // What only points to a thing says nothing of it.
    if (!known || known.values.size < thing.values.size) this.#byId.set(thing.id, thing);
  }

  get things(): readonly Thing[] {
    return this.#things;
  }

  /** The thing itself, where another only points to it, or says more of it. */
  resolved(thing: Thing): Thing {
    return this.#same.get(thing) ?? (thing.values.size === 0 && thing.id ? this.#byId.get(thing.id) : undefined) ?? thing;
  }

  /** The things that a thing has under any of these names. */
  thingsOf(thing: Thing | undefined, ...names: readonly string[]): readonly Thing[] {
    return names.flatMap((name) => thing?.values.get(name) ?? []).flatMap((value) => (isThing(value) ? [this.resolved(value)] : []));
  }

  /** What a thing has under the first of these names that it has, in words: of a thing its name, of several languages the best. */
  text(thing: Thing | undefined, ...names: readonly string[]): string | undefined {
    for (const name of names) {
      const values = thing?.values.get(name) ?? [];
      const literals = values.filter((value): value is Literal => !isThing(value) && value.text.trim() !== '');
      const language = bestLanguage(literals.map((literal) => literal.language ?? ''));
      const found = literals.find((literal) => (literal.language ?? '') === language) ?? literals[0];
      if (found) return found.text.trim();
      const [other] = values.filter(isThing);
      const label = other && this.text(this.resolved(other), 'name', 'label', 'prefLabel', 'title', 'fn', 'value');
      if (label) return label;
    }
    return undefined;
  }

  /** The first address that a thing has under these names: as a text, or as the id of a thing. */
  address(thing: Thing | undefined, ...names: readonly string[]): string | undefined {
    for (const name of names) {
      for (const value of thing?.values.get(name) ?? []) {
        const said = isThing(value) ? (value.id ?? this.address(value, 'url', 'contentUrl')) : value.text.trim();
        if (said) return said;
      }
    }
    return undefined;
  }
}
