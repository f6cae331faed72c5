import type { Dataset, Groups } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { isObject, listOf, type Json } from './answer.js';
import { askArcgis } from './arcgis-api.js';
import type { Layer } from './arcgis-layer.js';

/** What we call the number, in an answer that has a name for everything. */
const counted = 'civic_rows';

/** How many rows of the whole layer have each value of the column that sorts them; `undefined` where the server does not count. */
export async function countedGroups(layer: Layer, query: Readonly<Record<string, string>>, { roles, columns }: Dataset, options: DatasetOptions): Promise<Groups | undefined> {
  const column = roles.category === undefined ? undefined : columns[roles.category]?.name;
  const field = layer.fields.find(({ name }) => name === column);
  if (!column || !field || !layer.key || !layer.statistics) return undefined;
  const outStatistics = JSON.stringify([{ statisticType: 'count', onStatisticField: layer.key, outStatisticFieldName: counted }]);
  try {
    const { features } = await askArcgis(`${layer.url}/query`, { ...query, groupByFieldsForStatistics: column, outStatistics, outFields: '' }, options);
    return { column, counts: listOf(features).flatMap(({ attributes }) => count(attributes, column, field)) };
  } catch (error) {
    // The rows are there: that they cannot be counted is no reason to have none.
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

function count(attributes: unknown, column: string, field: Json): { label: string; count: number }[] {
  if (!isObject(attributes)) return [];
  // Databases write names as they like.
  const value = (name: string): unknown => attributes[name] ?? attributes[Object.keys(attributes).find((key) => key.toLowerCase() === name.toLowerCase()) ?? ''];
  const [code, rows] = [value(column), Number(value(counted))];
  if ((typeof code !== 'string' && typeof code !== 'number') || code === '' || !(rows > 0)) return [];
  const domain = isObject(field['domain']) ? listOf(field['domain']['codedValues']) : [];
  return [{ label: String(domain.find((each) => each['code'] === code)?.['name'] ?? code), count: rows }];
}
