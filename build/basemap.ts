import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/**
 * Makes src/engine/basemap.data.ts, the land and the borders of the world that every map brings along. Run by
 * hand (`npx tsx build/basemap.ts`) when Natural Earth has a new edition; its output is committed.
 *
 * Steps of a twentieth of a degree are finer than the 1:110 million drawing itself. A line is its number of positions,
 * then each position as the difference to the one before, lines following one another without a gap; a number is written in
 * base 44 with a digit's upper half of the alphabet meaning that more follows, the sign in its lowest bit.
 */
interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: {
    readonly land: { readonly geometries: readonly { readonly arcs: readonly (readonly (readonly number[])[])[] }[] };
    readonly countries: { readonly geometries: readonly { readonly type: string; readonly arcs: unknown }[] };
  };
}

type Line = readonly (readonly [number, number])[];

const stepsPerDegree = 20;
// No quote, no backslash, nothing that a template or HTML would read.
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+,-./:;=?@[]^_{|}~ ';
const base = alphabet.length / 2;

const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-110m.json'), 'utf8')) as Topology;
const { scale, translate } = topology.transform;

const arcs: readonly Line[] = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [Math.round((x * scale[0] + translate[0]) * stepsPerDegree), Math.round((y * scale[1] + translate[1]) * stepsPerDegree)];
  });
});

const arc = (index: number): Line => (index < 0 ? [...arcs[~index]!].reverse() : arcs[index]!);

/** Without positions that fall together in these steps. */
const distinct = (line: Line): Line => line.filter(([x, y], i) => i === 0 || x !== line[i - 1]![0] || y !== line[i - 1]![1]);

const world = 360 * stepsPerDegree;

/** Runs on beyond 180° where the line of the file jumps to the other side; Antarctica, which goes all the way round, is closed at the pole. */
function unrolled(line: Line): Line {
  let turns = 0;
  const result = line.map(([x, y], i): readonly [number, number] => {
    const before = line[i - 1]?.[0] ?? x;
    if (Math.abs(x - before) > world / 2) turns += before > x ? 1 : -1;
    return [x + turns * world, y];
  });
  const [[firstX] = [0], [lastX] = [0]] = [result[0], result.at(-1)];
  const pole = -90 * stepsPerDegree;
  return Math.abs(firstX - lastX) > world / 2 ? [...result, [lastX, pole], [firstX, pole]] : result;
}

const land = topology.objects.land.geometries
  .flatMap((geometry) => geometry.arcs.flat())
  .map((ring) => unrolled(distinct(ring.flatMap((index) => [...arc(index)]))))
  .filter((ring) => ring.length > 2);

// A border is an arc that two countries have.
const users = new Map<number, number>();
for (const { arcs: nested } of topology.objects.countries.geometries) {
  for (const index of new Set([nested].flat(3) as number[]).values()) {
    const own = index < 0 ? ~index : index;
    users.set(own, (users.get(own) ?? 0) + 1);
  }
}
const borders = [...users].filter(([, count]) => count > 1).map(([index]) => unrolled(distinct(arcs[index]!))).filter((line) => line.length > 1);

function digits(value: number): string {
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  let text = '';
  for (; rest >= base; rest = Math.floor(rest / base)) text += alphabet[base + (rest % base)];
  return text + alphabet[rest];
}

function encoded(lines: readonly Line[]): string {
  let [x, y] = [0, 0];
  return lines
    .map((line) => digits(line.length) + line.map(([nextX, nextY]) => {
      const text = digits(nextX - x) + digits(nextY - y);
      [x, y] = [nextX, nextY];
      return text;
    }).join(''))
    .join('');
}

const module = `// Made by build/basemap.ts from Natural Earth 1:110 million (public domain), by way of world-atlas.

export const stepsPerDegree = ${stepsPerDegree};
export const alphabet = '${alphabet}';

/** Rings of land; lakes that are drawn are rings too. */
export const land = '${encoded(land)}';

/** Lines between countries. */
export const borders = '${encoded(borders)}';
`;

const file = fileURLToPath(new URL('../src/engine/basemap.data.ts', import.meta.url));
writeFileSync(file, module);
console.log(`${land.length} rings, ${borders.length} borders, ${(brotliCompressSync(module).length / 1000).toFixed(1)} kB as brotli`);
