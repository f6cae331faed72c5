import type { Dataset } from '../../../src/model/dataset.js';
import { latitude, longitude, maxLatitude } from '../../../src/model/mercator.js';

/** The box of all places in degrees as other programs give it: from the least to the greatest, without the antimeridian in mind. */
export function boxOf({ places }: Dataset): readonly [number, number, number, number] | undefined {
  if (!places) return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number): void => {
    [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  };
  const { coordinates } = places.shapes ?? {};
  if (coordinates) for (let at = 0; at < coordinates.length; at += 2) take(coordinates[at]!, coordinates[at + 1]!);
  else places.x.forEach((x, row) => Number.isNaN(x) || take(x, places.y[row]!));
  return [longitude(west), latitude(south), longitude(east), latitude(north)];
}

/** One box around those that other programs found, as far north and south as a web map goes. */
export function around(boxes: readonly (readonly number[] | null | undefined)[]): readonly number[] | undefined {
  const there = boxes.filter((box) => box !== null && box !== undefined);
  if (there.length === 0) return undefined;
  const edge = (i: number, pick: (...values: number[]) => number): number => pick(...there.map((box) => box[i]!));
  const clamped = (lat: number): number => Math.max(-maxLatitude, Math.min(maxLatitude, lat));
  return [edge(0, Math.min), clamped(edge(1, Math.min)), edge(2, Math.max), clamped(edge(3, Math.max))];
}
