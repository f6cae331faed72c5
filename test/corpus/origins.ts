import type { Entry } from './check.js';

/*
 * The files of the projects that we come from have no index of their own: what is in them was counted by a script that
 * knows nothing of our readers.
 */

type Range = readonly [number, number];

const counted = (file: string, read: number, located: number): Entry => ({ file: `origins/${file}`, kind: 'origin', must_find: { read, located } });
const citadel = (file: string, poi: number, points: number, first: Range, second: Range): Entry => ({ file: `origins/citadel/${file}.json`, kind: 'citadel', must_find: { poi, points, posList_first_min_max: first, posList_second_min_max: second } });
/** Positions in pixels of a picture of the whole world, and where they lie. */
const pixels = (file: string, rows: number, bbox: readonly number[]): Entry => ({ file: `origins/otn/${file}.pixelxy.csv`, kind: 'pixels', must_find: { rows, bbox } });

export const origins: readonly Entry[] = [
  citadel('EVENTS_athens', 5, 5, [37.975583, 37.984045], [23.732523, 23.780572]),
  citadel('EVENTS_issy', 15, 15, [48.8180552, 48.827591], [2.2540197, 2.279254]),
  citadel('PARKING_AthensParkingSeats', 2, 2, [37.984287, 37.992208], [23.731598, 23.767942]),
  citadel('PARKING_Gent', 5, 5, [51.04174130808671, 51.057071972308215], [3.7164849042892456, 3.7311136722564697]),
  citadel('PARKING_Manchester', 40, 40, [53.46902, 53.490495], [-2.262425, -2.225364]),
  citadel('PARKING_athens', 4, 4, [37.973333, 37.992208], [23.73079, 23.767942]),
  citadel('POI_gent', 592, 592, [51.000064, 51.100362], [3.61665, 3.797068]),
  citadel('POI_trees_issy', 50, 50, [48.81553281, 48.83007275], [2.2488531, 2.28306698]),
  pixels('birmingham-accidents', 28_519, [-2.032303, 52.38425, -1.749418, 52.606644]),
  pixels('birmingham-trafficflow.first4k', 3999, [-1.889673, 52.445981, -1.86507, 52.465654]),
  pixels('flanders-transit-stops-1k', 1000, [4.370289, 51.197828, 4.434154, 51.281626]),
  pixels('riga-transit-1k', 1000, [23.91045, 56.85944, 24.37555, 57.0424]),
  counted('citadel/converter-sample.geojson', 12, 12),
  counted('citadel/converter-sample.latin1-semicolon.csv', 8, 8),
  counted('citadel/eau_potable_grandparis.geojson', 819, 819),
  counted('ecim-parking/bietigheim-bissingen.csv', 14, 0),
  counted('ecim-parking/freiburg_disabled_sensors.geojson', 20, 20),
  counted('ecim-parking/jena.geojson', 103, 103),
  counted('otn/birmingham-schools.epsg3857.geojson', 506, 506),
  counted('otn/derived.birmingham-accidents-3k.wgs84.geojson', 3000, 3000),
];
