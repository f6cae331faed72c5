import { textColumn } from '../../model/columns.js';
import { ValueColumn } from '../../model/columns-values.js';
import type { About, Choice, Dataset } from '../../model/dataset.js';
import { PlacesBuilder } from '../../model/places-builder.js';
import { Problems } from '../../model/problems.js';
import { peek } from '../peek.js';
import { inSlices } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { gtfsShapes, type GtfsShapes } from './gtfs-shapes.js';
import { gtfsTable, type GtfsTable } from './gtfs-table.js';
import type { Member } from './zip-archive.js';

const layers = ['stops', 'routes', 'shapes', 'locations'] as const;

/** What every layer needs: the tables of one timetable, by their names without the ending. */
interface Feed {
  readonly tables: ReadonlyMap<string, Member>;
  readonly address: URL;
  readonly about: About;
  readonly choices: readonly Choice[];
  readonly options: DatasetOptions;
}

/** A timetable by the General Transit Feed Specification: its stops, or the layer `routes`, `shapes` or `locations`. When vehicles run is not read. */
export async function readGtfs(members: readonly Member[], address: URL, options: DatasetOptions): Promise<Dataset> {
  const tables = tablesOf(members);
  const there = layers.filter((name) => tables.has(name));
  const wanted = options.layer?.trim().toLowerCase().replace(/^.*\//, '').replace(/\.(txt|geojson)$/, '') ?? 'stops';
  const layer = there.find((name) => name === wanted);
  const choices = there.filter((name) => name !== layer).map((name) => ({ name, format: 'gtfs' }));
  if (!layer) throw new SourceError('not-found', `The timetable ${address.href} has no layer “${wanted}”, but ${there.join(', ')}.`, { choices });
  const feed: Feed = { tables, address, about: await aboutOf(tables, address, options), choices, options };
  if (layer === 'stops') return dataset(await gtfsTable(tables.get('stops')!, options.signal), feed);
  if (layer === 'locations') return locations(tables.get('locations')!, feed);
  return layer === 'routes' ? routes(feed) : shapes(feed);
}

/** The tables that lie beside stops.txt, which may be in a folder. */
function tablesOf(members: readonly Member[]): Map<string, Member> {
  const stops = members.filter(({ name }) => /(^|\/)stops\.txt$/i.test(name)).sort((a, b) => b.size - a.size)[0]!;
  const folder = stops.name.slice(0, -'stops.txt'.length);
  const beside = members.filter(({ name }) => name.startsWith(folder) && /^[^/]+\.(txt|geojson)$/i.test(name.slice(folder.length)));
  return new Map(beside.map((member) => [member.name.slice(folder.length).replace(/\.\w+$/, '').toLowerCase(), member]));
}

async function aboutOf(tables: ReadonlyMap<string, Member>, address: URL, { signal }: DatasetOptions): Promise<About> {
  const [agency, info] = await Promise.all(['agency', 'feed_info'].map((name) => tables.get(name) && gtfsTable(tables.get(name)!, signal)));
  const names = new Set(Array.from({ length: Math.min(agency?.rows ?? 0, 100) }, (_, row) => agency!.text('agency_name', row)).filter(Boolean));
  const said = (name: string): string | undefined => (info && info.rows > 0 && info.text(name, 0)) || undefined;
  const day = (name: string): string | undefined => said(name)?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const valid = [day('feed_start_date'), day('feed_end_date')].filter(Boolean).join(' – ');
  const version = Date.parse(day('feed_version') ?? '');
  return {
    publisher: [...names].slice(0, 5).join(', ') || said('feed_publisher_name'),
    page: said('feed_publisher_url'),
    description: valid || undefined,
    updated: Number.isNaN(version) || !/^\d{4}-\d\d-\d\d/.test(day('feed_version') ?? '') ? undefined : version,
    download: address.href,
  };
}

function dataset(table: GtfsTable, { about, choices, options }: Feed, builder?: PlacesBuilder): Promise<Dataset> {
  return tableDataset({ ...table, places: builder && { built: builder, crs: 'EPSG:4326' } }, { report: { format: 'gtfs', choices }, about }, options);
}

/** A row a route, at the ways that its trips take; without shapes a table. */
async function routes(feed: Feed): Promise<Dataset> {
  const { tables, options } = feed;
  const table = await gtfsTable(tables.get('routes')!, options.signal);
  if (!tables.has('shapes') || !tables.has('trips')) return dataset(table, feed);
  const lines = await shapesOf(feed);
  const taken = await inSlices(shapesByRoute(await gtfsTable(tables.get('trips')!, options.signal), lines), options.signal);
  // Trips need not say which way they take.
  if (taken.size === 0) return dataset(table, feed);
  const builder = new PlacesBuilder(table.problems, table.record);
  for (let row = 0; row < table.rows; row += 1) addLines(builder, lines, taken.get(table.text('route_id', row)) ?? []);
  return dataset(table, feed, builder);
}

/** A row a shape, with the routes that take it. */
async function shapes(feed: Feed): Promise<Dataset> {
  const { tables, options } = feed;
  const lines = await shapesOf(feed);
  const trips = tables.get('trips') && (await gtfsTable(tables.get('trips')!, options.signal));
  const taken = new Map<number, string[]>();
  for (const [route, numbers] of trips ? await inSlices(shapesByRoute(trips, lines), options.signal) : []) {
    for (const number of numbers) taken.set(number, [...(taken.get(number) ?? []), route]);
  }
  const problems = new Problems();
  const builder = new PlacesBuilder(problems, (row) => row + 1);
  const [ids, names] = [new ValueColumn('shape_id'), new ValueColumn('route_id')];
  for (const [id, number] of lines.numbers) {
    ids.set(number, id);
    names.set(number, taken.get(number)?.join(', ') ?? '');
    addLines(builder, lines, [number]);
  }
  const rows = lines.numbers.size;
  const columns = [ids, names].map((column) => column.finish(rows)).map((column) => ('bytes' in column ? textColumn(column) : column));
  const { about, choices } = feed;
  return tableDataset({ columns, rows, read: rows, problems, record: (row) => row + 1, places: { built: builder, crs: 'EPSG:4326' } }, { report: { format: 'gtfs', choices }, about }, options);
}

/** The zones in which vehicles come on demand. */
async function locations(member: Member, { address, about, choices, options }: Feed): Promise<Dataset> {
  const { readGeojson } = await import('./geojson.js');
  const found = await readGeojson({ address, member: member.name, type: '', ...(await peek(member.open(), address)) }, { ...options, layer: undefined });
  return { ...found, about: { ...found.about, ...about }, report: { ...found.report, format: 'gtfs', choices } };
}

const shapesOf = async ({ tables, options: { signal } }: Feed): Promise<GtfsShapes> => inSlices(gtfsShapes(await gtfsTable(tables.get('shapes')!, signal)), signal);

function* shapesByRoute(trips: GtfsTable, { numbers }: GtfsShapes): Generator<void, Map<string, Set<number>>> {
  const taken = new Map<string, Set<number>>();
  for (let row = 0; row < trips.rows; row += 1) {
    if ((row & 4095) === 4095) yield;
    const shape = numbers.get(trips.text('shape_id', row));
    if (shape === undefined) continue;
    const route = trips.text('route_id', row);
    const all = taken.get(route);
    if (all) all.add(shape);
    else taken.set(route, new Set([shape]));
  }
  return taken;
}

function addLines(builder: PlacesBuilder, lines: GtfsShapes, numbers: Iterable<number>): void {
  for (const number of numbers) lines.add(builder, number);
  if (builder.openParts > 0) builder.endRow(2);
  else builder.nothing('no-place');
}
