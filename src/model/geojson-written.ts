import { written } from './csv-written.js';
import type { Dataset } from './dataset.js';
import { geometryOf } from './geojson-geometry.js';

/** How many rows are written between two chances to breathe; a shape may have thousands of positions. */
export const geojsonStep = ({ places }: Dataset): number => (places?.shapes ? 1 : 20);

/** Rows as GeoJSON (RFC 7946): a feature a line, in degrees with seven decimals, shapes whole, cut where they cross the antimeridian. */
export function* geojsonOf(data: Dataset, rows: Uint32Array): Generator<string, void> {
  const { columns, places, roles } = data;
  const step = geojsonStep(data);
  const id = columns[roles.id ?? -1];
  yield '{"type":"FeatureCollection","features":[\n';
  for (let at = 0; at < rows.length; at += step) {
    let text = '';
    for (const [i, row] of rows.subarray(at, at + step).entries()) {
      const properties = columns.flatMap((column) => {
        const value = column.value(row);
        return value === undefined ? [] : [`${JSON.stringify(column.name)}:${JSON.stringify(column.type === 'date' ? written(column, row) : value)}`];
      });
      const own = id?.value(row);
      const geometry = places && geometryOf(places, row);
      text += `${at + i > 0 ? ',\n' : ''}{"type":"Feature",${own === undefined ? '' : `"id":${JSON.stringify(own)},`}"geometry":${geometry ? JSON.stringify(geometry) : 'null'},"properties":{${properties.join(',')}}}`;
    }
    yield text;
  }
  yield '\n]}\n';
}
