/** A node of well-known text about a grid, such as `UNIT["Meter",1.0]`. */
export interface WktNode {
  /** Upper case, as keywords are. */
  readonly keyword: string;
  readonly values: readonly (string | number)[];
  readonly nodes: readonly WktNode[];
}

/** Longer than any grid, and deeper. */
const longest = 100_000;
const deepest = 100;
/** A text in quotes, in which two stand for one; a word or number; a bracket of either kind. */
const token = /"((?:[^"]|"")*)"|([^\s,"()[\]]+)|([([])|([)\]])/g;

interface Growing extends WktNode {
  readonly values: (string | number)[];
  readonly nodes: Growing[];
}

/** The tree of a definition, in WKT 1 as Esri and OGC write it, or in WKT 2; `undefined` where it is none. */
export function wktTree(wkt: string): WktNode | undefined {
  const open: Growing[] = [];
  let word: string | undefined;
  for (const [, quoted, bare, opens, closes] of wkt.slice(0, longest).matchAll(token)) {
    if (opens) {
      if (word === undefined || open.length === deepest) return undefined;
      // The word before the bracket was taken for a value, which it is where none follows.
      const around = open.at(-1);
      around?.values.pop();
      const node: Growing = { keyword: word.toUpperCase(), values: [], nodes: [] };
      around?.nodes.push(node);
      open.push(node);
      word = undefined;
    } else if (closes) {
      const closed = open.pop();
      if (!closed || open.length === 0) return closed;
    } else {
      word = bare;
      const value = quoted?.replaceAll('""', '"') ?? (Number.isFinite(Number(bare)) ? Number(bare) : bare!);
      open.at(-1)?.values.push(value);
    }
  }
  return undefined;
}

/** The first child of one of these keywords. */
export const child = (node: WktNode | undefined, ...keywords: readonly string[]): WktNode | undefined => node?.nodes.find(({ keyword }) => keywords.includes(keyword));

/** The name that stands first in a node. */
export const nameOf = (node: WktNode | undefined): string => String(node?.values[0] ?? '');

/** The number at a place of a node. */
export function numberAt(node: WktNode | undefined, index: number): number | undefined {
  const value = Number(node?.values[index] ?? Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

/** What a node says of itself: `AUTHORITY["EPSG","25832"]` or `ID["EPSG",25832]`. */
export function epsgOf(node: WktNode): number | undefined {
  const said = child(node, 'AUTHORITY', 'ID');
  return /^EPSG$/i.test(nameOf(said)) ? numberAt(said, 1) : undefined;
}
