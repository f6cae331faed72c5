import type { Dataset } from '../../model/dataset.js';
import { crsName } from '../crs-name.js';
import { Breath, inSlices } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { readJson } from './json-document.js';
import { aboutBeside } from './records-about.js';
import { isObject, type Json } from './records-item.js';
import { lineOf, pointAt, readArcs, type Arcs } from './topojson-arcs.js';

/** A topology: shapes that share their borders. Of several objects the one with most shapes is read; the option `layer` names another. */
export async function readTopojson(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { href } = input.address;
  const breath = new Breath(options.signal);
  // Shapes need the arcs, which may stand behind them.
  const topology = await readJson(input, options.signal);
  const objects = isObject(topology) && isObject(topology['objects']) ? Object.entries(topology['objects']) : [];
  const layers = objects.map(([name, object]) => ({ name, shapes: shapesOf(object) })).sort((a, b) => b.shapes.length - a.shapes.length);
  const layer = options.layer ? layers.find(({ name }) => name === options.layer) : layers[0];
  const choices = layers.filter((each) => each !== layer).map(({ name }) => ({ name }));
  if (!layer) throw new SourceError(options.layer ? 'not-found' : 'unreadable', `${href} has ${options.layer ? `no object “${options.layer}”` : 'no objects'}.`, { choices });
  const arcs = await inSlices(readArcs(topology as Json), options.signal);
  const table = new FeatureTable();
  for (const shape of layer.shapes) {
    if (isObject(shape)) table.add({ type: 'Feature', id: shape['id'], properties: shape['properties'], geometry: geometryOf(shape, arcs, 0) });
    else table.skip();
    await breath.pause();
  }
  const about = { ...aboutBeside([topology as Json]), download: href };
  return tableDataset(table.finish(crsName((topology as Json)['crs'])), { report: { format: 'topojson', choices: choices.length > 0 ? choices : undefined }, about }, options);
}

/** A collection is a list of shapes; anything else is one shape. */
function shapesOf(object: unknown): readonly unknown[] {
  return isObject(object) && object['type'] === 'GeometryCollection' && Array.isArray(object['geometries']) ? object['geometries'] : [object];
}

/** What cannot be drawn; it is reported as such. */
const broken = { type: 'Unknown' };
/** Collections within collections, deeper than anybody means them. */
const deepest = 20;

/** The GeoJSON geometry of a shape; `null` where it says that it has no place. */
function geometryOf(shape: Json, arcs: Arcs, depth: number): Json | null {
  const { type, arcs: indexes, coordinates, geometries } = shape;
  if (type === null || type === undefined) return null;
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || depth >= deepest) return broken;
    return { type, geometries: geometries.filter(isObject).map((each) => geometryOf(each, arcs, depth + 1) ?? broken) };
  }
  const found = type === 'Point' ? pointAt(coordinates, arcs) : type === 'MultiPoint' ? each(coordinates, (value) => pointAt(value, arcs)) : linesOf(type, indexes, arcs);
  return found ? { type, coordinates: found } : broken;
}

function linesOf(type: unknown, indexes: unknown, arcs: Arcs): readonly unknown[] | undefined {
  const line = (value: unknown): readonly unknown[] | undefined => lineOf(value, arcs);
  if (type === 'LineString') return line(indexes);
  if (type === 'MultiLineString' || type === 'Polygon') return each(indexes, line);
  return type === 'MultiPolygon' ? each(indexes, (polygon) => each(polygon, line)) : undefined;
}

/** All of a list, or nothing where one of it cannot be read. */
function each<T>(list: unknown, read: (value: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const found = list.map(read);
  return found.every((value) => value !== undefined) ? found : undefined;
}
