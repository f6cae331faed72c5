import type { Column } from '../model/dataset.js';
import { headerWords } from '../model/roles.js';

/** Two columns of which the first goes east and the second north, and how plain their names say it. */
export interface Pair {
  readonly east: number;
  readonly north: number;
  readonly plainness: number;
}

/** Degrees, in many languages. */
const degrees = {
  east: 'longitudine longitude longitud long lng lon laengengrad langengrad geolaenge geolange geografischelange lengtegraad dlugoscgeograficzna długoscgeograficzna dlugoscgeogr długoscgeogr zemepisnadelka zemepisnadlzka geografskaduzina foldrajzihosszusag pituusaste lengdegrad længdegrad langdgrad долгота довгота 経度 經度 经度 경도'.split(' '),
  north: 'latitudine latitude latitud lat breitengrad geobreite geografischebreite breedtegraad szerokoscgeograficzna szerokoscgeogr zemepisnasirka geografskasirina foldrajziszelesseg leveysaste breddegrad breddgrad широта 緯度 纬度 위도'.split(' '),
};

/** Degrees in German, or how long and how wide something is: the values decide. */
const sizes = { east: ['laenge', 'lange'], north: ['breite'] };

/** Metres in a national grid. */
const metres = {
  east: 'rechtswert eastings easting ostwert oosting rechts este east ost est oost e'.split(' '),
  north: 'hochwert northings northing nordwert noording hoch norte north nord noord n'.split(' '),
};

/** `reclat` is `rec` + `lat`: what is around the word must be the same in both columns, so that chance likenesses do not pair up. */
function around(name: string, words: readonly string[], wholeWord: number): Map<string, number> {
  const header = headerWords(name);
  const squashed = header.replaceAll(' ', '');
  const found = new Map<string, number>();
  for (const word of words) {
    // A single letter means something only if it stands alone.
    if (word.length <= wholeWord) {
      const parts = header.split(' ');
      const i = parts.indexOf(word);
      if (i >= 0) found.set([...parts.slice(0, i), '|', ...parts.slice(i + 1)].join(''), squashed.length - word.length);
      continue;
    }
    for (let at = squashed.indexOf(word); at >= 0; at = squashed.indexOf(word, at + 1)) {
      // `Xlong` and `Ylat`, `lon_e` and `lat_n` say it twice.
      const [before, after] = [squashed.slice(0, at), squashed.slice(at + word.length)].map((rest) => rest.replace(/^[xyen]$/, ''));
      found.set(`${before}|${after}`, squashed.length - word.length);
    }
  }
  return found;
}

function pairs(columns: readonly Column[], words: { readonly east: readonly string[]; readonly north: readonly string[] }, wholeWord: number): Pair[] {
  const numbers = columns.flatMap((column, index) => (column.type === 'number' ? [{ name: column.name, index }] : []));
  // By what is around the word, for tables may have thousands of columns.
  const norths = new Map<string, number[]>();
  for (const { name, index } of numbers) {
    for (const key of around(name, words.north, wholeWord).keys()) norths.set(key, [...(norths.get(key) ?? []), index]);
  }
  return numbers.flatMap(({ name, index: east }) =>
    [...around(name, words.east, wholeWord)].flatMap(([key, plainness]) => (norths.get(key) ?? []).filter((north) => north !== east).map((north) => ({ east, north, plainness }))),
  );
}

const plainest = (found: readonly Pair[]): Pair | undefined => [...found].sort((a, b) => a.plainness - b.plainness)[0];

/** Whether values are degrees by the looks of them: nobody measures a thing to a tenth of a millimetre. */
function isExact(column: Column | undefined, limit: number): boolean {
  const values = column?.type === 'number' ? column.values.filter((value) => !Number.isNaN(value)) : [];
  const exact = values.filter((value) => Math.abs(value) <= limit && Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6);
  return exact.length * 2 > values.length;
}

/** The columns whose headers say longitude and latitude. */
export function degreeColumns(columns: readonly Column[]): Pair | undefined {
  return plainest(pairs(columns, degrees, 0)) ?? plainest(pairs(columns, sizes, 0).filter(({ east, north }) => isExact(columns[east], 180) && isExact(columns[north], 90)));
}

/** The columns whose headers say easting and northing. */
export function metreColumns(columns: readonly Column[]): Pair | undefined {
  return plainest(pairs(columns, metres, 4));
}

/** The columns whose headers say no more than x and y: degrees or metres. */
export function plainColumns(columns: readonly Column[]): Pair | undefined {
  return plainest([
    ...pairs(columns, { east: ['x'], north: ['y'] }, 1),
    ...pairs(columns, { east: 'xcoord xkoord coordx koordx xwert pointx geox posx xutm utmx'.split(' '), north: 'ycoord ykoord coordy koordy ywert pointy geoy posy yutm utmy'.split(' ') }, 0),
  ]);
}

const gridWords: readonly (readonly [sign: RegExp, crs: string])[] = [
  [/lambert ?93|\bl93\b/, 'EPSG:2154'],
  [/\blv ?95\b/, 'EPSG:2056'],
  [/\blv ?03\b/, 'EPSG:21781'],
  [/\butm ?32/, 'EPSG:25832'],
  [/\butm ?33/, 'EPSG:25833'],
  [/\bwgs ?84\b/, 'EPSG:4326'],
  [/\brd ?new\b|\brijksdriehoek/, 'EPSG:28992'],
];

/** The grid that a header names, as in `x_25832` or `Ost LV95`. */
export function gridOfHeader(name: string): string | undefined {
  const header = headerWords(name);
  const code = /\b(?:epsg ?)?((?:2|3|4|5)\d{3,4})\b/.exec(header)?.[1];
  return gridWords.find(([sign]) => sign.test(header))?.[1] ?? (code && `EPSG:${code}`);
}
