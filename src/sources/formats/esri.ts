import { cellText, categoryColumn, dateColumn } from '../../model/columns.js';
import type { Choice, Dataset } from '../../model/dataset.js';
import { crsOfWkt } from '../prj.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset, type Table } from '../table.js';
import { esriGeometry } from './esri-geometry.js';
import { FeatureTable } from './feature-table.js';
import { ListReader } from './json-stream.js';
import { textOfBody } from './text-stream.js';

type Json = Readonly<Record<string, unknown>>;
type Column = Table['columns'][number];

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** What ArcGIS answers to `query?f=json`, or somebody saved of it: features of attributes and geometry. */
export async function readEsri(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  const list = new ListReader('features', input.address);
  const breath = new Breath(options.signal);
  let first: unknown;
  for await (const piece of textOfBody(input)) {
    for (const feature of list.push(piece)) {
      first ??= feature;
      addEsriFeature(table, feature);
    }
    await breath.pause();
  }
  const top = list.end();
  if (!isObject(top)) throw new SourceError('unreadable', `${input.address.href} is no answer of ArcGIS.`);
  // `…/FeatureServer/0/17` is one feature.
  if (isObject(top['feature']) && !('features' in top)) {
    addEsriFeature(table, top['feature']);
    return finished(table, top, input, options, gridOfFeature(top['feature']), undefined);
  }
  if (Array.isArray(top['features'])) return finished(table, top, input, options, esriGrid(top) ?? gridOfFeature(first), undefined);
  const { set, others } = await layerOf(top, table, input, options, breath);
  return finished(table, set, input, options, esriGrid(set) ?? gridOfFeature(objects(set['features'])[0]), others);
}

/** Adds a feature of attributes and geometry, in the grid that it has. */
export function addEsriFeature(table: FeatureTable, feature: unknown): void {
  if (!isObject(feature) || !(isObject(feature['attributes']) || isObject(feature['geometry']))) return table.skip();
  const attributes = isObject(feature['attributes']) ? feature['attributes'] : {};
  // Tables have no geometry at all: then their columns may say where the rows are.
  table.addRecord(attributes, 'geometry' in feature ? esriGeometry(feature['geometry']) : undefined);
}

/** `EPSG:3857` from `{wkid: 102100, latestWkid: 3857}` or from well-known text. */
export function esriGrid(said: unknown): string | undefined {
  const reference = isObject(said) && isObject(said['spatialReference']) ? said['spatialReference'] : said;
  if (!isObject(reference)) return undefined;
  const number = [reference['latestWkid'], reference['wkid']].map(Number).find((each) => Number.isInteger(each) && each > 0);
  const wkt = text(reference['wkt'] ?? reference['wkt2']);
  return number ? `EPSG:${number}` : wkt && (crsOfWkt(wkt) ?? wkt);
}

const gridOfFeature = (feature: unknown): string | undefined => (isObject(feature) ? esriGrid(feature['geometry']) : undefined);

/** The columns as the fields of a layer say that they are: milliseconds are dates, and codes stand for what their domain calls them. */
export function asFields(columns: readonly Column[], rows: number, fields: unknown): readonly Column[] {
  const known = new Map(objects(fields).map((field) => [field['name'], field]));
  return columns.map((column) => {
    const field = known.get(column.name);
    const codes = isObject(field?.['domain']) ? objects(field['domain']['codedValues']) : [];
    if (codes.length > 0) return named(column, rows, new Map(codes.map(({ code, name }) => [String(code), String(name)])));
    const isDate = field?.['type'] === 'esriFieldTypeDate' && 'type' in column && column.type === 'number';
    return isDate ? dateColumn(column.name, column.values) : column;
  });
}

/** A column of codes, in words. */
function named(column: Column, rows: number, names: ReadonlyMap<string, string>): Column {
  const labels: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const value = 'type' in column ? column.value(row) : cellText(column, row);
    if (value === undefined || value === '') continue;
    const label = names.get(String(value)) ?? String(value);
    if (!codeOf.has(label)) codeOf.set(label, labels.push(label));
    codes[row] = codeOf.get(label)!;
  }
  return categoryColumn(column.name, codes, labels);
}

/** A map that somebody saved with its layers in it: the layer that was asked for, or the one with most features. */
async function layerOf(top: Json, table: FeatureTable, { address }: Input, { layer }: DatasetOptions, breath: Breath): Promise<{ readonly set: Json; readonly others: readonly Choice[] }> {
  const holder = isObject(top['featureCollection']) ? top['featureCollection'] : top;
  const sets = objects(holder['layers']).flatMap(({ featureSet, layerDefinition }) => {
    const definition = isObject(layerDefinition) ? layerDefinition : {};
    return isObject(featureSet) ? [{ name: text(definition['name']) ?? '', set: { ...definition, ...featureSet }, features: objects(featureSet['features']) }] : [];
  });
  const [best] = sets.filter(({ name }) => !layer || name === layer).sort((a, b) => b.features.length - a.features.length);
  const choices = sets.filter((each) => each !== best && each.name).map(({ name }) => ({ name }));
  if (!best) throw new SourceError(layer ? 'not-found' : 'unreadable', `${address.href} has ${layer ? `no layer “${layer}”` : 'no list of features'}.`, { choices });
  for (const feature of best.features) {
    addEsriFeature(table, feature);
    await breath.pause();
  }
  return { set: best.set, others: choices };
}

function finished(table: FeatureTable, set: Json, { address }: Input, options: DatasetOptions, crs: string | undefined, choices: readonly Choice[] | undefined): Promise<Dataset> {
  const found = table.finish(crs);
  const about = { download: address.href, title: text(set['name']), description: text(set['description']), attribution: text(set['copyrightText']) };
  return tableDataset({ ...found, columns: asFields(found.columns, found.rows, set['fields']) }, { report: { format: 'esri', choices: choices?.length ? choices : undefined }, about }, options);
}
