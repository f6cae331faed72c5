import type { Bounds } from '../../model/dataset.js';
import { crsName } from '../crs-name.js';

/** Which number stands first: the easting (or the longitude), or the northing (or the latitude). */
export type Order = 'east' | 'north';

/**
 * Grids in metres whose official order is northing first, by the EPSG register as PROJ 9.1 has it; numbers between them
 * that no grid has are taken in.
 */
const northFirst = `
  2036 2044-2045 2081-2083 2085-2086 2091-2093 2096-2098 2105-2132 2166-2180 2193 2199-2200 2206-2212 2218 2221 2296-2307 2319-2549 2551-2735 2738-2758
  2935-2941 2953 3006-3030 3034-3035 3038-3051 3058-3059 3068 3114-3118 3120 3126-3140 3144-3147 3150-3152 3173 3300-3301 3328-3335 3346 3350-3352 3366
  3386-3390 3396-3399 3407 3414 3416 3764 3788-3793 3795-3796 3833-3854 3873-3885 3907-3911 4026-4038 4417 4434 4491-4554 4568-4589 4652-4822 4839-4880
  5048 5105-5188 5253-5259 5269-5275 5343-5349 5367 5479-5481 5518-5520 5562-5588 5632-5639 5651-5653 6244-6275 6362 6372-6387 6669-6687 6707-6709
  6870-6876 6962 7799-7801 7825-7831 8433-8441 9039-9040 9221-9254 9271-9285 9377 9498 9821 9831-9841 9851-9865 9895 20004-20032 20064-20092 20904-20932
  21004-21032 21207-21264 21307-21483 21896-21899 22171-22197 22240 25884 27205-27232 27391-27398 27492 28402-28492 29701-29702 30161-30179 30800
  31251-31259 31275-31290 31466-31469 31700
`.trim().split(/\s+/).map((range) => range.split('-').map(Number));
/** Degrees with the longitude first, which France registered beside the others. */
const longitudeFirst = /^(703[4-9]|704[0-2]|708[4-8]|7133)$/;

const codeOf = (crs: string | undefined): number => Number(/^EPSG:(\d+)$/.exec(crs ?? '')?.[1]);

/** Whether the official order of a grid is northing first; degrees have the latitude first. */
export function isNorthFirst(code: number, isDegrees: boolean): boolean {
  if (isDegrees) return !longitudeFirst.test(String(code));
  return northFirst.some(([first = 0, last = first]) => code >= first && code <= last);
}

/**
 * The order of numbers under the name of a grid; `undefined` where only their place can tell. A URN and an address of
 * opengis.net/def stand for the official order (OGC 09-048r5); degrees called `EPSG:4326` are written in either.
 */
export function orderOf(said: string | undefined, isDegrees: boolean): Order | undefined {
  if (!said) return isDegrees ? undefined : 'east';
  if (/CRS:?84/i.test(said)) return 'east';
  if (/^urn:|opengis\.net\/def\//i.test(said)) return isNorthFirst(codeOf(crsName(said)), isDegrees) ? 'north' : 'east';
  return isDegrees ? undefined : 'east';
}

/** Whether numbers can be degrees, by the first of them. */
export function looksLikeDegrees(positions: Float64Array): boolean {
  return positions.length > 0 && positions.subarray(0, 400).every((value) => Math.abs(value) <= 180 || Number.isNaN(value));
}

/** How many positions are looked at. */
const sample = 500;

/** The order of degrees that nobody tells: the one in which they are on Earth, and in the box where the data is said to lie. */
export function decidedOrder(positions: Float64Array, within: Bounds | undefined, otherwise: Order): Order {
  const step = 2 * Math.max(1, Math.floor(positions.length / 2 / sample));
  let [east, north] = [0, 0];
  for (let at = 0; at < positions.length; at += step) {
    const [first, second] = [positions[at]!, positions[at + 1]!];
    east += Number(lies(first, second, within));
    north += Number(lies(second, first, within));
  }
  return east === north ? otherwise : east > north ? 'east' : 'north';
}

function lies(lon: number, lat: number, within: Bounds | undefined): boolean {
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return false;
  if (!within) return true;
  const [west, south, east, north] = within;
  // Boxes are often rounded.
  const margin = 0.5;
  return lat >= south - margin && lat <= north + margin && (west <= east ? lon >= west - margin && lon <= east + margin : lon >= west || lon <= east);
}

/** Puts the second number of each position first. Yields so that its caller may pause. */
export function* swapped(positions: Float64Array): Generator<void, void> {
  for (let at = 0; at < positions.length; at += 2) {
    [positions[at], positions[at + 1]] = [positions[at + 1]!, positions[at]!];
    if ((at & 32_767) === 32_766) yield;
  }
}
