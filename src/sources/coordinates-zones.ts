import type { Column } from '../model/dataset.js';
import { converterOf } from './projection.js';

/** Headers of zones of UTM, in several languages. */
const zoneName = /(^|[^\p{L}])(zone|zona|zon|huso|fuso|fuseau|zonenr)([^\p{L}]|$)|utm.*zone|zone.*utm/iu;
/** `32`, `32U`, `UTM 32N`. */
const zoneText = /^\s*(?:utm[\s-]*)?(?:zone\s*)?(\d{1,2})\s*([C-HJ-NP-X])?\s*$/i;

/** Metres of UTM, of which another column says the zone. */
export interface Zoned {
  /** The grid of each row; 0 where it says none. */
  readonly codes: Float64Array;
  /** The one grid, if all rows have the same. */
  readonly only: string | undefined;
}

/** The grids that a column of zones names; `undefined` where none does. */
export function zonesOf(columns: readonly Column[], y: Float64Array): Zoned | undefined {
  for (const column of columns) {
    if (column.type === 'date' || !zoneName.test(column.name)) continue;
    const codes = new Float64Array(y.length);
    const isNamed = /utm|huso|fuso|fuseau/i.test(column.name);
    const seen = new Set<number>();
    let isZone = true;
    for (let row = 0; row < y.length && isZone; row += 1) {
      const value = column.value(row);
      if (value === undefined) continue;
      const match = zoneText.exec(String(value));
      const zone = Number(match?.[1]);
      // Other zones have numbers, too: those of Europe alone, or a letter behind them, make them zones of UTM.
      isZone = zone >= 1 && zone <= 60 && (isNamed || match?.[2] !== undefined || (zone >= 28 && zone <= 38));
      if (isZone) seen.add((codes[row] = (isSouth(zone, match?.[2], y[row]!) ? 32_700 : 32_600) + zone));
    }
    if (isZone && seen.size > 0) return { codes, only: seen.size === 1 ? `EPSG:${[...seen][0]}` : undefined };
  }
  return undefined;
}

/** S is the south, or the band of Spain: there the metres from the equator are fewer. */
function isSouth(zone: number, letter: string | undefined, northing: number): boolean {
  const band = letter?.toUpperCase() ?? 'N';
  return band === 'S' ? northing > 4_450_000 || (zone > 17 && zone < 26) : band < 'N';
}

/** Metres of several zones as degrees; what says no zone is nowhere. */
export async function fromZones(x: Float64Array, y: Float64Array, { codes }: Zoned): Promise<readonly [x: Float64Array, y: Float64Array]> {
  const [lon, lat] = [new Float64Array(x.length).fill(Number.NaN), new Float64Array(x.length).fill(Number.NaN)];
  for (const code of new Set(codes)) {
    if (code === 0) continue;
    const degreesOf = await converterOf(`EPSG:${code}`);
    for (let row = 0; row < x.length; row += 1) if (codes[row] === code) [lon[row], lat[row]] = degreesOf(x[row]!, y[row]!);
  }
  return [lon, lat];
}
