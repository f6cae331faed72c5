import type { Column, Roles } from '../model/dataset.js';
import type { BuiltPlaces } from '../model/places.js';
import { PlacesBuilder } from '../model/places-builder.js';
import type { Problems } from '../model/problems.js';
import { firstValues } from '../model/roles.js';
import { degreeColumns, gridOfHeader, metreColumns, plainColumns, type Pair } from './coordinates-names.js';
import { Breath, inSlices } from './slices.js';
import type { DatasetOptions } from './source.js';

export interface FoundPlaces {
  readonly built: BuiltPlaces;
  /** The grid that the values or the headers name. */
  readonly crs: string | undefined;
  readonly roles: Roles;
  /** What the columns are called, and whether their names say that they are metres of a national grid. */
  readonly hint: { readonly columns: string; readonly metres: boolean };
}

const wktText = /^\s*(?:SRID=\d+;\s*)?(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)/i;
const geojsonText = /^\{.*"type"\s*:\s*"(?:Multi)?(?:Point|LineString|Polygon)".*\}$/s;
const pairText = /^\s*[[(]?\s*(-?\d{1,3}\.\d{3,})\s*[,; ]\s*(-?\d{1,3}\.\d{3,})\s*[\])]?\s*$/;
/** PostGIS writes geometry as the digits of its bytes. */
const wkbText = /^(?:\\x)?(?:01[\da-f]{2}(?:00|0[1-9a-f])00[02468ace]0|00[02468ace]00000[1-7])[\da-f]{32,}$/i;
/** A pair that its header explains need not be so exact. */
const namedPair = /^\s*[[(]?\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*[\])]?\s*$/;
const namesPair = /geo[_ ]?point|lat[_ ]?l(o?ng?|on)|l(o?ng?|on)_?lat|\.coordinates$|^(gps|geo_?)?coord(inate|onn?[eé]e|enada)?s?(_?xy)?$/i;
/** Degrees with their sign, or with a point of the compass. */
const angleSign = /\d\s*[°º˚]|^\s*[NSEWO]\s*\d|\d[\d.\s'"′″’”]*[NSEWO]\s*$/i;
const angleHeader = /lat|lon|lng|breit|l(ä|ae)ng/i;
/** Half of Europe writes decimals with a comma. */
const commaPair = /^\s*[[(]?\s*(-?\d{1,3},\d{3,})\s*[; ]\s*(-?\d{1,3},\d{3,})\s*[\])]?\s*$/;
/** Socrata writes an address and its place into one cell: `1 Main St\n(47.6, -122.3)`. */
const pairBehind = /[\s,]\((-?\d{1,2}\.\d+),\s*(-?\d{1,3}\.\d+)\)\s*$/;

/** The places of a table that says nothing about them: by what the page names, by values, by headers; `undefined` if it has none. */
export async function readPlaces(columns: readonly Column[], rows: number, problems: Problems, record: (row: number) => number, { map, signal, crs }: DatasetOptions): Promise<FoundPlaces | undefined> {
  const builder = new PlacesBuilder(problems, record);
  const turned = (row: number): void => problems.note('swapped', record(row));
  const named = (name: string | undefined): number => columns.findIndex((column) => column.name === name?.trim());
  const said: Pair = { east: named(map?.longitude), north: named(map?.latitude), plainness: 0 };
  if (columns[said.east]?.type === 'number' && columns[said.north]?.type === 'number') return fromPair(builder, columns, said, false, turned, signal);
  const firsts = columns.map((column) => (column.type === 'text' || column.type === 'category' ? firstValues(column) : []));
  // A column that is named may hold plain pairs, however few digits they have.
  const pair = named(map?.geometry);
  if (pair >= 0 && mostly(firsts[pair]!, (value) => namedPair.test(value))) return fromPairText(builder, columns, pair, rows, namedPair, new Breath(signal));
  const geometry = map?.geometry ? named(map.geometry) : firsts.findIndex((values) => mostly(values, (value) => wktText.test(value) || geojsonText.test(value) || wkbText.test(value)));
  const degrees = degreeColumns(columns);
  // Shapes say more than points, but not in metres that nobody explains while the degrees stand beside them, nor do whole drawings.
  if (geometry >= 0 && (!degrees || !(inMetres(columns[geometry]!) || mostly(firsts[geometry]!, (value) => /"Feature/.test(value))))) return fromGeometry(builder, columns, geometry, rows, signal);
  if (degrees) return fromPair(builder, columns, degrees, false, turned, signal);
  for (const pattern of [pairText, namedPair, commaPair, pairBehind]) {
    const text = firsts.findIndex((values, index) => (pattern !== namedPair || namesPair.test(columns[index]!.name)) && mostly(values, (value) => pattern.test(value)));
    if (text >= 0) return fromPairText(builder, columns, text, rows, pattern, new Breath(signal));
  }
  // Numbers, too, are text where a few of them are none.
  const mayBeAngles = firsts.some((values, index) => mostly(values, (value) => angleSign.test(value) || (angleHeader.test(columns[index]!.name) && /^[-\d]/.test(value))));
  const angles = mayBeAngles ? (await import('./coordinates-angles.js')).withAngles(columns, rows) : undefined;
  const angled = angles && (angles.pair ?? degreeColumns(angles.columns));
  if (angled) {
    const found = await fromPair(builder, angles.columns, { ...angled, plainness: 0 }, false, turned, signal);
    return angles.whole === undefined ? found : { ...found, roles: { geometry: angles.whole } };
  }
  const metres = metreColumns(columns);
  if (metres) return fromPair(builder, columns, metres, true, turned, signal);
  const plain = plainColumns(columns);
  return plain && !arePixels(columns, plain, crs) ? fromPair(builder, columns, plain, false, turned, signal) : undefined;
}

/** Whether “x” and “y” are too small for metres and too great for degrees: places in a picture or a game. The picture of a whole web map is asked about. */
function arePixels(columns: readonly Column[], { east, north }: Pair, crs: string | undefined): boolean {
  const [x, y] = [columns[east], columns[north]];
  if (crs || x?.type !== 'number' || y?.type !== 'number') return false;
  const within = (low: number, high: number): boolean => [x, y].every(({ values }) => values.every((value) => !(value < low || value > high)));
  return within(-1000, 1000) && !within(0, 256) && (beyond(y.values, 90) || x.values.some((value) => Math.abs(value) > 180) || y.values.some((value) => Math.abs(value) > 90));
}

const mostly = (values: readonly string[], test: (value: string) => boolean): boolean => values.length > 0 && values.filter(test).length * 2 > values.length;

function inMetres(column: Column): boolean {
  const [value = ''] = firstValues(column);
  return !/SRID/i.test(value) && Math.abs(Number(/-?\d+(\.\d+)?/.exec(value)?.[0])) > 360;
}

async function fromPair(builder: PlacesBuilder, columns: readonly Column[], pair: Pair, metres: boolean, turned: (row: number) => void, signal: AbortSignal | undefined): Promise<FoundPlaces> {
  let { east, north } = pair;
  const values = (index: number): Float64Array => (columns[index] as Extract<Column, { type: 'number' }>).values;
  // Headers are swapped more often than there are places beyond the poles.
  const isTurned = !metres && beyond(values(north), 90) && !beyond(values(east), 90) && !beyond(values(north), 180);
  if (isTurned) [east, north] = [north, east];
  let [x, y] = [values(east), values(north)];
  const names = [columns[pair.east]!.name, columns[pair.north]!.name];
  let crs = metres || beyond(y, 90) ? gridOfHeader(names.join(' ')) : undefined;
  if (beyond(y, 90) && columns.some(({ name }) => /zon|huso|fuso|fuseau/i.test(name))) {
    const { fromZones, zonesOf } = await import('./coordinates-zones.js');
    const zoned = zonesOf(columns, y);
    if (zoned && !zoned.only) [x, y] = await fromZones(x, y, zoned);
    crs = zoned ? (zoned.only ?? 'EPSG:4326') : crs;
  }
  await inSlices(addPoints(builder, x, y, isTurned ? turned : undefined), signal);
  return { built: builder, crs, roles: { longitude: east, latitude: north }, hint: { columns: names.map((name) => `“${name}”`).join(' and '), metres } };
}

function* addPoints(builder: PlacesBuilder, x: Float64Array, y: Float64Array, turned: ((row: number) => void) | undefined): Generator<void, void> {
  for (let row = 0; row < x.length; row += 1) {
    if ((row & 16_383) === 16_383) yield;
    if (turned && !Number.isNaN(x[row]! + y[row]!)) turned(row);
    builder.point(x[row]!, y[row]!);
  }
}

/** Whether most values are greater than can be. */
function beyond(values: Float64Array, limit: number): boolean {
  let [all, over] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    all += 1;
    if (Math.abs(value) > limit) over += 1;
  }
  return over * 2 > all;
}

async function fromGeometry(builder: PlacesBuilder, columns: readonly Column[], index: number, rows: number, signal: AbortSignal | undefined): Promise<FoundPlaces> {
  const column = columns[index]!;
  const { addGeometryTexts } = await import('./geometry-text.js');
  const crs = await addGeometryTexts(builder, column, rows, signal);
  return { built: builder, crs: crs ?? gridOfHeader(column.name), roles: { geometry: index }, hint: { columns: `“${column.name}”`, metres: false } };
}

const degreesOf = (text: string | undefined): number => Number(text?.replace(',', '.'));

/** `48.85, 2.35`: latitude first, as portals write it, unless the header or the numbers say otherwise. */
async function fromPairText(builder: PlacesBuilder, columns: readonly Column[], index: number, rows: number, pattern: RegExp, breath: Breath): Promise<FoundPlaces> {
  const column = columns[index]!;
  const firsts = firstValues(column).map((value) => pattern.exec(value)).filter((match) => match !== null);
  const tooFar = (group: 1 | 2): number => firsts.filter((match) => Math.abs(degreesOf(match[group])) > 90).length;
  // Members of this name, within another, are as GeoJSON has them; what is called “xy” has the east first, too.
  const eastFirst = /l(on|o?ng).*lat|\.coordinates$|xy$/i.test(column.name) ? tooFar(2) <= tooFar(1) : tooFar(1) > tooFar(2);
  for (let row = 0; row < rows; row += 1) {
    if ((row & 255) === 255) await breath.pause();
    const match = pattern.exec(String(column.value(row) ?? ''));
    const [first, second] = [degreesOf(match?.[1]), degreesOf(match?.[2])];
    if (eastFirst) builder.point(first, second);
    else builder.point(second, first);
  }
  return { built: builder, crs: undefined, roles: { geometry: index }, hint: { columns: `“${column.name}”`, metres: false } };
}
